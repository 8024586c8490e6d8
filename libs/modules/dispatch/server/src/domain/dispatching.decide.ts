/** Who has a work order: dispatched, given back, dispatched again, reassigned, overrun (DSP-2, DSP-4, DSP-6d). */
import { demandAct } from './work-order.rules';
import type { Person, WorkOrder } from './work-order.state';

/** Unit, and the person of it who is sent, if one is. */
export interface Destination {
  readonly unitId: string;
  readonly engineer: Person | null;
}

const sentTo = (to: Destination, now: Date): Partial<WorkOrder> => ({
  unitId: to.unitId,
  engineerId: to.engineer?.id ?? null,
  engineerName: to.engineer?.name ?? null,
  dispatchedAt: now,
  acceptedAt: null,
  enRouteAt: null,
  replacement: null,
  resumeTo: null,
});

/** DSP-2: to a unit, or to a person of it. */
export function dispatched(order: WorkOrder, to: Destination, by: Person | null, now: Date): WorkOrder {
  demandAct(order, 'dispatch');
  return {
    ...order,
    ...sentTo(to, now),
    state: 'dispatched',
    dispatcherId: by?.id ?? order.dispatcherId,
    dispatcherName: by?.name ?? order.dispatcherName,
  };
}

/** DSP-4: dispatched again by hand; what was achieved keeps its instants. */
export function redispatched(order: WorkOrder, to: Destination, by: Person, now: Date): WorkOrder {
  demandAct(order, 'redispatch');
  return {
    ...order,
    ...sentTo(to, now),
    state: 're-dispatched',
    dispatcherId: by.id,
    dispatcherName: by.name,
    redispatches: order.redispatches + 1,
  };
}

/** How a return counts: a wrong dispatch, a refusal, or a passing on after it was accepted (DSP-2, DSP-4). */
export type ReturnFault = 'wrong-dispatch' | 'refused' | 'passed-on';

export const faultOfReturn = (order: WorkOrder, ground: string | undefined): ReturnFault => {
  if (ground !== undefined) return 'wrong-dispatch';
  return order.acceptedAt ? 'passed-on' : 'refused';
};

/** Given back: with a ground of the pack the dispatch was wrong, without one it stands against the person. */
export function returned(order: WorkOrder, ground: string | undefined): WorkOrder {
  demandAct(order, 'return');
  const wrong = faultOfReturn(order, ground) === 'wrong-dispatch';
  return {
    ...order,
    state: 'returned',
    resumeTo: null,
    engineerId: null,
    engineerName: null,
    acceptedAt: null,
    enRouteAt: null,
    replacement: null,
    wrongDispatches: order.wrongDispatches + (wrong ? 1 : 0),
    refusals: order.refusals + (wrong ? 0 : 1),
  };
}

/** DSP-6d: to another person with a hand-over note; the state stays. */
export function reassigned(order: WorkOrder, to: Destination, note: string, by: Person, now: Date): WorkOrder {
  demandAct(order, 'reassign');
  return {
    ...order,
    unitId: to.unitId,
    engineerId: to.engineer?.id ?? null,
    engineerName: to.engineer?.name ?? null,
    enRouteAt: null,
    replacement: null,
    handOver: { text: note, by, at: now.toISOString() },
  };
}

/** DSP-2: not competent for product or technique: counted apart, and no refusal. */
export function replacementRequested(order: WorkOrder, reason: string, by: Person, now: Date): WorkOrder {
  demandAct(order, 'request-replacement');
  return {
    ...order,
    replacement: { text: reason, by, at: now.toISOString() },
    replacements: order.replacements + 1,
  };
}

/** States in which an overrun sends an order out again; else it is only counted. */
const AT_WORK = ['dispatched', 're-dispatched', 'accepted', 'contacted', 'on-site', 'restored', 'solved'];

/** A limit passed without the act: counted against whoever has it (DSP-4). */
export const overrun = (order: WorkOrder): WorkOrder => ({ ...order, overruns: order.overruns + 1 });

/** RD-48: the first overrun sends it to the same unit again; whoever has it may go on. */
export function overrunAgain(order: WorkOrder, now: Date): WorkOrder {
  const counted = overrun(order);
  if (!AT_WORK.includes(order.state)) return counted;
  return {
    ...counted,
    state: 're-dispatched',
    resumeTo: order.state === 're-dispatched' ? order.resumeTo : order.state,
    dispatchedAt: now,
    redispatches: order.redispatches + 1,
  };
}

/** RD-48: the second overrun sends it to the next higher unit, which chooses anew. */
export function overrunRaised(order: WorkOrder, higherUnitId: string, now: Date): WorkOrder {
  const counted = overrun(order);
  if (!AT_WORK.includes(order.state)) return counted;
  return {
    ...counted,
    ...sentTo({ unitId: higherUnitId, engineer: null }, now),
    state: 're-dispatched',
    redispatches: order.redispatches + 1,
  };
}
