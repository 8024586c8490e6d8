/** Deadlines in the database: found, ended, written back (DLN-1, DLN-3). */
import type { Subject } from '@bihuan/plugin-kit';
import type { Appended, Transaction } from '@bihuan/database';
import type { DeadlineRow } from './deadline.row';
import { DEADLINE_COLUMNS, DEADLINE_TYPES, MERGED, MERGED_OVER, OPEN } from './deadline.row';

const inserted = { table: 'alarms.deadline', columns: DEADLINE_TYPES } as const;

export const addDeadline = (tx: Transaction, row: DeadlineRow): Appended => tx.append(inserted, { ...row });

const OF_STAGE = `d.subject_id = $1 and d.stage = $2 and d.module = $3 and d.kind = $4 and ${OPEN}`;

const stageOf = (subject: Subject, stage: string) => [subject.id, stage, subject.module, subject.kind];

/** The open deadline of a stage, locked. */
export async function lockOpen(tx: Transaction, subject: Subject, stage: string): Promise<DeadlineRow | undefined> {
  const [row] = await tx.query<DeadlineRow>(
    `select ${DEADLINE_COLUMNS} from alarms.deadline d where ${OF_STAGE} for update`,
    stageOf(subject, stage),
  );
  return row;
}

export const readDeadlines = (tx: Transaction, ids: readonly string[]): Promise<DeadlineRow[]> =>
  tx.query<DeadlineRow>(`select ${DEADLINE_COLUMNS} from alarms.deadline d where d.id = any($1)`, [ids]);

/** Stages of a subject with an open deadline. */
export async function openStages(tx: Transaction, subject: Subject): Promise<string[]> {
  const rows = await tx.query<{ stage: string }>(
    `select stage from alarms.deadline d where d.subject_id = $1 and d.module = $2 and d.kind = $3
       and ${OPEN} order by stage`,
    [subject.id, subject.module, subject.kind],
  );
  return rows.map(({ stage }) => stage);
}

/** The last clock of each stage, where it ended because the subject began to follow another. */
export async function lastMerged(tx: Transaction, subject: Subject): Promise<DeadlineRow[]> {
  const rows = await tx.query<DeadlineRow>(
    `select distinct on (d.stage) ${DEADLINE_COLUMNS} from alarms.deadline d
     where d.subject_id = $1 and d.module = $2 and d.kind = $3 order by d.stage, d.generation desc`,
    [subject.id, subject.module, subject.kind],
  );
  return rows.filter((row) => row.end_reason === MERGED);
}

/** Earliest due time of the running clocks; those that are paused run out at no known time. */
export async function nearestDue(tx: Transaction, subject: Subject): Promise<Date | null> {
  const [row] = await tx.query<{ due_at: Date | null }>(
    `select min(d.due_at) as due_at from alarms.deadline d where d.subject_id = $1 and d.module = $2 and d.kind = $3
       and ${OPEN} and d.paused_at is null`,
    [subject.id, subject.module, subject.kind],
  );
  return row?.due_at ?? null;
}

/** How a clock ends. */
export interface End {
  readonly state: 'met' | 'cancelled';
  readonly at: Date;
  readonly reason: string | null;
}

const ENDED = `
  with ended as (
    update alarms.deadline d set state = $5, ended_at = $7, end_reason = $8, paused_at = null,
      met_at = case when $5 = 'met' then $6::timestamptz end,
      late = case when $5 = 'met' then $6 > d.due_at and not (d.paused_at is not null and d.remaining_seconds > 0) end,
      pauses = case when d.paused_at is null then d.pauses
        else d.pauses || jsonb_build_array(jsonb_build_object('from', d.paused_at, 'to', $6::timestamptz)) end
    where ${OF_STAGE} returning ${DEADLINE_COLUMNS}),
  over as (
    update alarms.deadline d set end_reason = '${MERGED_OVER}'
    where d.subject_id = $1 and d.stage = $2 and d.module = $3 and d.kind = $4 and d.end_reason = '${MERGED}'),
  voided as (
    update alarms.step s set state = 'void' from ended
    where s.deadline_id = ended.id and s.state = 'armed' and s.at > $6)`;

const ending = (tx: Transaction, subject: Subject, stage: string, { state, at, reason }: End) => [
  ...stageOf(subject, stage),
  state,
  at,
  tx.now,
  reason,
];

/**
 * Ends a stage's clock and voids its steps after `at` in one round trip. Lateness is judged by `at`; a clock that
 * stands with time left is not late (DLN-7). What became of a stage whose clock was merged is kept too: it does not run
 * again when its subject follows no more.
 */
export async function endOpen(
  tx: Transaction,
  subject: Subject,
  stage: string,
  end: End,
): Promise<DeadlineRow | undefined> {
  const [row] = await tx.query<DeadlineRow>(`${ENDED} select * from ended`, ending(tx, subject, stage, end));
  return row;
}

/** Ends what runs in favour of the stage's next clock, and answers that one's generation, in one round trip. */
export async function nextGeneration(
  tx: Transaction,
  subject: Subject,
  stage: string,
): Promise<{ readonly generation: number; readonly ended: DeadlineRow | undefined }> {
  const [row] = await tx.query<{ last: number | null } & DeadlineRow>(
    `${ENDED} select (select max(generation) from alarms.deadline where subject_id = $1 and stage = $2) as last, ended.*
     from (select 1) one left join ended on true`,
    ending(tx, subject, stage, { state: 'cancelled', at: tx.now, reason: ARMED_AGAIN }),
  );
  return { generation: (row?.last ?? 0) + 1, ended: row?.id ? row : undefined };
}

/** Why a clock ended when its stage was armed again. */
export const ARMED_AGAIN = 'armed-again';

type Column = keyof DeadlineRow;

/** Columns of a deadline that the rules move. */
export const MOVED: readonly Column[] = [
  'state',
  'round',
  'due_at',
  'warn_at',
  'provisional',
  'paused_at',
  'pause_reason',
  'remaining_seconds',
  'pauses',
  're_promises',
  'warned_at',
  'breached_at',
  'calendar',
  'owner_unit',
  'owner_id',
  'people',
];

/** Writes these columns of many rows in one statement. */
export async function saveDeadlines(
  tx: Transaction,
  rows: readonly DeadlineRow[],
  columns: readonly Column[] = MOVED,
): Promise<void> {
  if (rows.length === 0) return;
  const typed = ['id' as const, ...columns].map((column) => `${column} ${DEADLINE_TYPES[column]}`).join(', ');
  await tx.query(
    `update alarms.deadline d set ${columns.map((column) => `${column} = r.${column}`).join(', ')}
     from json_to_recordset($1::json) as r(${typed}) where d.id = r.id`,
    [JSON.stringify(rows.map((row) => Object.fromEntries(['id' as const, ...columns].map((one) => [one, row[one]]))))],
  );
}
