/** Whose move it is besides the permission: engineer, unit, its head, the desk (IDN-2, DSP-7). */
import { DISPATCH_PERMISSIONS as MAY } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { OrderAct } from './work-order.rules';
import type { WorkOrder } from './work-order.state';

/** Act → permissions of which one is enough. */
export const PERMITS: Readonly<Record<OrderAct, readonly string[]>> = {
  dispatch: [MAY.assign],
  accept: [MAY.handle],
  contact: [MAY.handle],
  'en-route': [MAY.handle],
  'approve-plan': [MAY.handle],
  arrive: [MAY.handle],
  restore: [MAY.handle],
  solve: [MAY.handle],
  'fill-sheet': [MAY.handle],
  'send-code': [MAY.handle],
  sign: [MAY.handle],
  'feed-back': [MAY.handle],
  grade: [MAY.grade],
  verify: [MAY.close],
  close: [MAY.close],
  'call-help': [MAY.handle],
  'co-operate': [MAY.assign],
  'request-replacement': [MAY.handle],
  reassign: [MAY.assign],
  return: [MAY.handle],
  redispatch: [MAY.assign],
  suspend: [MAY.handle, MAY.assign],
  resume: [MAY.handle, MAY.assign],
  cancel: [MAY.cancel],
};

/** The engineer; before one is named everybody of the unit; the head whose right reaches down to it. */
function isHandling(order: WorkOrder, actor: UserActor): boolean {
  const reach = actor.permissions.get(MAY.handle);
  if (!reach) return false;
  if (reach === 'all' || order.engineerId === actor.employeeId) return true;
  if (order.unitId === null) return false;
  if (reach === 'unit-and-below') return actor.unitsBelow.includes(order.unitId);
  const own = [actor.unitId, ...(actor.furtherUnitIds ?? [])];
  return order.engineerId === null && own.includes(order.unitId);
}

export function mayAct(order: WorkOrder, actor: UserActor, act: OrderAct): boolean {
  const permits = PERMITS[act];
  if (act === 'grade') return order.engineerId !== actor.employeeId;
  if (!permits.includes(MAY.handle)) return true;
  return (
    permits.some((permission) => permission !== MAY.handle && actor.permissions.has(permission)) ||
    isHandling(order, actor)
  );
}
