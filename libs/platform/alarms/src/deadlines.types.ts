/** What rooms say when they arm a clock or promise anew (DLN-1, DLN-3). */
import type { Facts } from '@bihuan/domain';
import type { Subject } from '@bihuan/plugin-kit';
import type { DeadlineOwner } from './deadline-view';

export interface ArmDeadline {
  readonly subject: Subject;
  readonly stage: string;
  /** Code of a policy of the pack. */
  readonly policy: string;
  readonly startedAt: Date;
  /** A due time that the customer or a regulator names, instead of the policy's limit. */
  readonly dueAt?: Date;
  /** What the policy's variants and limit table ask about: level, business line, kind, gravity (DLN-4). Never personal. */
  readonly facts?: Facts;
  /** The clock may not be due later, whatever its limit says: a regulator's own date (APL-1). */
  readonly notAfter?: Date;
  readonly owner: DeadlineOwner;
  /** Role → employee id, for the steps' recipients: `{ officer, handler }`. `owner` is added. */
  readonly people?: Readonly<Record<string, string>>;
  /** Code of the calendar; by default that of the owner's unit, then also after a change of owner (DLN-1b). */
  readonly calendar?: string;
  /** Name for board and notices, such as the form's number; never personal. */
  readonly label?: string;
  /** The subject was made in this very transaction: no clock of the stage can exist, and no question is asked. */
  readonly first?: boolean;
}

export interface NewPromise {
  readonly dueAt: Date;
  /** Stays in the timeline in plain words: nothing personal. */
  readonly reason: string;
  /** Employee id, where the pack asks for approval. */
  readonly approvedBy?: string;
}
