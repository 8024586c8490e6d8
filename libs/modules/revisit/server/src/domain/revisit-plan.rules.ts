/** Which plan a finished matter falls under, and when its revisit is made (RVT-1, RD-5, RD-16, RD-35). Pure. */
import type { Duration, WorkingCalendar } from '@bihuan/domain';
import { dueAt } from '@bihuan/domain';
import type { RevisitEvent } from '@bihuan/revisit-contract';
import type { RevisitPlan } from '../revisit.settings';
import type { RestHours } from './rest-hours.rules';
import { afterRest } from './rest-hours.rules';

/** What a plan looks at. */
export interface PlannedFor {
  readonly event: RevisitEvent;
  readonly category: string;
  readonly channel: string | null;
  readonly level: string | null;
  readonly marks: readonly string[];
}

/** The first plan that fits; none: the pack does not revisit such matters. */
export function planFor(plans: readonly RevisitPlan[], matter: PlannedFor): RevisitPlan | undefined {
  const holds = (wanted: readonly string[] | undefined, own: readonly (string | null)[]): boolean =>
    wanted === undefined || own.some((value) => value !== null && wanted.includes(value));
  return plans.find(
    ({ event, when = {} }) =>
      event === matter.event &&
      holds(when.categories, [matter.category]) &&
      holds(when.types, [matter.category]) &&
      holds(when.channels, [matter.channel]) &&
      holds(when.levels, [matter.level]) &&
      holds(when.marks, matter.marks),
  );
}

export interface PlanTimes {
  /** The first instant at which he may be called. */
  readonly plannedFor: Date;
  /** Local day of it. */
  readonly day: string;
  /** End of the time for it. */
  readonly limitAt: Date;
  /** The limit is another than the policy's own. */
  readonly named: boolean;
}

/** @param concludedAt when the matter ended @param limit of the plan's policy @param rest of pack and customer */
export function timesOf(
  due: RevisitPlan['due'],
  concludedAt: Date,
  limit: Duration,
  calendar: WorkingCalendar,
  rest: RestHours,
): PlanTimes {
  const own = dueAt(concludedAt, limit, calendar);
  const end = due.until === 'limit' ? own : closeOfDay(own, calendar);
  const first = due.from === 'at-once' ? calendar.nextOpen(concludedAt) : openingOfDay(end, calendar);
  const plannedFor = afterRest(first, calendar, rest);
  const day = calendar.dateOf(plannedFor);
  // The customer's rest moves the call, and with it the day by whose close it is due (RD-5).
  const limitAt = plannedFor < end ? end : latest(plannedFor, closeOfDay(plannedFor, calendar));
  return { plannedFor, day, limitAt, named: limitAt.getTime() !== own.getTime() };
}

/** The close of the day, or of the next that opens. */
export const closeOfDay = (at: Date, calendar: WorkingCalendar): Date =>
  calendar.addWorkingDays(calendar.startOf(calendar.dateOf(at)), 0, true);

/** The day that ends at `end` is the day before when it ends at midnight. */
function openingOfDay(end: Date, calendar: WorkingCalendar): Date {
  const day = calendar.dateOf(new Date(end.getTime() - 1));
  return calendar.openingOf(day) ?? end;
}

const latest = (one: Date, other: Date): Date => (one > other ? one : other);

/** One call a matter: was it called about in this round already, and was all well (RVT-2, RVT-4)? */
export const isCalled = (
  done: { readonly round: number; readonly countsAsSatisfied: boolean | null } | undefined,
  round: number,
): boolean => done !== undefined && done.round >= round && done.countsAsSatisfied === true;
