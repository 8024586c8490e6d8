/** Sales of franchisees as a file, a row a franchisee and month with target and actual (RPT-10, SYS-43). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import { customersByNumber } from '@bihuan/customers';
import type { CheckContext, RowError, TableColumn, TableRow } from '@bihuan/exchange';
import { ImportKinds } from '@bihuan/exchange';
import type { Transaction } from '@bihuan/database';
import { SaleStore } from '../../data/sale.store';

const COLUMNS: readonly TableColumn[] = [
  { key: 'franchisee', title: { zh: '加盟商编号', en: 'Franchisee' }, type: 'text', required: true },
  { key: 'month', title: { zh: '月份', en: 'Month' }, type: 'text', required: true, longest: 7 },
  { key: 'target', title: { zh: '目标（元）', en: 'Target (yuan)' }, type: 'number', required: true },
  { key: 'actual', title: { zh: '实际（元）', en: 'Actual (yuan)' }, type: 'number', required: true },
];

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const FEN = 100;

@Injectable()
export class SalesImport implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly sales: SaleStore,
  ) {}

  onModuleInit(): void {
    this.kinds.add('sales', {
      title: { zh: '加盟商销售', en: 'Sales of franchisees' },
      permission: MAY.importSales,
      columns: () => COLUMNS,
      check: (rows, context) => this.check(rows, context),
      apply: (tx, rows) => this.apply(tx, rows),
    });
  }

  private async check(rows: readonly TableRow[], { read }: CheckContext): Promise<readonly RowError[]> {
    const known = await customersByNumber(read, rows, 'franchisee');
    const seen = new Map<string, number>();
    return rows.flatMap(({ row, values }) => {
      const { franchisee, month, target, actual } = values;
      const key = `${String(franchisee)}/${String(month)}`;
      const before = seen.get(key);
      seen.set(key, before ?? row);
      const faults: RowError[] = [];
      const fault = (column: string, code: string, detail: string) => faults.push({ row, column, code, detail });
      if (known.of(franchisee) === undefined) {
        fault(
          'franchisee',
          'unknown-customer',
          '没有此编号的客户，请先导入客户 / No customer has this number; import customers first',
        );
      }
      if (!MONTH.test(String(month))) fault('month', 'bad-month', '写作 2026-09 / Written 2026-09');
      if (Number(target) < 0) fault('target', 'negative', '不能为负数 / Not below 0');
      if (Number(actual) < 0) fault('actual', 'negative', '不能为负数 / Not below 0');
      if (before !== undefined) fault('month', 'comes-twice', `与第 ${before} 行重复 / The same as in row ${before}`);
      return faults;
    });
  }

  private async apply(tx: Transaction, rows: readonly TableRow[]) {
    const known = await customersByNumber(tx, rows, 'franchisee');
    for (const { values } of rows) {
      await this.sales.put(tx, String(values['month']), {
        customerId: known.of(values['franchisee']) ?? '',
        target: Math.round(Number(values['target']) * FEN),
        actual: Math.round(Number(values['actual']) * FEN),
      });
    }
    return { rows: rows.length };
  }
}
