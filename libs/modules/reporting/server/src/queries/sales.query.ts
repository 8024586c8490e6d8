/** Sales by month, quarter and year, with target and actual, beside the franchisee's service cases (RPT-10). */
import { Injectable } from '@nestjs/common';
import type { SalesLine, SalesView } from '@bihuan/reporting-contract';
import { UnitOfWork } from '@bihuan/database';
import { Customers } from '@bihuan/customers';
import type { Sale, ServiceCount } from '../data/sale.store';
import { SaleStore } from '../data/sale.store';
import { TermStore } from '../data/term.store';
import { rounded } from '../domain/indicator.rules';
import { monthsOf, parsePeriod } from '../domain/period.rules';
import { ReportingPack } from '../pack.settings';
import { invalidField } from '../reporting.errors';

@Injectable()
export class Sales {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sales: SaleStore,
    private readonly terms: TermStore,
    private readonly customers: Customers,
    private readonly pack: ReportingPack,
  ) {}

  /** @throws 422 where the period is not a month, a quarter or a year */
  async of(text: string): Promise<SalesView> {
    const period = parsePeriod(text, this.pack.local(await this.work.now()).day);
    const months = monthsOf(period);
    if (months.length === 0) {
      throw invalidField('/period', 'not-whole', '请给出月、季度或年。 / A month, a quarter or a year.');
    }
    const sums = await this.sales.sums(months);
    const ids = sums.map(({ customerId }) => customerId);
    const closed = await this.terms.closedMonths(period);
    const [service, customers] = await Promise.all([
      this.sales.service(ids, period, closed),
      Promise.all(ids.map((id) => this.customers.get(id))),
    ]);
    const rows = sums
      .map((sale, at) =>
        lineOf(sale, { number: customers[at]?.number ?? '', name: customers[at]?.name ?? '' }, service),
      )
      .sort((a, b) => (a.franchisee < b.franchisee ? -1 : 1));
    return { period: period.text, rows, total: totalOf(rows) };
  }
}

const shareOf = (actual: number, target: number): number | null => (target === 0 ? null : rounded(actual / target));

function lineOf(
  { customerId, target, actual }: Sale,
  { number, name }: { readonly number: string; readonly name: string },
  service: readonly ServiceCount[],
): SalesLine {
  const count = (matter: string): number =>
    service.find((one) => one.customerId === customerId && one.matter === matter)?.cases ?? 0;
  return {
    franchisee: number,
    name,
    target,
    actual,
    share: shareOf(actual, target),
    complaints: count('complaints.complaint'),
    workOrders: count('dispatch.work-order'),
  };
}

function totalOf(rows: readonly SalesLine[]): SalesLine {
  const sum = (of: (row: SalesLine) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const [target, actual] = [sum((row) => row.target), sum((row) => row.actual)];
  return {
    franchisee: '',
    name: '',
    target,
    actual,
    share: shareOf(actual, target),
    complaints: sum((row) => row.complaints),
    workOrders: sum((row) => row.workOrders),
  };
}
