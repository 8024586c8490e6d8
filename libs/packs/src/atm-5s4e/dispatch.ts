/** Work orders of atm-5s4e: kinds of packs.md, contact within a working hour, grades by the technical manager (DSP-1a, DSP-7). */
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
} from '../shared/dispatch';
import { chosen, entry, reading, seed } from '../shared/words';

const repair = { repair: true, graded: true };
const support = { functions: ['technical-support'] };
const service = { functions: ['user-service'] };
const remote = { onSite: false };

const types = [
  orderType('fault-repair', '故障维修', 'Fault repair', {
    ...repair,
    functions: ['technical-support', 'user-service'],
  }),
  orderType('remote-diagnosis', '远程诊断与维护', 'Remote diagnosis and maintenance', {
    ...repair,
    ...support,
    ...remote,
  }),
  orderType('installation', '安装', 'Installation', service),
  orderType('inspection', '巡检', 'Inspection', service),
  orderType('preventive-care', '预防性保养（除尘、润滑）', 'Preventive care (dust, lubrication)', service),
  orderType('workshop-repair', '设备送修', 'Device workshop repair', { ...repair, ...support, ...remote }),
  orderType('second-level-repair', '备件二级维修（板级）', 'Second-level repair of parts (board level)', {
    ...repair,
    ...support,
    ...remote,
  }),
  orderType('expert-consultation', '整机专家会诊（教授小组）', 'Expert consultation on a whole machine', support),
  orderType('consumables', '耗材供应', 'Supply of consumables', { ...service, certificate: false }),
  orderType('protective-equipment', '防护与监控设备供应', 'Supply of protective and monitoring equipment', {
    ...service,
    certificate: false,
  }),
  orderType('training', '用户培训（5S4E培训）', 'Training (5S4E)', service),
  orderType('complaint-follow-up', '投诉跟进', 'Complaint follow-up', service),
];

export const dispatch: PackPart = {
  section: {
    types,
    customerClasses: [
      entry('ordinary', '普通用户', 'Ordinary'),
      entry('key-account', '重点用户', 'Key account'),
      entry('vip', 'VIP用户', 'VIP'),
    ],
    faultLayers: [],
    priorities,
    causes: [],
    returnGrounds,
    clocks: [
      {
        clocks: [
          clock('respond', 'dispatch.respond', 'contact'),
          clock('conclude', 'dispatch.conclude', 'solve'),
          clock('feed-back', 'dispatch.feed-back', 'feed-back', 'solve'),
        ],
      },
    ],
    requestedTime: { policy: 'dispatch.requested-time' },
    assignment: 'dispatcher',
    weights,
    typeOf: { problemForm: 'fault-repair', complaint: 'complaint-follow-up', revisit: 'fault-repair' },
    urgent: 'urgent',
    verification: false,
    signingCode,
    ratings: 5,
  },
  deadlinePolicies: [
    countedPolicy(
      {
        code: 'dispatch.respond',
        title: { zh: '工程师联系用户', en: 'Engineer contacts the customer' },
        limit: { unit: 'working-hour', value: 1 },
      },
      'order-respond',
    ),
    redispatchedPolicy(
      {
        code: 'dispatch.conclude',
        title: { zh: '工单完成', en: 'Concluded' },
        limit: { unit: 'working-day', value: 2 },
      },
      'order-conclude',
    ),
    redispatchedPolicy(
      { code: 'dispatch.feed-back', title: { zh: '回单', en: 'Fed back' }, limit: { unit: 'working-day', value: 1 } },
      'order-feed-back',
    ),
    requestedTimePolicy,
  ],
  templates: dispatchTemplates,
  numbering: { 'work-order': 'PD{date:yyyyMMdd}-{staff}-{seq:3}' },
  forms: dispatchForms,
  grants: dispatchGrants,
  notes: [
    seed('modules.dispatch.types', '000 ch.1 §三, ch.3 §3.2–3.3: maintenance, training, supplies, 教授小组.'),
    reading('deadlinePolicies.dispatch.respond', 'RD-4: 1 working hour; the seed says 立即.'),
    reading('deadlinePolicies.dispatch.conclude', 'RD-3: the result of a problem form, 2 working days.'),
    chosen('deadlinePolicies.dispatch.feed-back', 'The seed names no limit: 1 working day.'),
    chosen('deadlinePolicies.dispatch.conclude.steps', 'The seed does not dispatch again; taken from 003 (RD-48).'),
    seed('modules.dispatch.types.fault-repair.graded', '000 ch.3 §3.3: the technical manager grades each repair.'),
    chosen('modules.dispatch.weights', 'Points of a candidate are in no seed.'),
    chosen('modules.dispatch.returnGrounds', 'The seed has no list of grounds for giving an order back.'),
    chosen(
      'numbering.work-order',
      'The seed has no number of a work order; like the problem form: day, who opens it, serial.',
    ),
  ],
};
