/** DSP-3: which clocks an order has, when they start and which act ends them; the table is pack data. */
import type { ClockEnd, ClockRule, ClockTable } from '@bihuan/dispatch-contract';
import { CLOCK_ENDS } from '@bihuan/dispatch-contract';
import type { WorkOrder } from './work-order.state';

export type Clocked = Pick<WorkOrder, 'type' | 'customerClass' | 'faultLayer' | 'priority'>;

const fits = (list: readonly string[] | undefined, value: string | null): boolean =>
  list === undefined || (value !== null && list.includes(value));

/** The clocks of the first table that fits. */
export function clocksOf(tables: readonly ClockTable[], order: Clocked): readonly ClockRule[] {
  const table = tables.find(
    ({ types, customerClasses, faultLayers, priorities }) =>
      fits(types, order.type) &&
      fits(customerClasses, order.customerClass) &&
      fits(faultLayers, order.faultLayer) &&
      fits(priorities, order.priority),
  );
  return table?.clocks ?? [];
}

/** Clocks that begin here: with the report, the dispatch or the solution. */
export const startedBy = (clocks: readonly ClockRule[], from: ClockRule['from']): readonly ClockRule[] =>
  clocks.filter((clock) => clock.from === from);

/** Clocks that an act ends: its own and those of the acts before it, which it makes needless. */
export const endedBy = (clocks: readonly ClockRule[], act: ClockEnd): readonly ClockRule[] =>
  clocks.filter(({ ends }) => CLOCK_ENDS.indexOf(ends) <= CLOCK_ENDS.indexOf(act));

/** The time the customer asks for is kept by arriving, or by solving it from afar (HOT-9d). */
export const endsRequestedTime = (act: ClockEnd): boolean => CLOCK_ENDS.indexOf(act) >= CLOCK_ENDS.indexOf('arrive');
