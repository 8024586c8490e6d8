/** Open time of a calendar as the server lists it by day, measured in the browser (CAL-3). Pure. */
import type { Measure } from './clock';

/** A day of `GET /api/calendars/:code/days`. */
export interface CalendarDay {
  readonly date: string;
  /** Open windows as instants, in order. */
  readonly open: readonly (readonly [from: string, to: string])[];
}

/** A measure over the windows of these days; what lies outside the years read counts as closed. */
export function measureOf(days: readonly CalendarDay[]): Measure {
  const windows = days
    .flatMap(({ open }) => open.map(([from, to]) => [Date.parse(from), Date.parse(to)] as const))
    .sort(([a], [b]) => a - b);
  const before: number[] = [];
  let sum = 0;
  for (const [from, to] of windows) {
    before.push(sum);
    sum += to - from;
  }
  /** Open milliseconds from the first window to the instant. */
  const until = (at: number): number => {
    let [low, high] = [0, windows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((windows[middle]?.[0] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const last = windows[low - 1];
    if (!last) return 0;
    return (before[low - 1] ?? 0) + Math.min(at, last[1]) - last[0];
  };
  return (from, to) => Math.max(0, until(to.getTime()) - until(from.getTime())) / 1_000;
}
