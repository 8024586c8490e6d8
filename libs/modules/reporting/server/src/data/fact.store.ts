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
  /** Rows of these cases, locked in one order, by case. */
  async lock(tx: Transaction, caseIds: readonly string[]): Promise<Map<string, FactRow>> {
    const rows = await tx.query<Stored>(
      `select ${FACT_COLUMNS} from reporting.fact where case_id = any($1) order by case_id for update`,
      [caseIds],
    );
    return new Map(rows.map((row) => [row.case_id, factOf(row)]));
  }

  /** A later version replaces the earlier; each case once. */
  async put(tx: Transaction, rows: readonly FactRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `insert into reporting.fact (case_id, matter, module, kind, number, version, state, open, opened_at, concluded_at,
         answered_at, day, hour, dims, measures)
       select "caseId", matter, module, kind, number, version, state, open, "openedAt", "concludedAt", "answeredAt", day,
         hour, dims, measures
       from json_to_recordset($1::json) as r("caseId" uuid, matter text, module text, kind text, number text,
         version int, state text, open boolean, "openedAt" timestamptz, "concludedAt" timestamptz,
         "answeredAt" timestamptz, day date, hour int, dims jsonb, measures jsonb)
       on conflict (case_id) do update set number = excluded.number, version = excluded.version, state = excluded.state,
         open = excluded.open, opened_at = excluded.opened_at, concluded_at = excluded.concluded_at,
         answered_at = excluded.answered_at, day = excluded.day, hour = excluded.hour, dims = excluded.dims,
         measures = excluded.measures`,
      [JSON.stringify(rows)],
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

  /** Of these months those whose book is closed: their cells stand. Shared lock: nobody closes one meanwhile. */
  async closedOf(tx: Transaction, months: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const asked = [...months].sort();
    await tx.query('select pg_advisory_xact_lock_shared(hashtext(name)) from unnest($1::text[]) as name', [
      asked.map((month) => `reporting.${month}`),
    ]);
    const rows = await tx.query<{ month: string }>('select month from reporting.period where month = any($1)', [asked]);
    return new Set(rows.map(({ month }) => month));
  }
}
