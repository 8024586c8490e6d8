/** CMP-11: read receipts of a circulation. */
import { complaintsErrors } from '../complaints.errors';
import type { Circulation } from './circulation.state';

/** @throws 403 for people who are not on the list; a second reading changes nothing */
export function circulationRead(circulation: Circulation, employeeId: string, now: Date): Circulation {
  if (!circulation.list.some(({ id }) => id === employeeId)) throw complaintsErrors['not-on-the-list']();
  const list = circulation.list.map((one) =>
    one.id === employeeId && one.readAt === null ? { ...one, readAt: now.toISOString() } : one,
  );
  return { ...circulation, list, state: list.every(({ readAt }) => readAt !== null) ? 'read' : 'issued' };
}
