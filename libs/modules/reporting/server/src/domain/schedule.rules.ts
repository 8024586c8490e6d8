/** When a report is due and over which days it goes (RPT-7). */
import type { Schedule } from '../reporting.settings';
import type { Period } from './period.rules';
import { addDays, before, monthOf, quarterOf, weekOf, yearOf } from './period.rules';

type Timing = Pick<Schedule, 'cadence' | 'weekday' | 'at'>;

/** A report to be made: due on this local day, over this period. */
export interface Due {
  readonly day: string;
  readonly period: Period;
}

const periodOf = { monthly: monthOf, quarterly: quarterOf, yearly: yearOf };

/** The first due day on or after a local day, and the whole period that is over by then. */
export function dueFrom({ cadence, weekday = 1 }: Timing, day: string): Due {
  if (cadence === 'weekly') {
    const monday = weekOf(day).from;
    const inWeek = addDays(monday, weekday - 1);
    const due = inWeek >= day ? inWeek : addDays(inWeek, 7);
    return { day: due, period: before(weekOf(due)) };
  }
  const present = periodOf[cadence](day);
  const due = present.from === day ? day : addDays(present.to, 1);
  return { day: due, period: before(periodOf[cadence](due)) };
}

/** Due after an instant. @param at turns a local day into the instant of the schedule's time */
export function nextDue(
  timing: Timing,
  after: Date,
  day: string,
  at: (day: string) => Date,
): Due & { readonly at: Date } {
  const first = dueFrom(timing, day);
  const due = at(first.day) > after ? first : dueFrom(timing, addDays(first.day, 1));
  return { ...due, at: at(due.day) };
}

/** Minutes until a report that failed is tried again; none: given up, somebody sends it by hand. */
export const RETRY_MINUTES: readonly number[] = [5, 15, 60, 240];

export function retryAt(attempts: number, now: Date): Date | null {
  const minutes = RETRY_MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
