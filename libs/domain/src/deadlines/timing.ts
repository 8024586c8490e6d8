/** The instants of a deadline: due, warning and steps, on the calendar for working limits, else elapsed (DLN-1). */
import { SECOND } from '../calendar/civil';
import { dueAt, isElapsed } from '../calendar/duration';
import { clipped, lengthOf } from '../calendar/intervals';
import { mergePauses, type Pause } from '../calendar/pauses';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { DEFAULT_WARN_SHARE, type DeadlineTerms, type PolicyStep, type StepAction } from './policy';

/** What the instants of a deadline depend on: its policy and the calendar of the stage (DLN-1b). */
export interface DeadlineContext {
  readonly policy: DeadlineTerms;
  readonly calendar: WorkingCalendar;
}

/** A step with the instant at which it is due; a repeated one with its first. */
export interface ArmedStep {
  readonly key: string;
  readonly at: Date;
  readonly action: StepAction;
  readonly repeats: boolean;
}

/** Instants are armed on the whole second, rounded up, so that a second is one alarm and nothing comes early. */
export const wholeSecond = (at: Date): Date => new Date(Math.ceil(at.getTime() / SECOND) * SECOND);

/** The instant itself, or the one beyond which the clock may not be due (APL-1). */
export function cutOff({ notAfter }: DeadlineTerms, due: Date): Date {
  if (notAfter === undefined) return due;
  const last = new Date(Math.floor(new Date(notAfter).getTime() / SECOND) * SECOND);
  return due > last ? last : due;
}

/** Is this due time one that was cut off? */
export const isCutOff = ({ notAfter }: DeadlineTerms, due: Date): boolean =>
  notAfter !== undefined && Math.floor(new Date(notAfter).getTime() / SECOND) === due.getTime() / SECOND;

/** Seconds of the limit's own kind in [from, to), pauses not counted; 0 if `to` lies before. */
export function measure(context: DeadlineContext, from: Date, to: Date, pauses: readonly Pause[]): number {
  if (to <= from) return 0;
  if (!isElapsed(context.policy.limit)) return context.calendar.between(from, to, pauses);
  const paused = lengthOf(clipped(mergePauses(pauses), from.getTime(), to.getTime()));
  return (to.getTime() - from.getTime() - paused) / SECOND;
}

/** The instant so many seconds of the limit's own kind after `from`, pauses not counted. */
export function advance(context: DeadlineContext, from: Date, seconds: number, pauses: readonly Pause[]): Date {
  if (!isElapsed(context.policy.limit)) return context.calendar.add(from, seconds, pauses);
  let end = from.getTime() + Math.round(seconds * SECOND);
  const flat = mergePauses(pauses);
  for (let i = 0; i < flat.length; i += 2) {
    const [start, stop] = [Math.max(flat[i] as number, from.getTime()), flat[i + 1] as number];
    if (start < end && start < stop) end += stop - start;
  }
  return new Date(end);
}

/** When the given share of the limit is used, the limit running from `start` to `due`. */
export function shareAt(
  context: DeadlineContext,
  share: number,
  start: Date,
  due: Date,
  pauses: readonly Pause[],
): Date {
  if (share === 1) return due;
  const total = measure(context, start, due, pauses);
  if (total === 0) return due;
  const at = wholeSecond(advance(context, start, share * total, pauses));
  return share < 1 && at > due ? due : at;
}

/** Warning and steps of a deadline that runs from `start` to `due`. */
export function timesOf(
  context: DeadlineContext,
  start: Date,
  due: Date,
  pauses: readonly Pause[],
): { readonly warnAt: Date; readonly steps: readonly ArmedStep[] } {
  const { warnShare = DEFAULT_WARN_SHARE, steps } = context.policy;
  return {
    warnAt: shareAt(context, warnShare, start, due, pauses),
    steps: steps.map((step) => ({
      key: step.key,
      at: stepAt(context, step, start, due, pauses),
      action: step.action,
      repeats: 'repeat' in step.at,
    })),
  };
}

function stepAt(context: DeadlineContext, step: PolicyStep, start: Date, due: Date, pauses: readonly Pause[]): Date {
  if ('share' in step.at) return shareAt(context, step.at.share, start, due, pauses);
  // No time past due is the due instant itself, also where that is a closing.
  if ('pastDue' in step.at && step.at.pastDue.value > 0) {
    return wholeSecond(dueAt(due, step.at.pastDue, context.calendar));
  }
  return due;
}

/** The next time of a repeated step after it fired: the opening of the next working day (HOT-8c); null if it does not. */
export function nextRepeat(step: PolicyStep, firedAt: Date, calendar: WorkingCalendar): Date | null {
  return 'repeat' in step.at ? calendar.nextOpeningOfDay(firedAt) : null;
}
