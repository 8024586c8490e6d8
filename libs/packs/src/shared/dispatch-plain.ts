/** A small dispatch part for companies whose seed says little of orders: two clocks, a few kinds, all of it chosen. */
import type { PackPart } from '../pack-part';
import {
  clock,
  countedPolicy,
  dispatchForms,
  dispatchGrants,
  dispatchTemplates,
  orderType,
  priorities,
  redispatchedPolicy,
  requestedTimePolicy,
  returnGrounds,
  signingCode,
  weights,
} from './dispatch';
import { chosen, entry } from './words';

interface Plain {
  readonly types: readonly ReturnType<typeof orderType>[];
  readonly customerClasses: readonly ReturnType<typeof entry>[];
  readonly respond: object;
  readonly conclude: object;
  readonly assignment: 'dispatcher' | 'automatic';
  readonly complaintType: string;
  readonly notes?: PackPart['notes'];
}

export const plainDispatch = (plain: Plain): PackPart => ({
  section: {
    types: plain.types,
    customerClasses: plain.customerClasses,
    faultLayers: [],
    priorities,
    causes: [],
    returnGrounds,
    clocks: [
      {
        clocks: [clock('respond', 'dispatch.respond', 'contact'), clock('conclude', 'dispatch.conclude', 'solve')],
      },
    ],
    requestedTime: { policy: 'dispatch.requested-time' },
    assignment: plain.assignment,
    weights,
    typeOf: { problemForm: 'fault-repair', complaint: plain.complaintType, revisit: 'fault-repair' },
    urgent: 'urgent',
    verification: false,
    signingCode,
    ratings: 5,
  },
  deadlinePolicies: [
    countedPolicy(
      { code: 'dispatch.respond', title: { zh: '工单响应', en: 'Response' }, limit: plain.respond },
      'order-respond',
    ),
    redispatchedPolicy(
      { code: 'dispatch.conclude', title: { zh: '工单完成', en: 'Concluded' }, limit: plain.conclude },
      'order-conclude',
    ),
    requestedTimePolicy,
  ],
  templates: dispatchTemplates,
  numbering: { 'work-order': 'PD{date:yyyyMMdd}-{staff}-{seq:3}' },
  forms: dispatchForms,
  grants: dispatchGrants,
  notes: [
    chosen('deadlinePolicies.dispatch.respond', 'The seed names no limit.'),
    chosen('deadlinePolicies.dispatch.conclude', 'The seed names no limit.'),
    chosen('modules.dispatch.assignment', 'Who chooses the engineer is in no seed.'),
    chosen('modules.dispatch.weights', 'Points of a candidate are in no seed.'),
    chosen('modules.dispatch.returnGrounds', 'The seed has no list of grounds for giving an order back.'),
    chosen(
      'numbering.work-order',
      'The seed has no number of a work order; like the problem form: day, who opens it, serial.',
    ),
    ...(plain.notes ?? []),
  ],
});
