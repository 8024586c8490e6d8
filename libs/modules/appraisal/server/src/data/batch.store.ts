/** The only reader and writer of `appraisal.batch` and `appraisal.receipt` (APR-9). */
import type { HrFile, HrReceipt } from '@bihuan/appraisal-contract';
import type { Transaction } from '@bihuan/database';

type Reader = Pick<Transaction, 'query'>;

export interface Batch {
  readonly id: string;
  readonly period: string;
  readonly file: HrFile;
  readonly madeAt: Date;
}

export interface ReceiptLine {
  readonly staffNumber: string;
  readonly accepted: boolean;
  readonly reason: string;
}

const BATCH = 'id, period, file, made_at as "madeAt"';

/** The same content is the same batch: exporting twice keeps one (APR-9). */
export async function keepBatch(tx: Transaction, file: HrFile, by: string): Promise<void> {
  await tx.query(
    `insert into appraisal.batch (id, period, file, made_at, made_by) values ($1, $2, $3::jsonb, $4, $5)
     on conflict (id) do nothing`,
    [file.batch, file.period, JSON.stringify(file), tx.now, by],
  );
}

export async function lockBatch(tx: Transaction, period: string, id: string): Promise<Batch | undefined> {
  const [row] = await tx.query<Batch>(`select ${BATCH} from appraisal.batch where id = $1 and period = $2 for update`, [
    id,
    period,
  ]);
  return row;
}

export async function batchOf(reader: Reader, id: string): Promise<Batch | undefined> {
  const [row] = await reader.query<Batch>(`select ${BATCH} from appraisal.batch where id = $1`, [id]);
  return row;
}

export const batchesOf = (reader: Reader, period: string): Promise<Batch[]> =>
  reader.query<Batch>(`select ${BATCH} from appraisal.batch where period = $1 order by made_at desc, id`, [period]);

/** A row answered again replaces the answer before. Answers how many rows are new or different. */
export async function keepReceipt(tx: Transaction, { batch, rows }: HrReceipt): Promise<number> {
  const changed = await tx.query(
    `insert into appraisal.receipt as r (batch, staff_number, accepted, reason, at)
     select $1, f.staff_number, f.accepted, f.reason, $5
     from unnest($2::text[], $3::boolean[], $4::text[]) f(staff_number, accepted, reason)
     on conflict (batch, staff_number) do update set accepted = excluded.accepted, reason = excluded.reason, at = excluded.at
     where (r.accepted, r.reason) is distinct from (excluded.accepted, excluded.reason)
     returning 1`,
    [
      batch,
      rows.map(({ staffNumber }) => staffNumber),
      rows.map(({ accepted }) => accepted),
      rows.map(({ reason }) => reason ?? ''),
      tx.now,
    ],
  );
  return changed.length;
}

export const receiptOf = (reader: Reader, batch: string): Promise<ReceiptLine[]> =>
  reader.query<ReceiptLine>(
    'select staff_number as "staffNumber", accepted, reason from appraisal.receipt where batch = $1',
    [batch],
  );
