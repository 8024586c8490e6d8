/** The only reader and writer of `appraisal.attendance` (ORG-5, RD-36). */
import type { Transaction } from '@bihuan/database';
import type { Attendance } from '../domain/source.state';

export const MARKS = ['present', 'late', 'absent', 'leave'] as const;
export type Mark = (typeof MARKS)[number];

export interface AttendanceRow {
  readonly employeeId: string;
  readonly date: string;
  readonly mark: Mark;
}

export const NONE: Attendance = { present: 0, late: 0, absent: 0, leave: 0 };

/** A day sent again replaces what stood for it. */
export async function noteAttendance(tx: Transaction, rows: readonly AttendanceRow[], batch: string): Promise<void> {
  await tx.query(
    `insert into appraisal.attendance (employee_id, date, mark, batch, at)
     select f.employee_id, f.date, f.mark, $4, $5
     from unnest($1::uuid[], $2::text[], $3::text[]) f(employee_id, date, mark)
     on conflict (employee_id, date) do update set mark = excluded.mark, batch = excluded.batch, at = excluded.at`,
    [rows.map((row) => row.employeeId), rows.map((row) => row.date), rows.map((row) => row.mark), batch, tx.now],
  );
}

/** Marks of a month by person. */
export async function attendanceOf(
  reader: Pick<Transaction, 'query'>,
  period: string,
  employeeId: string | null = null,
): Promise<ReadonlyMap<string, Attendance>> {
  const rows = await reader.query<{ employee_id: string; mark: Mark; days: number }>(
    `select employee_id, mark, count(*)::int as days from appraisal.attendance
     where date like $1 and ($2::uuid is null or employee_id = $2) group by 1, 2`,
    [`${period}-%`, employeeId],
  );
  const marks = new Map<string, Attendance>();
  for (const { employee_id, mark, days } of rows) {
    marks.set(employee_id, { ...(marks.get(employee_id) ?? NONE), [mark]: days });
  }
  return marks;
}
