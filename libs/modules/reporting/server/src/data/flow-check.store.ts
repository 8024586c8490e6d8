/** The only reader and writer of the month's sheet (RPT-1d). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CheckFlow, Verdict } from '@bihuan/reporting-contract';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';

export interface FlowCheck {
  readonly id: string;
  readonly month: string;
  readonly version: number;
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly checked_by: string | null;
  readonly checked_at: Date | null;
  readonly case_id: string;
  readonly module: string;
  readonly kind: string;
  readonly number: string;
  readonly state: string;
  readonly opened_at: Date;
  readonly dims: Readonly<Record<string, string | null>>;
  readonly measures: Readonly<Record<string, number>>;
}

const SELECT = `select x.id, x.month, x.version, x.verdict, x.reason, x.checked_by, x.checked_at, x.case_id, f.module, f.kind,
    f.number, f.state, f.opened_at, f.dims, f.measures
  from reporting.flow_check x join reporting.fact f on f.case_id = x.case_id`;

/** The lot: whoever draws from the same cases of the same month draws the same. */
const LOT = "sha256(convert_to($1 || ' ' || f.case_id::text, 'UTF8'))";

@Injectable()
export class FlowCheckStore {
  constructor(private readonly work: UnitOfWork) {}

  async drawnAt(month: string): Promise<Date | null> {
    const [row] = await this.work.query<{ drawn_at: Date }>(
      'select drawn_at from reporting.flow_sheet where month = $1',
      [month],
    );
    return row?.drawn_at ?? null;
  }

  list(month: string): Promise<FlowCheck[]> {
    return this.work.query<FlowCheck>(`${SELECT} where x.month = $1 order by f.opened_at, f.number, x.id`, [month]);
  }

  async get(
    reader: Pick<Transaction, 'query'>,
    id: string,
    lock: '' | 'for update of x' = '',
  ): Promise<FlowCheck | undefined> {
    const [row] = await reader.query<FlowCheck>(`${SELECT} where x.id = $1 ${lock}`, [id]);
    return row;
  }

  /** Fills the sheet up to `size` by lot; what was drawn before stays. The caller holds the month's lock. Answers the sheet's id and how many came. */
  async draw(tx: Transaction, month: string, matter: string, size: number): Promise<{ id: string; drawn: number }> {
    const [sheet] = await tx.query<{ id: string }>(
      `insert into reporting.flow_sheet (month, id, drawn_at) values ($1, $2, $3)
       on conflict (month) do update set drawn_at = excluded.drawn_at returning id`,
      [month, randomUUID(), tx.now],
    );
    const drawn = await tx.query<{ case_id: string }>(
      `select f.case_id from reporting.fact f
       where f.matter = $2 and f.day >= ($1 || '-01')::date and f.day < ($1 || '-01')::date + interval '1 month'
         and coalesce((f.measures ->> 'withdrawn')::numeric, 0) = 0
         and not exists (select 1 from reporting.flow_check x where x.case_id = f.case_id)
       order by ${LOT}
       limit greatest($3 - (select count(*) from reporting.flow_check where month = $1), 0)`,
      [month, matter, size],
    );
    const ids = drawn.map(({ case_id }) => case_id);
    await tx.query(
      'insert into reporting.flow_check (id, month, case_id) select x.id, $1, x.case_id from unnest($2::uuid[], $3::uuid[]) as x(id, case_id)',
      [month, ids.map(() => randomUUID()), ids],
    );
    return { id: sheet?.id ?? '', drawn: ids.length };
  }

  async check(tx: Transaction, id: string, { verdict, reason = '' }: CheckFlow, by: string): Promise<void> {
    await tx.query(
      `update reporting.flow_check set verdict = $2, reason = $3, checked_by = $4, checked_at = $5, version = version + 1
       where id = $1`,
      [id, verdict, reason, by, tx.now],
    );
  }
}
