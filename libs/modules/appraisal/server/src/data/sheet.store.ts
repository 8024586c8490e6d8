/** The only reader and writer of `appraisal.sheet`. */
import type { Transaction } from '@bihuan/database';
import { RowStore } from '@bihuan/database';
import type { Sheet } from '../domain/sheet.state';
import type { Sources } from '../domain/source.state';

export const sheets = new RowStore<Sheet>('appraisal.sheet', {
  id: 'uuid',
  version: 'int',
  number: 'text',
  state: 'text',
  customerId: 'uuid',
  keyId: 'uuid',
  dueAt: 'timestamptz',
  createdAt: 'timestamptz',
  periodId: 'uuid',
  period: 'text',
  employeeId: 'uuid',
  staffNumber: 'text',
  employeeName: 'text',
  unitId: 'uuid',
  headId: 'uuid',
  ownerUnitId: 'uuid',
  selfAt: 'timestamptz',
  headAt: 'timestamptz',
  self: 'jsonb',
  head: 'jsonb',
  sources: 'jsonb',
  frozenAt: 'timestamptz',
  result: 'jsonb',
  hash: 'text',
  total: 'float8',
  releasedAt: 'timestamptz',
});

/** Sheets and proposals are about people of the house: no customer's key stands behind them (CUS-5). */
export const NO_KEY = '00000000-0000-0000-0000-000000000000';

/** Puts the snapshots of a month on its sheets, one statement for all (APR-7). */
export async function freezeSources(tx: Transaction, snapshots: ReadonlyMap<string, Sources>, at: Date): Promise<void> {
  await tx.query(
    `update appraisal.sheet s set sources = f.sources, frozen_at = $3, version = s.version + 1
     from unnest($1::uuid[], $2::jsonb[]) f(id, sources) where s.id = f.id and s.frozen_at is null`,
    [[...snapshots.keys()], [...snapshots.values()].map((sources) => JSON.stringify(sources)), at],
  );
}

/** The month is over: whose sheet it is now, and until when the self score is due. */
export async function openScoring(
  tx: Transaction,
  sheets: readonly { readonly id: string; readonly unitId: string; readonly headId: string | null }[],
  dueAt: Date,
): Promise<void> {
  await tx.query(
    `update appraisal.sheet s set unit_id = f.unit_id, head_id = f.head_id, due_at = $4, version = s.version + 1
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) f(id, unit_id, head_id) where s.id = f.id`,
    [sheets.map(({ id }) => id), sheets.map(({ unitId }) => unitId), sheets.map(({ headId }) => headId), dueAt],
  );
}

/** The nearest clock of a sheet was moved by a calendar; nobody's act, so no version of his is stale (CAL-4). */
export async function moveDueTime(tx: Transaction, id: string, dueAt: Date | null): Promise<void> {
  await tx.query('update appraisal.sheet set due_at = $2 where id = $1', [id, dueAt]);
}
