/** APL-9: one contact person per branch and a deputy; a case is never without an owner. */
import { invalidField } from '../appeals.errors';
import type { Signer } from './appeal.state';

/** Who gets a case that comes to a branch: who is named, else the contact person, his deputy, the head. */
export const receiverOf = (candidates: {
  readonly named: Signer | undefined;
  readonly contact: Signer | undefined;
  readonly deputy: Signer | undefined;
  readonly head: Signer | undefined;
}): Signer | undefined => candidates.named ?? candidates.contact ?? candidates.deputy ?? candidates.head;

/** Contact person and deputy are two people. */
export function demandTwo(contactId: string, deputyId: string): void {
  if (contactId !== deputyId) return;
  throw invalidField('/deputyId', 'same-person', '副职不能与联系责任人是同一人。 / The deputy is another person.');
}

const DAY = 86_400_000;

/** Delayed within N days of a change of contact person (default 10): that may have hurt the case. */
export const hurtByChange = (contactChangedAt: Date | null, delayedAt: Date, days: number): boolean =>
  contactChangedAt !== null &&
  delayedAt >= contactChangedAt &&
  delayedAt.getTime() - contactChangedAt.getTime() <= days * DAY;
