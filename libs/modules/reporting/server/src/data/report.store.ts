/** Reports that were due, each once, and how far each schedule has come (RPT-7). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';

export interface Report {
  readonly id: string;
  readonly schedule: string;
  readonly form_code: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly due_at: Date;
  readonly sent_at: Date | null;
  readonly state: 'waiting' | 'sent' | 'not-deployed' | 'failed';
  readonly print_id: string | null;
  readonly sha256: string | null;
  readonly recipients: readonly string[];
  readonly error: string | null;
  readonly attempts: number;
}

const COLUMNS = `id, schedule, form_code, from_day::text as from_day, to_day::text as to_day, due_at, sent_at, state,
  print_id, sha256, recipients, error, attempts`;

type NewReport = Pick<Report, 'schedule' | 'form_code' | 'from_day' | 'to_day' | 'due_at'>;

@Injectable()
export class ReportStore {
  constructor(private readonly work: UnitOfWork) {}

  /** Schedule → up to where its reports were made. */
  async progress(): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.work.query<{ code: string; done_until: Date }>(
      'select code, done_until from reporting.schedule',
    );
    return new Map(rows.map((row) => [row.code, row.done_until]));
  }

  /** A schedule seen for the first time begins now: nothing of the past is sent. */
  async begin(tx: Transaction, codes: readonly string[]): Promise<number> {
    const rows = await tx.query(
      `insert into reporting.schedule (code, done_until) select unnest($1::text[]), $2
       on conflict (code) do nothing returning code`,
      [codes, tx.now],
    );
    return rows.length;
  }

  /** Notes a report as due, unless somebody else just did. */
  async due(tx: Transaction, report: NewReport): Promise<boolean> {
    const moved = await tx.query(
      'update reporting.schedule set done_until = $2 where code = $1 and done_until < $2 returning code',
      [report.schedule, report.due_at],
    );
    if (moved.length === 0) return false;
    await tx.query(
      `insert into reporting.report (id, schedule, form_code, from_day, to_day, due_at, state, recipients, retry_at)
       values ($1, $2, $3, $4::date, $5::date, $6, 'waiting', '{}', $7) on conflict (schedule, due_at) do nothing`,
      [randomUUID(), report.schedule, report.form_code, report.from_day, report.to_day, report.due_at, tx.now],
    );
    return true;
  }

  /** The oldest that is to be made; taken by us alone until it is tried again. @param retry when, by attempts so far */
  async take(tx: Transaction, retry: (attempts: number) => Date | null): Promise<Report | undefined> {
    const [row] = await tx.query<Report>(
      `select ${COLUMNS} from reporting.report where state in ('waiting', 'failed') and retry_at <= $1
       order by due_at, schedule limit 1 for update skip locked`,
      [tx.now],
    );
    if (!row) return undefined;
    return this.taken(tx, row, retry(row.attempts + 1));
  }

  /** By hand, whatever became of it before. */
  async lock(tx: Transaction, id: string): Promise<Report | undefined> {
    const [row] = await tx.query<Report>(`select ${COLUMNS} from reporting.report where id = $1 for update`, [id]);
    return row;
  }

  async taken(tx: Transaction, row: Report, retryAt: Date | null): Promise<Report> {
    await tx.query('update reporting.report set attempts = attempts + 1, retry_at = $2 where id = $1', [
      row.id,
      retryAt,
    ]);
    return { ...row, attempts: row.attempts + 1 };
  }

  async sent(
    tx: Transaction,
    id: string,
    { printId, sha256, recipients }: { printId: string; sha256: string; recipients: readonly string[] },
  ): Promise<void> {
    await tx.query(
      `update reporting.report set state = 'sent', sent_at = $2, print_id = $3, sha256 = $4, recipients = $5,
         error = null, retry_at = null where id = $1`,
      [id, tx.now, printId, sha256, recipients],
    );
  }

  /** @param retryAt none: it is not tried again by itself */
  async failed(
    tx: Transaction,
    id: string,
    state: 'failed' | 'not-deployed',
    { error, retryAt }: { error: string; retryAt: Date | null },
  ): Promise<void> {
    await tx.query('update reporting.report set state = $2, error = $3, retry_at = $4 where id = $1', [
      id,
      state,
      error,
      retryAt,
    ]);
  }

  async find(id: string): Promise<Report | undefined> {
    const [row] = await this.work.query<Report>(`select ${COLUMNS} from reporting.report where id = $1`, [id]);
    return row;
  }

  /** The newest first; of one recipient, or of all. */
  list(limit: number, after: readonly [string, string] | undefined, recipient: string | null): Promise<Report[]> {
    return this.work.query<Report>(
      `select ${COLUMNS} from reporting.report
       where ($1::timestamptz is null or (due_at, id) < ($1::timestamptz, $2::uuid))
         and ($3::uuid is null or $3 = any(recipients))
       order by due_at desc, id desc limit $4`,
      [after?.[0] ?? null, after?.[1] ?? null, recipient, limit],
    );
  }

  async nextRetry(): Promise<Date | null> {
    const [row] = await this.work.query<{ at: Date | null }>(
      "select min(retry_at) as at from reporting.report where state in ('waiting', 'failed')",
    );
    return row?.at ?? null;
  }
}
