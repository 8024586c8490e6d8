/** The life of a deadline as pure steps: armed, paused, resumed, re-promised, recomputed, judged (DLN-3, DLN-7). */
import { SECOND } from '../calendar/civil';
import { dueAt, isDueProvisional } from '../calendar/duration';
import type { Pause } from '../calendar/pauses';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { DeadlineError } from './deadline.errors';
import {
  advance,
  cutOff,
  isCutOff,
  measure,
  timesOf,
  wholeSecond,
  type ArmedStep,
  type DeadlineContext,
} from './timing';

/** A new promise of the due time, kept with the old one. */
export interface RePromise {
  readonly at: Date;
  readonly from: Date;
  readonly to: Date;
  readonly reason: string;
  readonly by: string;
  readonly approvedBy?: string;
}

/** A deadline that runs or is paused: its instants, and all that is needed to find them again. */
export interface RunningDeadline {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly warnAt: Date;
  readonly steps: readonly ArmedStep[];
  /** The due time before any re-promise or pause; statistics use it. */
  readonly firstDueAt: Date;
  /** Pauses that have ended. */
  readonly pauses: readonly Pause[];
  readonly pausedAt: Date | null;
  /** While paused: seconds left of the limit's own kind (open seconds for working limits), 0 once past due. */
  readonly remainingSeconds: number | null;
  readonly rePromises: readonly RePromise[];
  /** True where the due time leans on a year whose holiday notice is not out (CAL-1). */
  readonly provisional: boolean;
}

/** Arms a policy at `startedAt`; every instant is rounded up to the whole second (DLN-1). */
export function arm(policy: DeadlineContext['policy'], startedAt: Date, calendar: WorkingCalendar): RunningDeadline {
  const context = { policy, calendar };
  const due = cutOff(policy, wholeSecond(dueAt(startedAt, policy.limit, calendar)));
  return settled(context, {
    startedAt,
    firstDueAt: due,
    dueAt: due,
    pauses: [],
    pausedAt: null,
    remainingSeconds: null,
    rePromises: [],
  });
}

/** Stops the clock and keeps the rest of the time: open seconds for working limits, else elapsed ones (DLN-3). */
export function pause(deadline: RunningDeadline, at: Date, context: DeadlineContext): RunningDeadline {
  if (deadline.pausedAt) throw new DeadlineError('already-paused');
  if (at < deadline.startedAt) throw new DeadlineError('before-start');
  return { ...deadline, pausedAt: at, remainingSeconds: measure(context, at, deadline.dueAt, []) };
}

/** Runs on with the rest of the time from `at`; a deadline that was past due when paused keeps its due time (DLN-3). */
export function resume(deadline: RunningDeadline, at: Date, context: DeadlineContext): RunningDeadline {
  const { pausedAt, remainingSeconds } = deadline;
  if (!pausedAt) throw new DeadlineError('not-paused');
  if (at < pausedAt) throw new DeadlineError('before-start');
  const rest = remainingSeconds ?? 0;
  const due = rest > 0 ? cutOff(context.policy, wholeSecond(advance(context, at, rest, []))) : deadline.dueAt;
  return settled(context, {
    ...deadline,
    dueAt: due,
    pauses: [...deadline.pauses, { from: pausedAt, to: at }],
    pausedAt: null,
    remainingSeconds: null,
  });
}

/** Gives a new due time (重新承诺时限), later than the moment it is given; warning and steps follow it (DLN-3). */
export function rePromise(
  deadline: RunningDeadline,
  promise: Omit<RePromise, 'from'>,
  context: DeadlineContext,
): RunningDeadline {
  const due = wholeSecond(promise.to);
  if (due <= promise.at) throw new DeadlineError('promise-in-the-past', '/dueAt');
  return settled(context, {
    ...deadline,
    dueAt: due,
    remainingSeconds: deadline.pausedAt && measure(context, deadline.pausedAt, due, []),
    rePromises: [...deadline.rePromises, { ...promise, to: due, from: deadline.dueAt }],
  });
}

/** The same deadline under a calendar that has changed: its pauses and promises played again (CAL-4). */
export function recompute(deadline: RunningDeadline, context: DeadlineContext): RunningDeadline {
  type Change = { readonly at: Date; readonly apply: (before: RunningDeadline) => RunningDeadline };
  const changes: Change[] = deadline.pauses.flatMap(({ from, to }) => [
    { at: from, apply: (before) => pause(before, from, context) },
    { at: to, apply: (before) => resume(before, to, context) },
  ]);
  const { pausedAt } = deadline;
  if (pausedAt) changes.push({ at: pausedAt, apply: (before) => pause(before, pausedAt, context) });
  for (const promise of deadline.rePromises) {
    changes.push({ at: promise.at, apply: (before) => rePromise(before, promise, context) });
  }
  return changes
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .reduce((state, { apply }) => apply(state), arm(context.policy, deadline.startedAt, context.calendar));
}

/** On time is decided by the moment of the act: at the due instant itself it still is (DLN-7). */
export function judge(due: Date, actAt: Date): 'on-time' | 'late' {
  return actAt > due ? 'late' : 'on-time';
}

/** How many seconds after the due instant the act came, 0 if on time. */
export const latenessSeconds = (due: Date, actAt: Date): number =>
  Math.max(0, (actAt.getTime() - due.getTime()) / SECOND);

/** Share of the limit used at `now`, 1 at the due instant and more past it; it stands still while paused (DLN-6). */
export function shareUsed(deadline: RunningDeadline, now: Date, context: DeadlineContext): number {
  const { startedAt, dueAt: due, pauses } = deadline;
  const at = deadline.pausedAt ?? now;
  const total = measure(context, startedAt, due, pauses);
  if (total === 0) return at >= due ? 1 : 0;
  const used = measure(context, startedAt, at, pauses) / total;
  return at < due ? Math.min(used, 1) : Math.max(used, 1);
}

/** Seconds left of the limit's own kind at `now`, 0 once past due; it stands still while paused. */
export function secondsLeft(deadline: RunningDeadline, now: Date, context: DeadlineContext): number {
  return deadline.remainingSeconds ?? measure(context, now, deadline.dueAt, deadline.pauses);
}

type Settled = Omit<RunningDeadline, 'warnAt' | 'steps' | 'provisional'>;

function settled(context: DeadlineContext, deadline: Settled): RunningDeadline {
  const { startedAt, dueAt: due, pauses } = deadline;
  return {
    ...deadline,
    ...timesOf(context, startedAt, due, pauses),
    provisional:
      !isCutOff(context.policy, due) && isDueProvisional(startedAt, due, context.policy.limit, context.calendar),
  };
}
