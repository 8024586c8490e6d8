/** Which steps a deadline has and when: the warning, the breach, and those of its policy (DLN-1). */
import type { RunningDeadline, WorkingCalendar } from '@bihuan/domain';
import { nextRepeat } from '@bihuan/domain';
import type { AlarmTerms } from './ports';

/** Steps every deadline has; no policy can name one so, its keys are plain words. */
export const WARN = '@warn';
export const BREACH = '@breach';

export interface PlannedStep {
  readonly key: string;
  /** 0 for the first time; a repeated step counts on. */
  readonly n: number;
  /** Order among steps of one instant: the warning, the breach, then as the policy lists them. */
  readonly rank: number;
  readonly action: string;
  readonly at: Date;
}

/** What has been kept of a step in this round: fired, parked, or due already. */
export interface KeptStep {
  readonly key: string;
  readonly n: number;
}

/**
 * The steps still to come. What is kept never comes again (CAL-4); a repeated step goes on with its next occurrence
 * after `now`.
 */
export function plannedSteps(
  running: RunningDeadline,
  policy: AlarmTerms,
  calendar: WorkingCalendar,
  kept: readonly KeptStep[],
  now: Date,
): PlannedStep[] {
  const last = new Map<string, number>();
  for (const { key, n } of kept) last.set(key, Math.max(n, last.get(key) ?? 0));
  const planned: PlannedStep[] = [
    { key: WARN, n: 0, rank: 0, action: 'warn', at: running.warnAt },
    { key: BREACH, n: 0, rank: 1, action: 'breach', at: running.dueAt },
  ].filter(({ key }) => !last.has(key));
  running.steps.forEach(({ key, at, action, repeats }, index) => {
    const rank = index + 2;
    const n = last.get(key);
    if (n === undefined) {
      planned.push({ key, n: 0, rank, action, at });
    } else if (repeats) {
      const step = policy.steps.find((one) => one.key === key);
      const next = step && nextRepeat(step, now, calendar);
      if (next) planned.push({ key, n: n + 1, rank, action, at: next });
    }
  });
  return planned;
}
