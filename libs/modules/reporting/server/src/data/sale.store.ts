/** Sales of franchisees by month, and the service cases beside them (RPT-10). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Conditions } from './conditions.part';
import { factRows } from './row-source.part';
import type { Period } from '../domain/period.rules';

export interface Sale {
  readonly customerId: string;
  /** Fen. */
  readonly target: number;
  readonly actual: number;
}

export interface ServiceCount {
  readonly customerId: string;
  readonly matter: string;
  readonly cases: number;
}

@Injectable()
export class SaleStore {
  constructor(private readonly work: UnitOfWork) {}

  /** A month sent again replaces what stood for it. */
  async put(tx: Transaction, month: string, { customerId, target, actual }: Sale): Promise<void> {
    await tx.query(
      `insert into reporting.sale (customer_id, month, target, actual, imported_at) values ($1, $2, $3, $4, $5)
       on conflict (customer_id, month) do update set target = excluded.target, actual = excluded.actual,
         imported_at = excluded.imported_at`,
      [customerId, month, target, actual, tx.now],
    );
  }

  /** Sums over months. */
  async sums(months: readonly string[]): Promise<Sale[]> {
    const rows = await this.work.query<{ customer_id: string; target: string; actual: string }>(
      `select customer_id, sum(target)::text as target, sum(actual)::text as actual
       from reporting.sale where month = any($1) group by customer_id`,
      [months],
    );
    return rows.map((row) => ({ customerId: row.customer_id, target: Number(row.target), actual: Number(row.actual) }));
  }

  /** Cases of these customers, by matter. */
  service(customerIds: readonly string[], period: Period, closed: readonly string[]): Promise<ServiceCount[]> {
    const where = new Conditions();
    const from = factRows(where, period, closed);
    where.add(`r.dims ->> 'customer' = any(${where.bind(customerIds)})`);
    return this.work.search<ServiceCount>(
      `select (r.dims ->> 'customer') as "customerId", r.matter, count(*)::int as cases
       from ${from} where ${where.sql} group by 1, 2`,
      where.parameters,
    );
  }
}
