/** Repairs by department and month as a file, where dispatch is not deployed: all rows or none (CMP-16). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { COMPLAINTS_PERMISSIONS as MAY, repairsMonth } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { RowError, TableColumn, TableRow } from '@bihuan/exchange';
import { ImportKinds } from '@bihuan/exchange';
import { Org } from '@bihuan/org';
import { RepairStore } from '../../data/repair.store';

/** Units are known by code or by name. */
type UnitIds = ReadonlyMap<string, string>;

@Injectable()
export class RepairsImport implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly repairs: RepairStore,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.kinds.add('complaint-repairs', {
      title: { zh: '维修次数（按部门、月份）', en: 'Repairs by department and month' },
      permission: MAY.enterRepairs,
      columns: () => COLUMNS,
      check: async (rows) => faults(rows, await this.units()),
      apply: (tx, rows, actor) => this.apply(tx, rows, actor),
    });
  }

  private async apply(tx: Transaction, rows: readonly TableRow[], actor: UserActor): Promise<{ rows: number }> {
    const units = await this.units();
    for (const { values } of rows) {
      const unitId = units.get(String(values['unit']));
      if (unitId === undefined) throw new Error('A row with an unknown unit passed the check.');
      const [month, repairs] = [String(values['month']), Number(values['repairs'])];
      await this.repairs.enter(tx, { month, unitId, repairs, by: actor.employeeId, source: 'imported' });
    }
    return { rows: rows.length };
  }

  private async units(): Promise<UnitIds> {
    return new Map(
      (await this.org.units()).flatMap(({ id, code, name }) => [[code, id] as const, [name, id] as const]),
    );
  }
}

const column = (key: string, zh: string, en: string, type: TableColumn['type']): TableColumn => ({
  key,
  title: { zh, en },
  type,
  required: true,
});

const COLUMNS: readonly TableColumn[] = [
  column('month', '月份', 'Month', 'text'),
  column('unit', '部门', 'Department', 'text'),
  column('repairs', '维修次数', 'Repairs', 'integer'),
];

/** Everything that is wrong with the rows: month, department, figure, and what comes twice. */
function faults(rows: readonly TableRow[], units: UnitIds): RowError[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, values }) => {
    const found: RowError[] = [];
    const say = (key: string, code: string, detail: string): void => {
      found.push({ row, column: key, code, detail });
    };
    const { month, unit, repairs } = values;
    if (month !== undefined && !repairsMonth.safeParse(month).success) say('month', 'bad-month', '2026-09');
    const unitId = unit === undefined ? undefined : units.get(String(unit));
    if (unit !== undefined && unitId === undefined) say('unit', 'unknown', '没有这个部门 / There is no such unit');
    if (typeof repairs === 'number' && repairs < 0) say('repairs', 'negative', '不能小于 0 / Not below 0');
    const key = `${String(month)} ${unitId ?? ''}`;
    const before = seen.get(key);
    if (unitId !== undefined && before !== undefined) {
      say('unit', 'comes-twice', `与第 ${before} 行重复 / The same as in row ${before}`);
    }
    if (before === undefined) seen.set(key, row);
    return found;
  });
}
