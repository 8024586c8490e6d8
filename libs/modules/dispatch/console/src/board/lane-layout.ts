/** Where the orders of an engineer stand on the hours of a day, none over another. Pure. */
import { wallClock } from '@bihuan/console-kit';
import type { WorkOrderLine } from '@bihuan/dispatch-contract';

/** Hours shown; what lies before or after stands at the edge. */
export const FIRST_HOUR = 8;
export const LAST_HOUR = 20;
/** Hours a card takes up, so that it can be read. */
const WIDTH = 2;

export interface PlacedOrder {
  readonly order: WorkOrderLine;
  /** First column, 0 for `FIRST_HOUR`; `later` for another day or evening. */
  readonly column: number | 'later';
  /** 0 for the first row of the lane. */
  readonly row: number;
}

/** When somebody is to be there: agreed, else asked for, else due. */
export const timeOf = ({ appointmentAt, requestedAt, dueAt }: WorkOrderLine): string | null =>
  appointmentAt ?? requestedAt ?? dueAt;

const HOURS = LAST_HOUR - FIRST_HOUR;

/** Column of an instant on this day: earlier days begin the lane, later ones end it. */
function columnOf(at: string | null, day: string): number | 'later' {
  if (at === null) return 'later';
  const { date, time } = wallClock(at);
  if (date < day) return 0;
  const hour = Number(time.slice(0, 2));
  if (date > day || hour >= LAST_HOUR) return 'later';
  return Math.min(Math.max(hour - FIRST_HOUR, 0), HOURS - WIDTH);
}

/** Orders by time; one that would cover another goes to the next row. */
export function placeOrders(orders: readonly WorkOrderLine[], day: string): readonly PlacedOrder[] {
  const key = (order: WorkOrderLine): number => Date.parse(timeOf(order) ?? '9999-12-31T00:00:00Z');
  const ends: number[] = [];
  let later = 0;
  return [...orders]
    .sort((a, b) => key(a) - key(b))
    .map((order) => {
      const column = columnOf(timeOf(order), day);
      if (column === 'later') return { order, column, row: later++ };
      const free = ends.findIndex((end) => end <= column);
      const row = free < 0 ? ends.length : free;
      ends[row] = column + WIDTH;
      return { order, column, row };
    });
}

export const CARD_WIDTH = WIDTH;
