/** Rows of imports: the file sealed until it is committed or given up, then only what came of it (CUS-4, CUS-5). */
import { Injectable } from '@nestjs/common';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { ImportResult } from './import-kinds';
import type { RowError } from './table/columns';

export type ImportState = 'uploaded' | 'faulty' | 'checked' | 'committed';

export interface ImportRow {
  readonly id: string;
  readonly kind: string;
  readonly state: ImportState;
  readonly format: 'xlsx' | 'csv';
  readonly key_id: string;
  readonly sealed_file: Buffer | null;
  readonly row_count: number | null;
  readonly error_count: number;
  readonly errors: readonly RowError[];
  readonly result: ImportResult | null;
  readonly uploaded_by: string;
  readonly uploaded_at: Date;
  readonly committed_at: Date | null;
}

const COLUMNS =
  'id, kind, state, format, key_id, sealed_file, row_count, error_count, errors, result, uploaded_by, uploaded_at, committed_at';

@Injectable()
export class ImportStore {
  constructor(private readonly work: UnitOfWork) {}

  /** @param keptUntil real time after which the file goes, committed or not */
  async add(
    tx: Transaction,
    row: Pick<ImportRow, 'id' | 'kind' | 'format' | 'key_id' | 'sealed_file' | 'uploaded_by'>,
    keptUntil: Date,
  ): Promise<void> {
    await tx.query(
      `insert into exchange.import (id, kind, state, format, key_id, sealed_file, errors, uploaded_by, uploaded_at, kept_until)
       values ($1, $2, 'uploaded', $3, $4, $5, '[]', $6, $7, $8)`,
      [row.id, row.kind, row.format, row.key_id, row.sealed_file, row.uploaded_by, tx.now, keptUntil],
    );
  }

  /** Only who uploaded it: 404 for everybody else. */
  async of(id: string, employeeId: string): Promise<ImportRow> {
    return found(
      await this.work.query<ImportRow>(`select ${COLUMNS} from exchange.import where ${MINE}`, [id, employeeId]),
    );
  }

  async lock(tx: Transaction, id: string, employeeId: string): Promise<ImportRow> {
    const rows = await tx.query<ImportRow>(`select ${COLUMNS} from exchange.import where ${MINE} for update`, [
      id,
      employeeId,
    ]);
    return found(rows);
  }

  async checked(
    tx: Transaction,
    id: string,
    rowCount: number,
    errors: readonly RowError[],
    shown: number,
  ): Promise<void> {
    await tx.query(
      `update exchange.import set state = $2, row_count = $3, error_count = $4, errors = $5, checked_at = $6 where id = $1`,
      [
        id,
        errors.length > 0 ? 'faulty' : 'checked',
        rowCount,
        errors.length,
        JSON.stringify(errors.slice(0, shown)),
        tx.now,
      ],
    );
  }

  /** The rows stand in the rooms' own tables now: the file is not needed any more. */
  async committed(tx: Transaction, id: string, result: ImportResult | undefined): Promise<void> {
    await tx.query(
      `update exchange.import set state = 'committed', result = $2, committed_at = $3, sealed_file = null, kept_until = null
       where id = $1`,
      [id, result ? JSON.stringify(result) : null, tx.now],
    );
  }

  /** Removes the files nobody committed in time; that there was one stays. */
  async sweep(now: Date): Promise<void> {
    await this.work.query('update exchange.import set sealed_file = null, kept_until = null where kept_until <= $1', [
      now,
    ]);
  }
}

const MINE = 'id = $1 and uploaded_by = $2';

function found(rows: readonly ImportRow[]): ImportRow {
  const [row] = rows;
  if (!row) throw commonErrors['not-found']();
  return row;
}
