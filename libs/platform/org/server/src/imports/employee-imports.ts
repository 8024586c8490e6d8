/** Import of employees: units and positions by code or name, managers by staff number, limits of posts (ORG-2, ORG-3, api.md Imports). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable, Optional } from '@nestjs/common';
import type { CheckContext, ImportKind, RowError, TableColumn, TableRow } from '@bihuan/exchange';
import { faultsOf, ImportKinds, twiceIn } from '@bihuan/exchange';
import { parseInput } from '@bihuan/http';
import { fullSeats } from '@bihuan/domain';
import type { Transaction } from '@bihuan/database';
import type { UserActor } from '@bihuan/plugin-kit';
import { reachesUnit } from '@bihuan/plugin-kit';
import { newEmployeeSchema, orgPermissions } from '@bihuan/org-contract';
import type { Snapshot } from '../data/snapshot';
import { EmployeeRegister } from '../employees/employee-register';
import { Org } from '../org';
import { holderOf, wordsOf } from '../posts/posts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'staffNumber', title: { zh: '工号', en: 'Staff number' }, type: 'text', required: true },
  { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text', required: true },
  { key: 'unit', title: { zh: '部门', en: 'Unit' }, type: 'text', required: true },
  { key: 'position', title: { zh: '岗位', en: 'Position' }, type: 'text', required: true },
  { key: 'officerNumber', title: { zh: '热线编号', en: 'Officer number' }, type: 'text' },
  { key: 'manager', title: { zh: '上级工号', en: 'Manager' }, type: 'text' },
  { key: 'phone', title: { zh: '电话', en: 'Phone' }, type: 'text' },
];

/** What rows are compared with. */
interface Known {
  readonly snapshot: Snapshot;
  /** Title or code → code. */
  readonly positions: ReadonlyMap<string, string>;
}

@Injectable()
export class EmployeeImports implements ImportKind, OnModuleInit {
  readonly title = { zh: '员工', en: 'Employees' };
  readonly permission = orgPermissions.employeeManage;

  constructor(
    private readonly org: Org,
    private readonly register: EmployeeRegister,
    // Absent where an application takes single rooms and no imports (PLG-2).
    @Optional() private readonly kinds?: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds?.add('employees', this);
  }

  columns(): readonly TableColumn[] {
    return COLUMNS;
  }

  async check(rows: readonly TableRow[], { actor, read }: CheckContext): Promise<RowError[]> {
    const known = await this.known(read);
    const staff = new Map([...known.snapshot.employees.values()].map((employee) => [employee.staffNumber, employee]));
    const officers = new Set([...staff.values()].flatMap(({ officerNumber }) => officerNumber ?? []));
    const width = [...officers][0]?.length;
    const inFile = new Set(rows.map(({ values }) => values['staffNumber']));
    const full = fullIn(known);
    return [
      ...twiceIn(rows, 'staffNumber'),
      ...twiceIn(rows, 'officerNumber'),
      ...rows.flatMap((row) => {
        const { staffNumber, officerNumber, manager } = row.values;
        const unit = unitOf(known, row);
        const fault = (when: boolean, column: string, code: string, detail: string): RowError[] =>
          when ? [{ row: row.row, column, code, detail }] : [];
        const unreachable = unit === undefined || !reachesUnit(actor, this.permission, unit);
        return [
          ...fault(unreachable, 'unit', 'unknown-unit', '没有该部门 / There is no such unit'),
          ...fault(!positionOf(known, row), 'position', 'unknown-position', '没有该岗位 / There is no such position'),
          ...fault(
            staff.has(String(staffNumber)),
            'staffNumber',
            'staff-number-taken',
            '该工号已被使用 / This number is taken',
          ),
          ...fault(
            officers.has(String(officerNumber)),
            'officerNumber',
            'officer-number-taken',
            '该热线编号已被使用 / This officer number is taken',
          ),
          ...fault(
            width !== undefined && officerNumber !== undefined && String(officerNumber).length !== width,
            'officerNumber',
            'officer-number-width',
            `热线编号须为 ${width} 位 / An officer number has ${width} digits`,
          ),
          ...fault(
            manager !== undefined && !staff.has(String(manager)) && !inFile.has(manager),
            'manager',
            'unknown-employee',
            '没有该工号的员工 / Nobody has this staff number',
          ),
          ...full(row),
          ...faultsOf(row, () => inputOf(row, unit ?? NOBODY, 'x')),
        ];
      }),
    ];
  }

  async apply(tx: Transaction, rows: readonly TableRow[], actor: UserActor) {
    const known = await this.known(tx);
    const ids = new Map([...known.snapshot.employees.values()].map(({ staffNumber, id }) => [staffNumber, id]));
    for (const row of rows) {
      const input = inputOf(row, unitOf(known, row) ?? NOBODY, positionOf(known, row) ?? '');
      ids.set(input.staffNumber, await this.register.addIn(tx, actor, input));
    }
    // A manager may stand below his people in the table.
    for (const { values } of rows) {
      if (values['manager'] === undefined) continue;
      await tx.query('update org.employee set manager_id = $2 where id = $1', [
        ids.get(String(values['staffNumber'])),
        ids.get(String(values['manager'])),
      ]);
    }
    await this.org.changed(tx);
    return { employees: rows.length };
  }

  private async known(read: CheckContext['read']): Promise<Known> {
    const rows = await read.query<{ code: string; title_zh: string; title_en: string }>(
      'select code, title_zh, title_en from org.position',
    );
    return {
      snapshot: await this.org.snapshot(await this.org.version()),
      positions: new Map(
        rows.flatMap(({ code, title_zh, title_en }) => [code, title_zh, title_en].map((name) => [name, code])),
      ),
    };
  }
}

/** ORG-2: the row that is one too many, counting the rows above it; the organisation is as large as they make it. */
function fullIn(known: Known): (row: TableRow) => RowError[] {
  const { snapshot } = known;
  const others = [...snapshot.employees.values()].map(holderOf);
  return (row) => {
    const [unitId, position] = [unitOf(known, row), positionOf(known, row)];
    if (unitId === undefined || position === undefined) return [];
    const coming = holderOf({ position, unitId });
    const full = fullSeats(snapshot.seats, others, coming);
    if (!full) {
      others.push(coming);
      return [];
    }
    const { unit, max, position: title, positionEn } = wordsOf(snapshot, full, others);
    const detail = `“${unit}”的${title}编制上限为 ${max} 人 / "${unit}" may have at most ${max} as ${positionEn}`;
    return [{ row: row.row, column: 'position', code: 'post-full', detail }];
  };
}

/** Stands for a unit that is not known; nothing is written with it. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

function unitOf({ snapshot }: Known, { values }: TableRow): string | undefined {
  const name = String(values['unit']);
  return (snapshot.unitsByCode.get(name) ?? snapshot.units.find((unit) => unit.name === name))?.id;
}

const positionOf = ({ positions }: Known, { values }: TableRow): string | undefined =>
  positions.get(String(values['position']));

function inputOf({ values }: TableRow, unitId: string, position: string) {
  const { staffNumber, name, officerNumber, phone } = values;
  return parseInput(newEmployeeSchema, { staffNumber, name, unitId, position, officerNumber, phone });
}
