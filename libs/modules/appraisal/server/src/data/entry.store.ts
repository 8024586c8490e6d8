/** The only reader and writer of `appraisal.entry`. */
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { RowStore } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import type { Entry } from '../domain/entry.state';

export const entries = new RowStore<Entry>('appraisal.entry', {
  id: 'uuid',
  version: 'int',
  state: 'text',
  kind: 'text',
  employeeId: 'uuid',
  unitId: 'uuid',
  date: 'text',
  period: 'text',
  correctionOf: 'text',
  code: 'text',
  points: 'float8',
  amount: 'int',
  ground: 'text',
  witness: 'text',
  number: 'text',
  naturalKey: 'text',
  byId: 'uuid',
  byName: 'text',
  createdAt: 'timestamptz',
  withdrawnAt: 'timestamptz',
  withdrawnBy: 'text',
  withdrawReason: 'text',
});

export const entrySubject = (id: string) => ({ module: 'appraisal', kind: 'entry', id });

export const ENTRY_SCOPE = { ownerColumn: 'r.employee_id', unitColumns: ['r.unit_id'], subjectColumn: 'r.id' };

/** The record, locked, if the reader may see it; 404 else (IDN-2). */
export async function readEntry(tx: Transaction, actor: UserActor, id: string): Promise<Entry> {
  const scope = visible(actor, MAY.readEntry, ENTRY_SCOPE, 2, 'few');
  const [row] = await entries.find(tx, `r.id = $1 and ${scope.sql} for update`, [id, ...scope.parameters]);
  if (!row) throw commonErrors['not-found']();
  return row;
}

/** The record that counts under this key, locked. */
export async function countedUnder(tx: Transaction, naturalKey: string): Promise<Entry | undefined> {
  await tx.flush();
  const [row] = await entries.find(tx, "r.natural_key = $1 and r.state = 'counted' for update", [naturalKey]);
  return row;
}
