/** What happens to a problem form after the call: decided by seed and row alone, before anything is played. */
import { Draw } from './draw';

/** The way of a form to its result. */
export type Way = 'in-time' | 'late' | 'returned' | 'dissatisfied' | 'paused' | 'withdrawn';

/** How its first revisit goes. */
export type CallBack = 'satisfied' | 'second-attempt' | 'moved' | 'not-satisfied';

/** Of a hundred forms. */
export const WAYS: Readonly<Record<Way, number>> = {
  'in-time': 62,
  late: 12,
  returned: 8,
  dissatisfied: 10,
  paused: 5,
  withdrawn: 3,
};

export const CALL_BACKS: Readonly<Record<CallBack, number>> = {
  satisfied: 82,
  'second-attempt': 10,
  moved: 5,
  'not-satisfied': 3,
};

export interface Fate {
  readonly way: Way;
  readonly callBack: CallBack;
  /** Minutes on the clock from the call to `refer`. */
  readonly referAfter: number;
  /** Working minutes of the handler: to accept, or to send it back; within the hour in which he calls the customer. */
  readonly acceptAfter: number;
  readonly planAfter: number;
  readonly handleAfter: number;
  /** Minutes on the clock from the result to audit and answer. */
  readonly auditAfter: number;
  readonly answerAfter: number;
  /** A late result comes on this working day after the one it was due on … */
  readonly lateDays: number;
  /** … and this many minutes after its opening. */
  readonly lateMinutes: number;
  /** Working minutes the next round takes, to plan and to handle. */
  readonly againAfter: number;
  /** Rating of the engineer in the revisit, 1–5. */
  readonly rating: number;
}

export function fateOf(seed: string, row: number): Fate {
  const draw = new Draw(seed, row);
  return {
    way: draw.weighted('way', WAYS),
    callBack: draw.weighted('call-back', CALL_BACKS),
    referAfter: draw.between('refer', 2, 8),
    acceptAfter: draw.between('accept', 10, 45),
    planAfter: draw.between('plan', 15, 100),
    handleAfter: draw.between('handle', 30, 360),
    auditAfter: draw.between('audit', 4, 9),
    answerAfter: draw.between('answer', 12, 40),
    lateDays: draw.share('late-days') < 0.6 ? 1 : 2,
    lateMinutes: draw.between('late-minutes', 30, 150),
    againAfter: draw.between('again', 60, 240),
    rating: draw.between('rating', 4, 5),
  };
}
