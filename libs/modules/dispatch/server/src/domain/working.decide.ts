/** The way of a work order from acceptance to its closing (DSP-3, DSP-6, DSP-7). */
import type { OrderState } from '@bihuan/dispatch-contract';
import { demandAct, demandGraded } from './work-order.rules';
import type { ApprovedPlan, Person, WorkOrder } from './work-order.state';

/** How far the work had come before it was dispatched again: what was achieved stands. */
function achieved({ solvedAt, restoredAt }: WorkOrder): OrderState {
  if (solvedAt) return 'solved';
  return restoredAt ? 'restored' : 'accepted';
}

export function accepted(order: WorkOrder, by: Person, now: Date): WorkOrder {
  demandAct(order, 'accept');
  return {
    ...order,
    state: achieved(order),
    resumeTo: null,
    engineerId: order.engineerId ?? by.id,
    engineerName: order.engineerName ?? by.name,
    acceptedAt: now,
  };
}

/** Going on with an order that was dispatched again accepts it anew. */
const takenOn = (order: WorkOrder, now: Date): WorkOrder =>
  order.state === 're-dispatched' ? { ...order, resumeTo: null, acceptedAt: now } : order;

/** The customer was reached; a time may have been promised to him. */
export function contacted(
  order: WorkOrder,
  promise: { readonly from: Date | null; readonly until: Date | null },
  now: Date,
): WorkOrder {
  demandAct(order, 'contact');
  const taken = takenOn(order, now);
  const state = order.state === 're-dispatched' ? achieved(order) : order.state;
  return {
    ...taken,
    state: state === 'accepted' ? 'contacted' : state,
    contactedAt: order.contactedAt ?? now,
    appointmentAt: promise.from ?? order.appointmentAt,
    appointmentUntil: promise.from ? promise.until : order.appointmentUntil,
  };
}

export function enRoute(order: WorkOrder, now: Date): WorkOrder {
  demandAct(order, 'en-route');
  return { ...order, enRouteAt: now };
}

export function planApproved(order: WorkOrder, plan: Omit<ApprovedPlan, 'at'>, now: Date): WorkOrder {
  demandAct(order, 'approve-plan');
  return { ...order, plan: { ...plan, at: now.toISOString() } };
}

export function arrived(order: WorkOrder, now: Date): WorkOrder {
  demandAct(order, 'arrive');
  return { ...takenOn(order, now), state: 'on-site', arrivedAt: order.arrivedAt ?? now };
}

/** DSP-6: it runs again, but it stays open as a problem until the cause is known. */
export function restored(order: WorkOrder, now: Date): WorkOrder {
  demandAct(order, 'restore');
  return { ...takenOn(order, now), state: 'restored', restoredAt: order.restoredAt ?? now };
}

/** DSP-6: solved is only what has a cause. */
export function solved(
  order: WorkOrder,
  { cause, listed, text }: { readonly cause: string; readonly listed: boolean; readonly text: string },
  now: Date,
): WorkOrder {
  demandAct(order, 'solve');
  return {
    ...takenOn(order, now),
    state: 'solved',
    restoredAt: order.restoredAt ?? now,
    solvedAt: now,
    cause,
    causeCode: listed ? cause : null,
    result: text,
  };
}

/** 回单: the result goes back to whoever dispatched it. */
export function fedBack(order: WorkOrder, text: string, now: Date): WorkOrder {
  demandAct(order, 'feed-back');
  return { ...takenOn(order, now), state: 'fed-back', fedBackAt: now, feedback: text };
}

export function verified(order: WorkOrder): WorkOrder {
  demandAct(order, 'verify');
  return { ...order, state: 'verified' };
}

/** DSP-7: not before it is graded, where the pack asks for it. */
export function closed(order: WorkOrder, now: Date): WorkOrder {
  demandAct(order, 'close');
  demandGraded(order);
  return { ...order, state: 'closed', closedAt: now, waitingFor: null };
}

/** DSP-7: difficulty of the repair, signed by the technical manager; gravity stands beside it (RD-7). */
export function graded(
  order: WorkOrder,
  grade: { readonly grade: number; readonly weight: number; readonly gravity: number | null; readonly text: string },
  by: Person,
  now: Date,
): WorkOrder {
  demandAct(order, 'grade');
  return {
    ...order,
    grade: grade.grade,
    gradeWeight: grade.weight,
    gravity: grade.gravity ?? order.gravity,
    gradeText: grade.text,
    gradedById: by.id,
    gradedByName: by.name,
    gradedAt: now,
  };
}

/** Stands still by the customer's wish or for want of parts; its clocks pause (DLN-3). */
export function suspended(order: WorkOrder, reason: string): WorkOrder {
  demandAct(order, 'suspend');
  return { ...order, state: 'suspended', resumeTo: order.state, waitingFor: reason };
}

export function resumed(order: WorkOrder): WorkOrder {
  demandAct(order, 'resume');
  return { ...order, state: order.resumeTo ?? 'accepted', resumeTo: null, waitingFor: null };
}

export function cancelled(order: WorkOrder): WorkOrder {
  demandAct(order, 'cancel');
  return { ...order, state: 'cancelled', resumeTo: null, waitingFor: null };
}
