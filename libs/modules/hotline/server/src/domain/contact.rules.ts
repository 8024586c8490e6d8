/** Named rules of a contact. */
import type { Contact } from './contact.state';

const DAY = 86_400_000;

/** HOT-5a: concluded by the first contact only when the customer understood and is satisfied. */
export const settlesAtOnce = (answer: { understood: boolean; satisfied: boolean }): boolean =>
  answer.understood && answer.satisfied;

/** HOT-5a: 'no' opens a problem form. */
export const needsForm = (contact: Contact, forms: number): boolean =>
  contact.state === 'open' &&
  forms === 0 &&
  contact.answer !== null &&
  !(contact.understood === true && contact.satisfied === true);

/**
 * HOT-5b, RD-44: counts as first-contact resolution unless it was reopened within the window.
 *
 * @param windowDays pack data (`modules.hotline.firstContactWindowDays`)
 */
export function isFirstContactResolution(contact: Contact, windowDays: number): boolean {
  const { firstConclusion, firstConcludedAt, firstReopenedAt } = contact;
  if (firstConclusion !== 'first-contact' && firstConclusion !== 'no-answer') return false;
  if (!firstReopenedAt || !firstConcludedAt) return true;
  return firstReopenedAt.getTime() - firstConcludedAt.getTime() > windowDays * DAY;
}
