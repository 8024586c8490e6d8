/** Whose move a work order is. */
import type { WorkOrderView } from '@bihuan/dispatch-contract';

type Moving = Pick<WorkOrderView, 'state' | 'unit' | 'engineer' | 'dispatcher'>;

export interface OrderMover {
  readonly who: 'dispatcher' | 'engineer' | 'unit' | 'desk' | 'over';
  readonly name: string;
  readonly employeeId?: string | undefined;
  readonly unitId?: string | undefined;
}

export function moverOf({ state, unit, engineer, dispatcher }: Moving): OrderMover {
  if (state === 'closed' || state === 'cancelled') return { who: 'over', name: '' };
  if (state === 'drafted' || state === 'returned') return { who: 'dispatcher', name: '' };
  if (state === 'fed-back' || state === 'verified')
    return { who: 'desk', name: dispatcher?.name ?? '', employeeId: dispatcher?.id };
  if (engineer) return { who: 'engineer', name: engineer.name, employeeId: engineer.id };
  return { who: 'unit', name: unit?.name ?? '', unitId: unit?.id };
}
