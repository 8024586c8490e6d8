/** What a work order is to the plumbing of cases: who sees it, what may be done, what is erased (IDN-2, CUS-5). */
import { workOrderChanged } from '@bihuan/events';
import { defineMatter } from '@bihuan/matters';
import { CLOSED_STATES, DISPATCH_PERMISSIONS as MAY } from '@bihuan/dispatch-contract';
import { workOrders } from './data/work-order.store';
import { dispatchErrors } from './dispatch.errors';
import { dimsOf, measuresOf } from './domain/facts.rules';
import { mayAct, PERMITS } from './domain/order-actors.rules';
import type { OrderAct } from './domain/work-order.rules';
import { isUngraded, orderActs, shownActs } from './domain/work-order.rules';
import type { WorkOrder } from './domain/work-order.state';

/** Acts that write no words on the order: they go on when the customer was erased, so that it can be ended. */
const WORDLESS: readonly OrderAct[] = [
  'dispatch',
  'accept',
  'en-route',
  'arrive',
  'restore',
  'grade',
  'verify',
  'close',
  'return',
  'redispatch',
  'resume',
  'cancel',
];

/** Empties texts of a JSON column that is there. */
const without = (column: string, texts: Readonly<Record<string, unknown>>): string =>
  `case when r.${column} is null then null else r.${column} || '${JSON.stringify(texts)}'::jsonb end`;

/** Working orders of a person; of his unit what nobody has taken; of the dispatcher what came back to him. */
const MINE = `(r.engineer_id = $1 and r.state not in ('drafted', 'fed-back', 'verified', 'returned'))
  or (r.unit_id = any($2) and r.engineer_id is null and r.state in ('dispatched', 're-dispatched'))
  or (r.dispatcher_id = $1 and (r.state in ('returned', 'fed-back', 'verified') or r.replacement is not null))`;

export const workOrder = defineMatter<WorkOrder, OrderAct>({
  module: 'dispatch',
  kind: 'work-order',
  title: { zh: '工单', en: 'Work order' },
  store: workOrders,
  read: MAY.read,
  scope: { ownerColumn: 'r.engineer_id', unitColumns: ['r.unit_id', 'r.intake_unit_id'], subjectColumn: 'r.id' },
  closed: CLOSED_STATES,
  actions: shownActs,
  refusal: (order, act) =>
    act === 'close' && isUngraded(order) && orderActs(order).includes(act)
      ? dispatchErrors['repair-not-graded']
      : undefined,
  permits: PERMITS,
  mayAct,
  writesWords: (act) => !WORDLESS.includes(act),
  people: (order) => ({
    employees: [order.officerId, order.dispatcherId, order.engineerId],
    units: [order.intakeUnitId, order.unitId],
  }),
  mine: { sql: MINE },
  siteColumn: 'site_id',
  erase: {
    text: [
      'description',
      'customer_name',
      'phone',
      'site',
      'address',
      'model',
      'serial',
      'result',
      'feedback',
      'grade_text',
      'remark',
    ],
    nullable: ['waiting_for', 'cause'],
    json: {
      hand_over: without('hand_over', { text: '' }),
      replacement: without('replacement', { text: '' }),
      plan: without('plan', { approvedBy: '', text: '', risks: '', rollback: '' }),
      sheet: without('sheet', { text: '', leftOver: [] }),
      signature: without('signature', { name: '', place: '', device: '' }),
    },
  },
  proof: ({ customerName, phone, site, engineerId, engineerName, unitId, intakeUnitId }) => ({
    customerName,
    phone,
    site,
    handlerId: engineerId,
    handlerName: engineerName,
    unitId: unitId ?? intakeUnitId,
  }),
  facts: {
    event: workOrderChanged,
    of: (order) => ({
      openedAt: order.reportedAt.toISOString(),
      concludedAt: order.solvedAt?.toISOString() ?? null,
      answeredAt: order.fedBackAt?.toISOString() ?? null,
      intakeUnitId: order.intakeUnitId,
      unitId: order.unitId,
      personId: order.engineerId,
      dims: dimsOf(order),
      measures: measuresOf(order),
    }),
  },
});

export const orderSubject = (id: string) => workOrder.subject(id);
