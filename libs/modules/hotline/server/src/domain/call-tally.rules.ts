/** HOT-11: one stroke a handled call by kind, per officer and day; strokes and nuisance calls make the day's phone contacts. */
import type { Contact } from './contact.state';

export interface CallTallyCounts {
  readonly rows: readonly { readonly kind: string; readonly count: number }[];
  readonly total: number;
  readonly byOfficer: readonly { readonly officer: string; readonly count: number }[];
  readonly byDay: readonly { readonly day: string; readonly count: number }[];
  readonly nuisance: number;
  readonly phoneContacts: number;
}

/**
 * @param calls phone contacts of the days counted, nuisance included
 * @param titles category code → title, in the order of the sheet
 * @param nameOf employee id → name
 */
export function tallyOf(
  calls: readonly Pick<Contact, 'state' | 'category' | 'takenById' | 'day'>[],
  titles: ReadonlyMap<string, string>,
  nameOf: (employeeId: string) => string,
): CallTallyCounts {
  const handled = calls.filter(({ state }) => state !== 'nuisance');
  const count = <K>(key: (call: (typeof handled)[number]) => K): Map<K, number> =>
    handled.reduce((counts, call) => counts.set(key(call), (counts.get(key(call)) ?? 0) + 1), new Map<K, number>());
  const byCategory = count(({ category }) => category);
  return {
    rows: [...titles]
      .filter(([code]) => code !== 'nuisance')
      .map(([code, kind]) => ({ kind, count: byCategory.get(code) ?? 0 })),
    total: handled.length,
    byOfficer: [...count(({ takenById }) => takenById)].map(([id, n]) => ({ officer: nameOf(id), count: n })),
    byDay: [...count(({ day }) => day)].map(([day, n]) => ({ day, count: n })),
    nuisance: calls.length - handled.length,
    phoneContacts: calls.length,
  };
}
