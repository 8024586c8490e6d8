/** Records of a month as the sheets rest on them: of one person, or of all in three questions (APR-7). */
import type { Transaction } from '@bihuan/database';
import type { Entry } from '../domain/entry.state';
import type { SampleCall, Source, Sources } from '../domain/source.state';
import { attendanceOf, NONE } from './attendance.store';
import { entries } from './entry.store';
import type { Sample } from './sample.store';
import { samples } from './sample.store';

type Reader = Pick<Transaction, 'query'>;

/** @param employeeId absent: everybody */
export async function monthSources(
  reader: Reader,
  period: string,
  employeeId: string | null = null,
): Promise<(employeeId: string) => Sources> {
  const records = await entries.find(
    reader,
    `r.period = $1 and r.state = 'counted' and ($2::uuid is null or r.employee_id = $2) and r.employee_id is not null
     order by r.date, r.seq`,
    [period, employeeId],
  );
  const calls = await samples.find(
    reader,
    'r.period = $1 and ($2::uuid is null or r.employee_id = $2) order by r.number, r.id',
    [period, employeeId],
  );
  const marks = await attendanceOf(reader, period, employeeId);
  const byPerson = { records: grouped(records), calls: grouped(calls) };
  return (id) => ({
    entries: (byPerson.records.get(id) ?? []).map(sourceOf),
    calls: (byPerson.calls.get(id) ?? []).map(callOf),
    attendance: marks.get(id) ?? NONE,
  });
}

function grouped<T extends { readonly employeeId: string | null }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    if (!row.employeeId) continue;
    const group = groups.get(row.employeeId);
    if (group) group.push(row);
    else groups.set(row.employeeId, [row]);
  }
  return groups;
}

const sourceOf = (entry: Entry): Source => ({
  id: entry.id,
  kind: entry.kind,
  code: entry.code,
  date: entry.date,
  points: entry.points,
  amount: entry.amount,
  ground: entry.ground,
  witness: entry.witness,
  number: entry.number,
  by: entry.byName,
  at: entry.createdAt.toISOString(),
  correctionOf: entry.correctionOf,
});

const callOf = (sample: Sample): SampleCall => ({
  id: sample.id,
  number: sample.number,
  state: sample.state,
  good: sample.good,
  at: sample.at?.toISOString() ?? null,
  taskId: sample.taskId,
});
