/** The statements that claim due steps, and the only SQL that reads PostgreSQL's clock (architecture.md rule 2). */
import type { Transaction } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import { DEADLINE_TYPES } from '../data/deadline.row';

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
}

export interface Claim {
  readonly steps: readonly ClaimedStep[];
  readonly deadlines: ReadonlyMap<string, DeadlineRow>;
}

const STEP = 's.deadline_id, s.round, s.key, s.n, s.rank, s.action, s.at, s.attempts, s.late_by_seconds';

const DEADLINE = Object.keys(DEADLINE_TYPES)
  .map((column) => `d.${column} as "d.${column}"`)
  .join(', ');

// Never waits: a deadline that a use case holds, or another worker, is left for the next look. Holding both rows, a
// step that was voided, moved or fired meanwhile drops out by PostgreSQL's own second look at the row.
const select = (condition: string) => `
  select ${STEP}, ${DEADLINE} from alarms.step s join alarms.deadline d on d.id = s.deadline_id
  where s.state = 'armed' and s.next_at <= $1 and ${condition}
  order by s.next_at, s.rank, s.deadline_id limit $2 for update of s, d skip locked`;

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
  where od.subject_id = d.subject_id and o.state = 'armed' and o.action not in ${OWN}
    and (o.next_at, o.rank) < (s.next_at, s.rank))`;

const fireStates = (condition: string) => `
  with due as (
    select s.deadline_id, s.round, s.key, s.n, s.at, s.action
    from alarms.step s join alarms.deadline d on d.id = s.deadline_id
    where s.state = 'armed' and s.next_at <= $1 and ${AGREED} and s.action in ${OWN} and ${condition}
    order by s.next_at, s.rank, s.deadline_id limit $2 for update of s, d skip locked),
  fired as (
    update alarms.step s set state = 'fired', told = false, fired_at = $1, error = null,
      late_by_seconds = greatest(0, floor(extract(epoch from $1::timestamptz - s.at)))::int
    from due where s.deadline_id = due.deadline_id and s.round = due.round and s.key = due.key and s.n = due.n),
  mark as (
    select deadline_id, round, min(at) as at, bool_or(action = 'breach') as breached from due where action <> 'notify'
    group by deadline_id, round),
  moved as (
    update alarms.deadline d set warned_at = coalesce(d.warned_at, mark.at),
      breached_at = case when mark.breached then coalesce(d.breached_at, d.due_at) else d.breached_at end,
      state = case when d.state in ('met', 'cancelled', 'paused') then d.state
        when mark.breached or d.breached_at is not null then 'breached' else 'warned' end
    from mark where mark.deadline_id = d.id and mark.round = d.round)
  select count(*)::int as fired from due`;

const ROOM_IS_DUE = `select exists (select 1 from alarms.step
  where state = 'armed' and action not in ${OWN} and next_at <= $1) as due`;

/**
 * Fires what is due of the clocks' own steps, at most `size`: the state of step and clock in one statement; what people
 * and other rooms are to hear of it waits to be told. System clock only. Answers how many.
 */
export async function fireOwnStates(tx: Transaction, size: number): Promise<number> {
  const [room] = await tx.query<{ due: boolean }>(ROOM_IS_DUE, [tx.now]);
  const [row] = await tx.query<{ fired: number }>(fireStates(room?.due ? NO_ROOM_BEFORE : 'true'), [tx.now, size]);
  return row?.fired ?? 0;
}

/** Claims steps that have fired and were not told yet, in their order, locked until the transaction ends. */
export async function claimUntold(tx: Transaction, size: number): Promise<Claim> {
  return claim(
    await tx.query<Claimed>(
      `select ${STEP}, ${DEADLINE} from alarms.step s join alarms.deadline d on d.id = s.deadline_id
       where s.state = 'fired' and not s.told and s.next_at <= $1
       order by s.next_at, s.rank, s.deadline_id limit $2 for update of s skip locked`,
      [tx.now, size],
    ),
  );
}

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
