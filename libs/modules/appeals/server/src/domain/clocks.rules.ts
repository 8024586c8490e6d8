/** The five clocks of a case and how they bound each other (APL-1, APL-2a, RD-11). */
import type { AppealClock } from '@bihuan/appeals-contract';
import { invalidField } from '../appeals.errors';

const HOUR = 3_600_000;

/** APL-2a: 7 working days, and never fewer hours than the stages add up to; `null`: the working days are long enough. */
export function outerFloor(receivedAt: Date, workingDue: Date, notShorterThanHours: number): Date | null {
  const floor = new Date(receivedAt.getTime() + notShorterThanHours * HOUR);
  return workingDue < floor ? floor : null;
}

/** APL-1: the regulator's date lies ahead. */
export function demandFutureDate(replyDueAt: Date | null, now: Date): void {
  if (!replyDueAt || replyDueAt > now) return;
  throw invalidField(
    '/replyDueAt',
    'in-the-past',
    '监管部门要求的答复时间已过，请核对。 / The regulator’s date has passed already.',
  );
}

/** APL-1: no stage is promised beyond the regulator's own date; only he can give another. */
export function demandBeforeRegulator(stage: AppealClock, dueAt: Date, regulatorDate: Date | null): void {
  if (stage === 'regulator' || !regulatorDate || dueAt <= regulatorDate) return;
  throw invalidField(
    '/dueAt',
    'after-regulator-date',
    '不能晚于监管部门要求的答复时间；监管部门同意延期的，请先按 stage=regulator 登记新的时间。 / ' +
      'Not beyond the regulator’s date; where he has given another, promise stage=regulator first.',
  );
}

/** Running clocks that end after the regulator's date: they are cut off there and marked. */
export const cutOff = <C extends { readonly stage: string; readonly dueAt: Date }>(
  running: readonly C[],
  regulatorDate: Date,
): readonly C[] => running.filter(({ stage, dueAt }) => stage !== 'regulator' && dueAt > regulatorDate);
