/** The only reader and writer of figures from outside (RPT-1c, CMP-16). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EnterBaseFigures } from '@bihuan/reporting-contract';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { BaseRow } from '../domain/base.rules';

export interface BaseFigure {
  readonly figure: string;
  readonly period: string;
  readonly business: string;
  readonly level: string;
  readonly brand: string;
  readonly unit_id: string | null;
  readonly value: string;
  readonly source: string;
  readonly entered_at: Date;
}

type Source = 'entered' | 'imported';

@Injectable()
export class BaseFigureStore {
  constructor(private readonly work: UnitOfWork) {}

  /** A row of the same figure, period and codes replaces the one before. Answers how many stood there already. */
  async put(
    tx: Transaction,
    { figure, period, rows }: EnterBaseFigures,
    source: Source,
    employeeId: string | null,
  ): Promise<number> {
    let replaced = 0;
    for (const { value, business = '', level = '', brand = '', unitId = null } of rows) {
      const [row] = await tx.query<{ fresh: boolean }>(
        `insert into reporting.base_figure
           (id, figure, period, business, level, brand, unit_id, value, source, entered_at, entered_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (figure, period, business, level, brand, unit_id) do update set value = excluded.value,
           source = excluded.source, entered_at = excluded.entered_at, entered_by = excluded.entered_by
         returning (xmax = 0) as fresh`,
        [randomUUID(), figure, period, business, level, brand, unitId, value, source, tx.now, employeeId],
      );
      if (row?.fresh === false) replaced += 1;
    }
    return replaced;
  }

  list(figure: string | undefined, period: string | undefined): Promise<BaseFigure[]> {
    return this.work.query<BaseFigure>(
      `select figure, period, business, level, brand, unit_id, value::text as value, source, entered_at
       from reporting.base_figure
       where ($1::text is null or figure = $1) and ($2::text is null or period = $2)
       order by period desc, figure, business, level, brand, unit_id limit 1000`,
      [figure ?? null, period ?? null],
    );
  }

  /** Rows of a figure for a period as it is written, and for its months. */
  async of(figure: string, periods: readonly string[]): Promise<(BaseRow & { readonly source: Source })[]> {
    const rows = await this.work.query<BaseFigure & { source: Source }>(
      `select period, business, level, brand, unit_id, value::text as value, source from reporting.base_figure
       where figure = $1 and period = any($2)`,
      [figure, periods],
    );
    return rows.map(({ period, business, level, brand, unit_id, value, source }) => ({
      period,
      source,
      value: Number(value),
      codes: { business: business || null, level: level || null, brand: brand || null, unit: unit_id },
    }));
  }
}
