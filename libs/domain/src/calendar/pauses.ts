/** Counting with pauses: time in them does not count; they are merged, half-open, and only cut open time (CAL-3). */
import { CalendarError } from './calendar.errors';
import { merged } from './intervals';
import type { OpenTime } from './open-time';

/** Time that does not count, half-open. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
}

/** Pauses as a merged set of milliseconds; a pause that ends before it begins is refused. */
export function mergePauses(pauses: readonly Pause[]): number[] {
  const flat: number[] = [];
  pauses.forEach(({ from, to }, i) => {
    const [start, end] = [from.getTime(), to.getTime()];
    if (Number.isNaN(start)) throw new CalendarError('bad-instant', `/pauses/${i}/0`);
    if (Number.isNaN(end)) throw new CalendarError('bad-instant', `/pauses/${i}/1`);
    if (end < start) throw new CalendarError('bad-pause', `/pauses/${i}`);
    flat.push(start, end);
  });
  return merged(flat);
}

/** Adds open milliseconds outside the pauses; 0 gives the next instant that is open and not paused. */
export function addOutside(time: OpenTime, start: number, open: number, pauses: readonly number[]): number {
  let cursor = start;
  let left = open;
  for (let i = 0; i < pauses.length; i += 2) {
    const [from, to] = [pauses[i] as number, pauses[i + 1] as number];
    if (to <= cursor) continue;
    if (from > cursor) {
      if (left === 0) {
        const opening = time.nextOpen(cursor);
        if (opening < from) return opening;
      } else {
        const before = time.between(cursor, from);
        if (before >= left) return time.add(cursor, left);
        left -= before;
      }
    }
    cursor = to;
  }
  return left === 0 ? time.nextOpen(cursor) : time.add(cursor, left);
}

/** Open milliseconds in [from, to) outside the pauses. */
export function betweenOutside(time: OpenTime, from: number, to: number, pauses: readonly number[]): number {
  let sum = time.between(from, to);
  for (let i = 0; i < pauses.length; i += 2) {
    sum -= time.between(Math.max(from, pauses[i] as number), Math.min(to, pauses[i + 1] as number));
  }
  return sum;
}
