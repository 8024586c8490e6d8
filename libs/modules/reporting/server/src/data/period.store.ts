/** Closed months: the rows as they stood, and a hash over them (RPT-4). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';

export interface ClosedPeriod {
  readonly id: string;
  readonly month: string;
  readonly closed_at: Date;
  readonly closed_by: string | null;
  readonly hash: string;
  readonly cases: number;
}

const COLUMNS = 'id, month, closed_at, closed_by, hash, cases';

const CLOCK = `id, matter, case_id, number, stage, unit_id, person_id, started_at, due_at, first_due_at, ended_at, state,
  late, warned_at, breached_at, supervised_at, supervisions, re_promises, limit_seconds, actual_seconds, day`;
const FACT = `case_id, matter, module, kind, number, version, state, open, opened_at, concluded_at, answered_at, day,
  hour, dims, measures`;

const digest = (rows: string, order: string): string =>
  `select encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(line, 'UTF8')), 'hex'), '' order by ${order}), ''),
     'UTF8')), 'hex') as hash, count(*)::int as n from (${rows}) x`;

@Injectable()
export class PeriodStore {
  constructor(private readonly work: UnitOfWork) {}

  /** Nobody enters a case of the month any more until the transaction ends; closed already: the row. */
  async lock(tx: Transaction, month: string): Promise<ClosedPeriod | undefined> {
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`reporting.${month}`]);
    const [row] = await tx.query<ClosedPeriod>(`select ${COLUMNS} from reporting.period where month = $1`, [month]);
    return row;
  }

  /** Copies the month's rows and keeps the hash over them. */
  async freeze(tx: Transaction, month: string, closedBy: string | null): Promise<ClosedPeriod> {
    const first = `${month}-01`;
    const inMonth = `day >= $2::date and day < ($2::date + interval '1 month')`;
    await tx.query(
      `insert into reporting.frozen_fact (month, ${FACT}) select $1, ${FACT} from reporting.fact where ${inMonth}`,
      [month, first],
    );
    const named = CLOCK.split(',').map((name) => `c.${name.trim()}`);
    await tx.query(
      `insert into reporting.frozen_clock (month, ${CLOCK}, dims)
       select $1, ${named.join(', ')}, coalesce(f.dims, '{}'::jsonb)
       from reporting.clock c left join reporting.fact f on f.case_id = c.case_id
       where ${inMonth.replaceAll('day >=', 'c.day >=').replaceAll('day <', 'c.day <')}`,
      [month, first],
    );
    const { hash, cases } = await this.hashOf(tx, month);
    const [row] = await tx.query<ClosedPeriod>(
      `insert into reporting.period (id, month, closed_at, closed_by, hash, cases) values ($1, $2, $3, $4, $5, $6)
       returning ${COLUMNS}`,
      [randomUUID(), month, tx.now, closedBy, hash, cases],
    );
    return row as ClosedPeriod;
  }

  /** SHA-256 over the frozen rows, in their order; the same whenever it is computed. */
  async hashOf(tx: Pick<Transaction, 'query'>, month: string): Promise<{ hash: string; cases: number }> {
    const facts = `select case_id as id, row_to_json(f)::text as line from (
      select ${FACT} from reporting.frozen_fact where month = $1) f`;
    const clocks = `select id, row_to_json(c)::text as line from (
      select ${CLOCK}, dims from reporting.frozen_clock where month = $1) c`;
    const checks = `select id, row_to_json(s)::text as line from (
      select id, case_id, verdict, reason, checked_by, checked_at from reporting.flow_check where month = $1) s`;
    await tx.query("select set_config('timezone', 'UTC', true)");
    const [of] = await tx.query<{ hash: string; n: number }>(digest(facts, 'id'), [month]);
    const [and] = await tx.query<{ hash: string }>(digest(clocks, 'id'), [month]);
    // A month without a sheet has the hash it always had.
    const [sheet] = await tx.query<{ hash: string; n: number }>(digest(checks, 'id'), [month]);
    const seen = sheet && sheet.n > 0 ? sheet.hash : '';
    const [both] = await tx.query<{ hash: string }>("select encode(sha256(convert_to($1, 'UTF8')), 'hex') as hash", [
      `${of?.hash ?? ''}${and?.hash ?? ''}${seen}`,
    ]);
    return { hash: both?.hash ?? '', cases: of?.n ?? 0 };
  }

  list(): Promise<ClosedPeriod[]> {
    return this.work.query<ClosedPeriod>(`select ${COLUMNS} from reporting.period order by month desc limit 120`);
  }

  /** Months before this one that have cases and are open. */
  async openMonths(before: string): Promise<{ month: string; cases: number }[]> {
    return this.work.query<{ month: string; cases: number }>(
      `select to_char(day, 'YYYY-MM') as month, count(*)::int as cases from reporting.fact
       where day < ($1 || '-01')::date group by 1
       having to_char(day, 'YYYY-MM') not in (select month from reporting.period) order by 1 desc`,
      [before],
    );
  }

  /** Local day on which the module began in this company; noted the first time. */
  async begin(tx: Transaction, today: string, rolled: string): Promise<void> {
    await tx.query(
      'insert into reporting.state (one, began, rolled) values (true, $1::date, $2) on conflict (one) do nothing',
      [today, rolled],
    );
  }

  /** Local day on which the module began; none before its first look. */
  async begun(): Promise<string | undefined> {
    const [row] = await this.work.query<{ began: string }>('select began::text as began from reporting.state');
    return row?.began;
  }

  /** Closed months from the first on. */
  async closedSince(month: string): Promise<ReadonlySet<string>> {
    const rows = await this.work.query<{ month: string }>('select month from reporting.period where month >= $1', [
      month,
    ]);
    return new Set(rows.map((row) => row.month));
  }
}
