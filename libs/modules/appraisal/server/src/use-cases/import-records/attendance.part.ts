/** Attendance marks as a file: a day sent again replaces what stood for it (ORG-5, APR-9, RD-36). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import type { RowError, TableColumn, TableRow } from '@bihuan/exchange';
import { ImportKinds } from '@bihuan/exchange';
import { Org } from '@bihuan/org';
import type { Mark } from '../../data/attendance.store';
import { noteAttendance } from '../../data/attendance.store';

const MARKS = [
  { code: 'present', title: { zh: '出勤', en: 'Present' } },
  { code: 'late', title: { zh: '迟到', en: 'Late' } },
  { code: 'absent', title: { zh: '缺勤', en: 'Absent' } },
  { code: 'leave', title: { zh: '请假', en: 'Leave' } },
];

const COLUMNS: readonly TableColumn[] = [
  { key: 'batch', title: { zh: '批次', en: 'Batch' }, type: 'text' },
  { key: 'staffNumber', title: { zh: '工号', en: 'Staff number' }, type: 'text', required: true },
  { key: 'date', title: { zh: '日期', en: 'Date' }, type: 'date', required: true },
  { key: 'mark', title: { zh: '考勤', en: 'Mark' }, type: 'code', required: true, codes: MARKS },
];

@Injectable()
export class AttendanceImport implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.kinds.add('attendance', {
      title: { zh: '考勤', en: 'Attendance' },
      permission: MAY.importScores,
      columns: () => COLUMNS,
      check: (rows) => this.check(rows),
      apply: async (tx, rows) => {
        const people = await this.people();
        const marks = rows.flatMap(({ values }) => {
          const employeeId = people.get(String(values['staffNumber']));
          return employeeId ? [{ employeeId, date: String(values['date']), mark: values['mark'] as Mark }] : [];
        });
        await noteAttendance(tx, marks, String(rows[0]?.values['batch'] ?? ''));
        return { rows: marks.length };
      },
    });
  }

  private async check(rows: readonly TableRow[]): Promise<readonly RowError[]> {
    const people = await this.people();
    const seen = new Map<string, number>();
    return rows.flatMap(({ row, values }) => {
      const staffNumber = String(values['staffNumber']);
      const key = `${staffNumber}/${String(values['date'])}`;
      const before = seen.get(key);
      seen.set(key, before ?? row);
      const twice = `与第 ${before ?? 0} 行重复 / The same as in row ${before ?? 0}`;
      return [
        ...(people.has(staffNumber)
          ? []
          : [{ row, column: 'staffNumber', code: 'unknown', detail: '没有此工号 / Nobody' }]),
        ...(before === undefined ? [] : [{ row, column: 'date', code: 'comes-twice', detail: twice }]),
      ];
    });
  }

  private async people(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.org.employees()).map(({ id, staffNumber }) => [staffNumber, id]));
  }
}
