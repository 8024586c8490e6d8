/** The only reader and writer of `appraisal.period`. */
import type { Transaction } from '@bihuan/database';
import { RowStore } from '@bihuan/database';
import type { Period } from '../domain/period.state';

export const periods = new RowStore<Period>('appraisal.period', {
  id: 'uuid',
  version: 'int',
  period: 'text',
  state: 'text',
  seed: 'text',
  template: 'jsonb',
  cutOffs: 'jsonb',
  endsAt: 'timestamptz',
  openedAt: 'timestamptz',
  closedAt: 'timestamptz',
  frozenAt: 'timestamptz',
});

export const periodSubject = (id: string) => ({ module: 'appraisal', kind: 'period', id });

type Reader = Pick<Transaction, 'query'>;

/** `for share`: whoever adds records keeps the month from being frozen meanwhile; `for update`: who freezes it. */
export async function findPeriod(
  reader: Reader,
  period: string,
  lock: '' | 'for share' | 'for update' = '',
): Promise<Period | undefined> {
  const [row] = await periods.find(reader, `r.period = $1 ${lock}`, [period]);
  return row && revived(row);
}

/** Months whose records do not stand yet, the earliest first. */
export async function unfrozenPeriods(tx: Transaction): Promise<readonly Period[]> {
  return (await periods.find(tx, "r.state <> 'frozen' order by r.period for share")).map(revived);
}

export async function allPeriods(reader: Reader): Promise<readonly Period[]> {
  return (await periods.find(reader, 'true order by r.period desc')).map(revived);
}

export async function lockPeriod(tx: Transaction, id: string): Promise<Period> {
  return revived(await periods.lock(tx, id));
}

/** Instants inside JSON come back as text. */
function revived(row: Period): Period {
  const { self, head, latest } = row.cutOffs;
  const dated = (cutOff: typeof self) => ({ ...cutOff, dueAt: new Date(cutOff.dueAt) });
  return { ...row, cutOffs: { self: dated(self), head: dated(head), latest: dated(latest) } };
}
