/** The very rows behind a figure, and when they came in (RPT-2, RPT-5). */
import { Injectable } from '@nestjs/common';
import type { HeatCell } from '@bihuan/reporting-contract';
import { UnitOfWork } from '@bihuan/database';
import type { Term } from '../domain/indicator.rules';
import { Conditions } from './conditions.part';
import type { Slice } from './row-source.part';
import { clockColumn, clockRows, factColumn, factRows, measureOf, narrow } from './row-source.part';

export interface CaseRow {
  readonly id: string;
  readonly case_id: string;
  readonly matter: string;
  readonly number: string | null;
  readonly state: string;
  readonly at: Date;
  readonly stage: string | null;
  readonly dims: Readonly<Record<string, string | null>>;
  /** What it adds to the numerator, `null` where it does not know. */
  readonly value: string | null;
}

export interface CasePage {
  /** Instant and id of the last row of the page before. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

@Injectable()
export class CaseStore {
  constructor(private readonly work: UnitOfWork) {}

  /** Rows that `counted` sums something of, with what each adds to `numerator`; oldest first. */
  rows(
    numerator: Term,
    counted: Term,
    slice: Slice,
    closed: readonly string[],
    { after, limit }: CasePage,
  ): Promise<CaseRow[]> {
    const where = new Conditions();
    const ofClocks = counted.source === 'clocks';
    const from = (ofClocks ? clockRows : factRows)(where, slice.period, closed);
    where.add(`r.matter = ${where.bind(counted.matter)} and coalesce(${measureOf(counted)}, 0) <> 0`);
    narrow(where, counted, slice, ofClocks ? clockColumn : factColumn);
    const at = ofClocks ? 'r.started_at' : 'r.opened_at';
    const id = ofClocks ? 'r.id' : 'r.case_id';
    if (after) where.add(`(${at}, ${id}) > (${where.bind(after[0])}::timestamptz, ${where.bind(after[1])}::uuid)`);
    const value =
      numerator.matter === counted.matter && numerator.source === counted.source ? measureOf(numerator) : 'null';
    return this.work.search<CaseRow>(
      `select ${id} as id, r.case_id, r.matter, r.number, r.state, ${at} as at, ${ofClocks ? 'r.stage' : 'null::text'} as stage,
         r.dims, (${value})::text as value
       from ${from} where ${where.sql} order by ${at}, ${id} limit ${where.bind(limit)}`,
      where.parameters,
    );
  }

  /** Cases by hour and weekday of their intake, on the company's clock. */
  heat(term: Term, slice: Slice, closed: readonly string[]): Promise<HeatCell[]> {
    const where = new Conditions();
    const from = factRows(where, slice.period, closed);
    where.add(`r.matter = ${where.bind(term.matter)} and coalesce(${measureOf(term)}, 0) <> 0`);
    narrow(where, term, slice, factColumn);
    return this.work.search<HeatCell>(
      `select extract(isodow from r.day)::int as weekday, r.hour::int as hour, count(*)::int as cases
       from ${from} where ${where.sql} group by 1, 2 order by 1, 2`,
      where.parameters,
    );
  }
}
