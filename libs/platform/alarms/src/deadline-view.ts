/** A deadline as other rooms and the API see it (DLN-1). */
import type { DeadlineState } from '@bihuan/domain';
import type { Subject } from '@bihuan/plugin-kit';

/** A person, or a unit when nobody in it has it yet. */
export interface DeadlineOwner {
  readonly unitId: string;
  readonly employeeId: string | null;
}

export interface DeadlineView {
  readonly id: string;
  readonly subject: Subject;
  /** The room's name for this clock, such as `referral` or `result`. */
  readonly stage: string;
  readonly policy: string;
  /** Version of the policy it was armed with (DLN-5). */
  readonly policyVersion: number;
  /** Which variant of the policy its facts chose (DLN-4); `null`: the policy as it stands. */
  readonly variant: string | null;
  /** Its limit would end later: it was cut off at an instant that somebody outside set (APL-1). */
  readonly shortened: boolean;
  /** 1 for the first clock of the stage; arming again raises it. */
  readonly generation: number;
  /** `breached` is kept until it is met or cancelled, then `late` tells. */
  readonly state: DeadlineState;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** The first promise, before any pause or re-promise. */
  readonly firstDueAt: Date;
  readonly warnAt: Date;
  readonly owner: DeadlineOwner;
  /** Code of the calendar by which it runs. */
  readonly calendar: string;
  /** Name for board and notices, such as the form's number; never personal. */
  readonly label: string | null;
  readonly pausedAt: Date | null;
  readonly pauseReason: string | null;
  /** Seconds of the limit's own kind left, while paused. */
  readonly remainingSeconds: number | null;
  /** The due instant that passed without the act (DLN-7). */
  readonly breachedAt: Date | null;
  /** When it was met, by the moment of the act. */
  readonly metAt: Date | null;
  /** Met after the due instant; `null` while open. */
  readonly late: boolean | null;
  /** Cancelled because its subject follows another, whose clocks hold for both (DLN-3). */
  readonly merged: boolean;
  /** The due time leans on a year whose holiday notice is not out (CAL-1). */
  readonly provisional: boolean;
}
