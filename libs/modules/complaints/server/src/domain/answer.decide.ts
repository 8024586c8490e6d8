/** The word to the customer: answer, feedback, promises (CMP-4f, CMP-8, CMP-8b … CMP-8d). */
import type { AnswerComplaint, TakeFeedback } from '@bihuan/complaints-contract';
import { wallTime } from '@bihuan/domain';
import { invalidField } from '../complaints.errors';
import type { Complaint, Person } from './complaint.state';
import { signed } from './handling.decide';

/** CMP-8d: only a solution and an agreed explanation conclude; the third may become an appeal. */
export const concludes = (outcome: AnswerComplaint['outcome']): boolean => outcome !== 'not-accepted';

/**
 * CMP-8b: without dispatch it counts as first-contact resolution, if it concludes within the promise.
 *
 * @param promiseDue the promise to the customer as it stands; `null` where the pack makes none
 */
export function answered(
  complaint: Complaint,
  answer: AnswerComplaint,
  { by, now, promiseDue }: { readonly by: Person; readonly now: Date; readonly promiseDue: Date | null },
): Complaint {
  const concluded = concludes(answer.outcome);
  const inTime = promiseDue === null ? null : now <= promiseDue;
  return {
    ...complaint,
    state: 'answered',
    answer: {
      ...signed(answer.text, by, now),
      outcome: answer.outcome,
      way: answer.way,
      satisfied: answer.satisfied ?? null,
    },
    answeredAt: now,
    firstContact: concluded && complaint.dispatchedAt === null && inTime !== false,
    inTime,
    mayBecomeAppeal: !concluded,
    concludedAt: concluded ? now : null,
  };
}

export const feedbackTaken = (complaint: Complaint, { text }: TakeFeedback, by: Person, now: Date): Complaint => ({
  ...complaint,
  state: 'feedback-taken',
  feedback: signed(text, by, now),
  concludedAt: complaint.concludedAt ?? (complaint.mayBecomeAppeal ? null : now),
});

/** Where and when a promise is judged. */
export interface PromisedNow {
  readonly now: Date;
  /** Of the pack: refusals tell times as people read them. */
  readonly timezone: string;
}

/** CMP-4f: a time told to the customer lies ahead, and not behind the promise of the pack. */
export function demandPromise(
  promisedAt: Date,
  outer: Date | null,
  { now, timezone }: PromisedNow,
  pointer = '/promisedAt',
): void {
  if (promisedAt <= now) {
    throw invalidField(pointer, 'in-the-past', '承诺时间须晚于现在。 / The promised time must lie ahead.');
  }
  if (outer && promisedAt > outer) {
    throw invalidField(
      pointer,
      'longer-than-policy',
      `承诺时间不得晚于时限 ${wallTime(outer, timezone)}；需要更长时间的，请登记后使用“重新承诺”。 / ` +
        `Not later than the limit, ${wallTime(outer, timezone)}; for more time register it first and re-promise.`,
    );
  }
}

/** DLN-3: a re-promise is later than what was promised, and ahead. */
export function demandRePromise(dueAt: Date, promised: Date | null, at: PromisedNow): void {
  demandPromise(dueAt, null, at, '/dueAt');
  if (promised && dueAt <= promised) {
    throw invalidField(
      '/dueAt',
      'not-later',
      `重新承诺的时间须晚于原承诺 ${wallTime(promised, at.timezone)}。 / ` +
        `A new promise lies after the old one, ${wallTime(promised, at.timezone)}.`,
    );
  }
}
