/** The only reader and writer of cases' rows and of the cells they are rolled up to (RPT-8). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { Delta, FactRow } from '../domain/fact.rules';

interface Stored {
  case_id: string;
  matter: string;
  module: string;
  kind: string;
  number: string;
  version: number;
  state: string;
  open: boolean;
  opened_at: Date;
  concluded_at: Date | null;
  answered_at: Date | null;
  day: string;
  hour: number;
  dims: FactRow['dims'];
  measures: FactRow['measures'];
}

export const FACT_COLUMNS = `case_id, matter, module, kind, number, version, state, open, opened_at, concluded_at,
  answered_at, day::text as day, hour, dims, measures`;

export const factOf = (row: Stored): FactRow => ({
  caseId: row.case_id,
  matter: row.matter,
  module: row.module,
  kind: row.kind,
  number: row.number,
  version: row.version,
  state: row.state,
  open: row.open,
  openedAt: row.opened_at,
  concludedAt: row.concluded_at,
  answeredAt: row.answered_at,
  day: row.day,
  hour: row.hour,
  dims: row.dims,
  measures: row.measures,
});

@Injectable()
export class FactStore {
  async lock(tx: Transaction, caseId: string): Promise<FactRow | undefined> {
    const [row] = await tx.query<Stored>(`select ${FACT_COLUMNS} from reporting.fact where case_id = $1 for update`, [
      caseId,
    ]);
    return row && factOf(row);
  }

  /** A later version replaces the earlier. */
  async put(tx: Transaction, row: FactRow): Promise<void> {
    await tx.query(
      `insert into reporting.fact (case_id, matter, module, kind, number, version, state, open, opened_at, concluded_at,
         answered_at, day, hour, dims, measures)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::date, $13, $14::jsonb, $15::jsonb)
       on conflict (case_id) do update set number = excluded.number, version = excluded.version, state = excluded.state,
         open = excluded.open, opened_at = excluded.opened_at, concluded_at = excluded.concluded_at,
         answered_at = excluded.answered_at, day = excluded.day, hour = excluded.hour, dims = excluded.dims,
         measures = excluded.measures`,
      [
        row.caseId,
        row.matter,
        row.module,
        row.kind,
        row.number,
        row.version,
        row.state,
        row.open,
        row.openedAt,
        row.concludedAt,
        row.answeredAt,
        row.day,
        row.hour,
        JSON.stringify(row.dims),
        JSON.stringify(row.measures),
      ],
    );
  }

  /** Adds to the cells in one order, so that two cases at once never wait for each other; what comes to nothing is not sent. */
  async add(tx: Transaction, matter: string, deltas: readonly Delta[]): Promise<void> {
    if (deltas.length === 0) return;
    const column = <T>(of: (delta: Delta) => T): T[] => deltas.map(of);
    await tx.query(
      `insert into reporting.cell (matter, cube, month, d1, d2, d3, measure, value)
       select $1, x.cube, x.month, x.d1, x.d2, x.d3, x.measure, sum(x.value) from unnest(
         $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[])
         as x(cube, month, d1, d2, d3, measure, value)
       group by x.cube, x.month, x.measure, x.d1, x.d2, x.d3 having sum(x.value) <> 0
       order by x.cube, x.month, x.measure, x.d1, x.d2, x.d3
       on conflict (matter, cube, month, measure, d1, d2, d3) do update set value = reporting.cell.value + excluded.value`,
      [
        matter,
        column(({ cube }) => cube),
        column(({ month }) => month),
        column(({ codes }) => codes[0] ?? ''),
        column(({ codes }) => codes[1] ?? ''),
        column(({ codes }) => codes[2] ?? ''),
        column(({ measure }) => measure),
        column(({ value }) => value),
      ],
    );
  }

  /** Is the month's book closed? Its cells stand then. Shared lock: nobody closes it while a case is entered. */
  async isClosed(tx: Transaction, month: string): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock_shared(hashtext($1))', [`reporting.${month}`]);
    const rows = await tx.query('select 1 from reporting.period where month = $1', [month]);
    return rows.length > 0;
  }
}
