/** The open time of one year as sorted instants with running totals, so that a long count is a binary search (CAL-3). */
import { DAY, dayNumber } from './civil';
import type { DayRules } from './day-rules';
import { clipped, merged, without } from './intervals';
import type { Zone } from './zone';

/** Open intervals inside [from, to), the year on the calendar's wall clock. All in epoch milliseconds. */
export interface YearPlan {
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds of the year before each interval; one entry more than intervals, the last is the total. */
  readonly before: Float64Array;
  readonly total: number;
}

const midnight = (zone: Zone, year: number): number => zone.instantOf(dayNumber(year, 1, 1) * DAY);

/** Builds a year: own windows of each day through the zone, joined, breaks taken off last, cut at the year's edges. */
export function buildYear(year: number, rules: DayRules, zone: Zone): YearPlan {
  const [from, to] = [midnight(zone, year), midnight(zone, year + 1)];
  const stretches = zone.stretches(year);
  const open: number[] = [];
  const breaks: number[] = [];
  const last = dayNumber(year + 1, 1, 1);
  for (let day = dayNumber(year, 1, 1) - 1; day <= last; day++) {
    for (const window of rules.windowsOf(day)) {
      zone.project(day * DAY + window.from, day * DAY + window.to, stretches, open);
    }
    for (const pause of rules.breaksOf(day)) {
      zone.project(day * DAY + pause.from, day * DAY + pause.to, stretches, breaks);
    }
  }
  const set = clipped(without(merged(open), merged(breaks)), from, to);
  const count = set.length / 2;
  const [starts, ends, before] = [new Float64Array(count), new Float64Array(count), new Float64Array(count + 1)];
  for (let i = 0; i < count; i++) {
    starts[i] = set[2 * i] as number;
    ends[i] = set[2 * i + 1] as number;
    before[i + 1] = (before[i] as number) + (ends[i] as number) - (starts[i] as number);
  }
  return { year, from, to, starts, ends, before, total: before[count] as number };
}

/** Index of the last entry ≤ value among the first `count`, or -1. */
export function lastNotAfter(sorted: Float64Array, value: number, count = sorted.length): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Open milliseconds of the year before an instant in it. */
export function openBefore(plan: YearPlan, instant: number): number {
  const i = lastNotAfter(plan.starts, instant);
  if (i < 0) return 0;
  return (plan.before[i] as number) + Math.min(instant, plan.ends[i] as number) - (plan.starts[i] as number);
}
