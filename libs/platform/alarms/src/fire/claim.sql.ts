/** The statements that claim due steps, and the only SQL that reads PostgreSQL's clock (architecture.md rule 2). */
import type { Transaction } from '@bihuan/database';
import { DIED } from '@bihuan/outbox';
import type { DeadlineRow } from '../data/deadline.row';
import { DEADLINE_TYPES } from '../data/deadline.row';
import { readDeadlines } from '../data/deadline.store';

export interface ClaimedStep {
  readonly deadline_id: string;
  readonly round: number;
  readonly key: string;
  readonly n: number;
  readonly rank: number;
  readonly action: string;
  readonly at: Date;
  readonly attempts: number;
  /** Of a step whose state stands already: how late it came. */
  readonly late_by_seconds: number | null;
  /** The process died that tried it last. */
  readonly died: boolean;
}

export interface Claim {
  readonly steps: readonly ClaimedStep[];
  readonly deadlines: ReadonlyMap<string, DeadlineRow>;
}

const STEP = `s.deadline_id, s.round, s.key, s.n, s.rank, s.action, s.at, s.attempts, s.late_by_seconds,
  s.error is not distinct from '${DIED}' as died`;

const DEADLINE = Object.keys(DEADLINE_TYPES)
  .map((column) => `d.${column} as "d.${column}"`)
  .join(', ');

// Never waits: a deadline that a use case holds, or another worker, is left for the next look. Holding both rows, a
// step that was voided, moved or fired meanwhile drops out by PostgreSQL's own second look at the row. The deadline is
// locked first: nobody holds a step whose deadline somebody else has.
const select = (condition: string) => `
  select ${STEP}, ${DEADLINE} from alarms.step s join alarms.deadline d on d.id = s.deadline_id
  where s.state = 'armed' and s.next_at <= $1 and ${condition}
  order by s.next_at, s.rank, s.deadline_id limit $2 for update of d, s skip locked`;

/** With the system clock PostgreSQL's clock has to agree, so that a worker whose clock is wrong fires nothing early. */
const AGREED = 's.next_at <= clock_timestamp()';

/**
 * Claims what is due, at most `size` steps, locked until the transaction ends.
 *
 * @param manual under the manual clock only our `now` counts
 */
export async function claimDue(tx: Transaction, size: number, manual: boolean): Promise<Claim> {
  return claim(await tx.query<Claimed>(select(manual ? 'true' : AGREED), [tx.now, size]));
}

/** Steps that change the clock's own state or tell people; all others call a room. */
const OWN = "('warn', 'breach', 'notify')";

// What a room does to a subject's clocks decides what comes after it, so nothing of that subject overtakes it.
const NO_ROOM_BEFORE = `not exists (select 1 from alarms.deadline od join alarms.step o on o.deadline_id = od.id
  where od.subject_id = (select subject_id from alarms.deadline where id = s.deadline_id)
    and o.state = 'armed' and o.action not in ${OWN} and (o.next_at, o.rank) < (s.next_at, s.rank))`;

// By clocks: of a storm one clock's warning, breach and notices come together, and its row is written once. A clock that
// a use case holds, or another worker, is left for the next look; whoever changes a clock's steps holds the clock. What
// was voided or moved meanwhile drops out by PostgreSQL's own second look at the row it updates.
const fireStates = (condition: string) => {
  const due = `s.state = 'armed' and s.next_at <= $1 and ${AGREED} and s.action in ${OWN} and ${condition}`;
  return `
  with next as (select s.deadline_id from alarms.step s where ${due} order by s.next_at, s.rank, s.deadline_id limit $2),
  held as (
    select d.id from alarms.deadline d where d.id in (select deadline_id from next) for update skip locked),
  fired as (
    update alarms.step s set state = 'fired', told = false, fired_at = $1, error = null,
      late_by_seconds = greatest(0, floor(extract(epoch from $1::timestamptz - s.at)))::int
    from held where s.deadline_id = held.id and ${due} returning s.deadline_id, s.round, s.at, s.action),
  mark as (
    select deadline_id, round, min(at) as at, bool_or(action = 'breach') as breached from fired where action <> 'notify'
    group by deadline_id, round),
  moved as (
    update alarms.deadline d set warned_at = coalesce(d.warned_at, mark.at),
      breached_at = case when mark.breached then coalesce(d.breached_at, d.due_at) else d.breached_at end,
      state = case when d.state in ('met', 'cancelled', 'paused') then d.state
        when mark.breached or d.breached_at is not null then 'breached' else 'warned' end
    from mark where mark.deadline_id = d.id and mark.round = d.round)
  select count(*)::int as fired from fired`;
};

/** A use case that holds a row has its way: what wants it gives up before PostgreSQL calls it a deadlock. */
export const PATIENCE = "set_config('lock_timeout', '250ms', true)";

const DUE = `select ${PATIENCE}, (select min(next_at) from alarms.step where state = 'armed') as oldest,
  exists (select 1 from alarms.step where state = 'armed' and action not in ${OWN} and next_at <= $1) as room`;

/** What a look at the armed steps finds. */
export interface Due {
  /** The instant of the next step, past ones included. */
  readonly oldest: Date | null;
  /** Something is due that calls a room. */
  readonly room: boolean;
}

export async function lookForDue(tx: Transaction): Promise<Due> {
  const [due] = await tx.query<Due>(DUE, [tx.now]);
  return due ?? { oldest: null, room: false };
}

/**
 * Fires what is due of the own steps of `clocks` clocks at most: the state of step and clock in one statement; what
 * people and other rooms are to hear of it waits to be told. System clock only. Answers how many steps.
 */
export async function fireOwnStates(tx: Transaction, clocks: number, { room }: Due): Promise<number> {
  const [row] = await tx.query<{ fired: number }>(fireStates(room ? NO_ROOM_BEFORE : 'true'), [tx.now, clocks]);
  return row?.fired ?? 0;
}

/** One process tells at a time: a second one would tell later steps of a subject before the first one's. */
const TELL_LOCK = 7_201_013;

/** A teller that stands still so long between two statements is given up by PostgreSQL, and another one goes on (R5). */
const STANDSTILL = '5s';

const UNTOLD = `
  with next as (
    select s.deadline_id, s.round, s.key, s.n from alarms.step s
    where s.state = 'fired' and not s.told and s.next_at <= $1
    order by s.next_at, s.deadline_id, s.rank limit $2),
  told as (
    update alarms.step s set told = true, error = null from next
    where s.deadline_id = next.deadline_id and s.round = next.round and s.key = next.key and s.n = next.n
    returning ${STEP})
  select * from told order by at, deadline_id, rank`;

/**
 * Claims steps that have fired and were not told yet, at most `size`, in their order, and marks them told; nothing while
 * another process does so. What cannot be told is marked again as failed.
 */
export async function claimUntold(tx: Transaction, size: number): Promise<Claim> {
  // A statement of its own: the next one sees what the last teller committed.
  const [lock] = await tx.query<{ got: boolean }>(
    `select pg_try_advisory_xact_lock(${TELL_LOCK}) as got,
            set_config('idle_in_transaction_session_timeout', '${STANDSTILL}', true)`,
  );
  if (!lock?.got) return { steps: [], deadlines: new Map() };
  const steps = await tx.query<ClaimedStep>(UNTOLD, [tx.now, size]);
  const ids = [...new Set(steps.map(({ deadline_id }) => deadline_id))];
  const rows = ids.length > 0 ? await readDeadlines(tx, ids) : [];
  return { steps, deadlines: new Map(rows.map((row) => [row.id, row])) };
}

/** Locks the due steps of these deadlines that nobody has in hand any more. */
export const claimDead = (tx: Transaction, deadlineIds: readonly string[]): Promise<ClaimedStep[]> =>
  tx.query<ClaimedStep>(
    `select ${STEP} from alarms.step s where s.deadline_id = any($2) and s.state = 'armed' and s.next_at <= $1
     order by s.next_at, s.rank, s.deadline_id for update skip locked`,
    [tx.now, deadlineIds],
  );

/** Claims what else is due of these subjects: after downtime a person gets one notice a subject. */
export async function claimMore(tx: Transaction, size: number, subjectIds: readonly string[]): Promise<Claim> {
  return claim(await tx.query<Claimed>(select(`d.subject_id = any($3) and ${AGREED}`), [tx.now, size, subjectIds]));
}

type Claimed = ClaimedStep & Readonly<Record<`d.${keyof DeadlineRow}`, unknown>>;

function claim(rows: readonly Claimed[]): Claim {
  const deadlines = new Map<string, DeadlineRow>();
  for (const row of rows) {
    if (deadlines.has(row.deadline_id)) continue;
    const columns = Object.keys(DEADLINE_TYPES) as (keyof DeadlineRow)[];
    deadlines.set(
      row.deadline_id,
      Object.fromEntries(columns.map((column) => [column, row[`d.${column}`]])) as unknown as DeadlineRow,
    );
  }
  return { steps: rows, deadlines };
}
