/** Figures from outside as a file: customers by business, level, brand, unit and month (RPT-1c, CMP-16). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EnterBaseFigures } from '@bihuan/reporting-contract';
import { REPORTING_PERMISSIONS as MAY, wholePeriod } from '@bihuan/reporting-contract';
import type { RowError, TableColumn, TableRow } from '@bihuan/exchange';
import { ImportKinds } from '@bihuan/exchange';
import { Org } from '@bihuan/org';
import type { Transaction } from '@bihuan/database';
import type { UserActor } from '@bihuan/plugin-kit';
import { EnterBaseFiguresHandler } from '../enter-base-figures/enter-base-figures.handler';

const COLUMNS: readonly TableColumn[] = [
  { key: 'figure', title: { zh: '指标', en: 'Figure' }, type: 'text', required: true, longest: 60 },
  { key: 'period', title: { zh: '期间', en: 'Period' }, type: 'text', required: true, longest: 7 },
  { key: 'business', title: { zh: '业务', en: 'Business' }, type: 'text', longest: 60 },
  { key: 'level', title: { zh: '级别', en: 'Level' }, type: 'text', longest: 60 },
  { key: 'brand', title: { zh: '品牌', en: 'Brand' }, type: 'text', longest: 60 },
  { key: 'unit', title: { zh: '部门', en: 'Unit' }, type: 'text' },
  { key: 'value', title: { zh: '数值', en: 'Value' }, type: 'number', required: true },
];

const KEYS = ['figure', 'period', 'business', 'level', 'brand', 'unit'] as const;

const text = (row: TableRow, key: string): string => String(row.values[key] ?? '');

@Injectable()
export class BaseFiguresImport implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly org: Org,
    private readonly handler: EnterBaseFiguresHandler,
  ) {}

  onModuleInit(): void {
    this.kinds.add('base-figures', {
      title: { zh: '统计基数', en: 'Base figures' },
      permission: MAY.enterBase,
      columns: () => COLUMNS,
      check: (rows) => this.check(rows),
      apply: (tx, rows, actor) => this.apply(tx, rows, actor),
    });
  }

  private async check(rows: readonly TableRow[]): Promise<readonly RowError[]> {
    const units = await this.units();
    const seen = new Map<string, number>();
    return rows.flatMap((line) => {
      const { row } = line;
      const key = JSON.stringify(KEYS.map((one) => text(line, one)));
      const before = seen.get(key);
      seen.set(key, before ?? row);
      const faults: RowError[] = [];
      if (!wholePeriod.safeParse(text(line, 'period')).success) {
        faults.push({
          row,
          column: 'period',
          code: 'bad-period',
          detail: '写作 2026-09、2026-Q3 或 2026 / 2026-09, 2026-Q3 or 2026',
        });
      }
      if (text(line, 'unit') !== '' && !units.has(text(line, 'unit'))) {
        faults.push({
          row,
          column: 'unit',
          code: 'unknown-unit',
          detail: '没有这个部门，填名称或代码 / No such unit: its name or code',
        });
      }
      if (Number(line.values['value']) < 0) {
        faults.push({ row, column: 'value', code: 'negative', detail: '不能为负数 / Not below 0' });
      }
      if (before !== undefined) {
        faults.push({
          row,
          column: '',
          code: 'comes-twice',
          detail: `与第 ${before} 行重复 / The same as in row ${before}`,
        });
      }
      return faults;
    });
  }

  private async apply(tx: Transaction, rows: readonly TableRow[], actor: UserActor) {
    const units = await this.units();
    const groups = new Map<string, EnterBaseFigures>();
    for (const line of rows) {
      const [figure, period] = [text(line, 'figure'), text(line, 'period')];
      const group = groups.get(`${figure}/${period}`) ?? { figure, period, rows: [] };
      const unitId = units.get(text(line, 'unit'));
      const codes = Object.fromEntries(
        (['business', 'level', 'brand'] as const).flatMap((key) => (text(line, key) ? [[key, text(line, key)]] : [])),
      );
      group.rows.push({ value: Number(line.values['value']), ...codes, ...(unitId ? { unitId } : {}) });
      groups.set(`${figure}/${period}`, group);
    }
    for (const group of groups.values()) await this.handler.put(tx, group, 'imported', actor.employeeId);
    return { rows: rows.length };
  }

  /** Units by code and by name. */
  private async units(): Promise<ReadonlyMap<string, string>> {
    return new Map(
      (await this.org.units()).flatMap(({ id, code, name }) => [[code, id] as const, [name, id] as const]),
    );
  }
}
