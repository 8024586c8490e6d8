/** Named rules of a work order: what its state allows, and what stands in the way of closing it. */
import type { OrderState } from '@bihuan/dispatch-contract';
import { commonErrors, dispatchErrors } from '../dispatch.errors';
import type { WorkOrder } from './work-order.state';

export const ORDER_ACTS = [
  'dispatch',
  'accept',
  'contact',
  'en-route',
  'approve-plan',
  'arrive',
  'restore',
  'solve',
  'fill-sheet',
  'send-code',
  'sign',
  'feed-back',
  'grade',
  'verify',
  'close',
  'call-help',
  'co-operate',
  'request-replacement',
  'reassign',
  'return',
  'redispatch',
  'suspend',
  'resume',
  'cancel',
] as const;
export type OrderAct = (typeof ORDER_ACTS)[number];

const WORKING: readonly OrderAct[] = ['approve-plan', 'call-help', 'fill-sheet'];
/** The unit's way out of an order it has not solved. */
const HANDING: readonly OrderAct[] = ['co-operate', 'request-replacement', 'reassign', 'return', 'redispatch'];
const STOPPING: readonly OrderAct[] = ['suspend', 'cancel'];
const SIGNING: readonly OrderAct[] = ['send-code', 'sign'];

const ACTS: Readonly<Record<OrderState, readonly OrderAct[]>> = {
  drafted: ['dispatch', 'cancel'],
  dispatched: ['accept', ...HANDING, ...STOPPING],
  're-dispatched': ['accept', ...HANDING, ...STOPPING],
  accepted: ['contact', 'en-route', 'arrive', 'restore', 'solve', ...WORKING, ...HANDING, ...STOPPING],
  contacted: ['contact', 'en-route', 'arrive', 'restore', 'solve', ...WORKING, ...HANDING, ...STOPPING],
  'on-site': ['contact', 'restore', 'solve', ...WORKING, ...SIGNING, ...HANDING, ...STOPPING],
  // Restored is not solved: without a cause it neither feeds back nor closes (DSP-6).
  restored: ['contact', 'solve', ...WORKING, ...SIGNING, ...HANDING, ...STOPPING],
  solved: ['feed-back', 'fill-sheet', ...SIGNING, 'grade', 'reassign', 'redispatch', 'cancel'],
  'fed-back': ['verify', 'close', 'grade', ...SIGNING, 'cancel'],
  verified: ['close', 'grade', ...SIGNING, 'cancel'],
  closed: [],
  returned: ['dispatch', 'redispatch', 'cancel'],
  suspended: ['resume', 'cancel'],
  cancelled: [],
};

const inOrder = (acts: Iterable<OrderAct>): readonly OrderAct[] => {
  const held = new Set(acts);
  return ORDER_ACTS.filter((act) => held.has(act));
};

/** What the state allows; who may do it is decided by permission and by `form-actors`. */
export function orderActs(order: WorkOrder): readonly OrderAct[] {
  // Dispatched again while somebody had it: whoever goes on with the work has accepted it anew (DSP-4).
  const going = order.state === 're-dispatched' && order.engineerId && order.resumeTo ? ACTS[order.resumeTo] : [];
  return inOrder([...ACTS[order.state], ...going]).filter((act) => fits(order, act));
}

function fits(order: WorkOrder, act: OrderAct): boolean {
  switch (act) {
    case 'verify':
      return order.verification;
    case 'close':
      return order.state === 'verified' || !order.verification;
    case 'reassign':
    case 'request-replacement':
      return order.engineerId !== null;
    case 'co-operate':
      return order.source !== 'co-operation';
    case 'grade':
      return order.repair;
    default:
      return true;
  }
}

/** DSP-7: the state would let it be closed, but the grade is missing: the button is not shown. */
export const shownActs = (order: WorkOrder): readonly OrderAct[] =>
  orderActs(order).filter((act) => act !== 'close' || !isUngraded(order));

export function demandAct(order: WorkOrder, act: OrderAct): void {
  const allowedActions = orderActs(order);
  if (!allowedActions.includes(act)) throw commonErrors['wrong-state']({ state: order.state, allowedActions });
}

/** DSP-7: a repair that the pack wants graded. */
export const isUngraded = (order: WorkOrder): boolean => order.gradeRequired && order.grade === null;

export function demandGraded(order: WorkOrder): void {
  if (!isUngraded(order)) return;
  throw dispatchErrors['repair-not-graded']({ state: order.state, allowedActions: shownActs(order) });
}

/** DSP-5: the lead unit answers for the whole: it feeds back after the co-operating units. */
export function demandPartsDone(order: WorkOrder, parts: readonly { readonly state: string }[]): void {
  const open = parts.filter(({ state }) => !['solved', 'fed-back', 'verified', 'closed', 'cancelled'].includes(state));
  if (open.length === 0) return;
  const allowedActions = shownActs(order).filter((act) => act !== 'feed-back');
  throw dispatchErrors['parts-still-open']({ state: order.state, allowedActions });
}

/** Neither closed nor cancelled. */
export const isOpen = ({ state }: Pick<WorkOrder, 'state'>): boolean => state !== 'closed' && state !== 'cancelled';
