/** Deliveries in the database: what may be delivered now, what was, what has to wait (EVT-1). */
import type { Transaction } from '@bihuan/database';
import { DIED } from './in-hand';
import type { Posted } from './letters';

/** Subjects begun with in one transaction, and deliveries in all. */
export const SUBJECTS = 100;
const DELIVERIES = 400;

/** Tries before an event is parked for a person to look at. */
export const ATTEMPTS = 5;

/** A delivery with the event it brings. */
export interface Pending extends Posted {
  readonly id: string;
  readonly subscriber: string;
  readonly attempts: number;
  /** The process died that tried it last. */
  readonly died: boolean;
}

/**
 * Walks what is pending in the order of the events, whatever the planner knows of a table that grows by the second:
 * `offset 0` keeps that walk as it is written. Other workers may hold the first ones, so more are looked at than taken.
 *
 * Of each subject and subscriber the first unfinished delivery, locked, and those behind it that need not wait, in the
 * order of the events. Whoever holds the first has the later ones too: nobody else may begin with them.
 */
export const claimPending = (tx: Transaction, subscribers: readonly string[]): Promise<Pending[]> =>
  tx.query<Pending>(
    `with candidate as (
       select d.id from (
         select id, subscriber, subject_id, event_seq, try_at from outbox.delivery where state = 'pending'
         order by event_seq offset 0) d
       where d.subscriber = any($1) and (d.try_at is null or d.try_at <= $2) and d.event_seq = (
         select min(b.event_seq) from outbox.delivery b where b.subscriber = d.subscriber
           and b.subject_id = d.subject_id and b.state in ('pending', 'parked'))
       limit ${4 * SUBJECTS}),
     head as (
       select d.subscriber, d.subject_id, d.event_seq from outbox.delivery d
       where d.id = any(array(select id from candidate)) and d.state = 'pending' order by d.event_seq limit ${SUBJECTS} for update of d skip locked)
     select d.id, d.subscriber, d.attempts, e.event_id, e.module, e.kind, e.subject_id, e.payload, e.key_id,
            e.sealed_values, e.at, d.error is not distinct from '${DIED}' as died, exists (
              select 1 from outbox.delivery h where h.event_seq = d.event_seq
                and h.subscriber = split_part(d.subscriber, '.', 1) || '.hand-off') as caught_up
     from head join outbox.delivery d on d.subscriber = head.subscriber and d.subject_id = head.subject_id
       and d.event_seq >= head.event_seq and d.state = 'pending'
     join outbox.event e on e.id = d.event_seq
     where not exists (
       select 1 from outbox.delivery b where b.subscriber = d.subscriber and b.subject_id = d.subject_id
         and b.event_seq > head.event_seq and b.event_seq <= d.event_seq
         and (b.state = 'parked' or (b.state = 'pending' and b.try_at > $2)))
     order by d.event_seq, d.id limit ${DELIVERIES}`,
    [subscribers, tx.now],
  );

/** Lines, a subscriber and a subject each, in which a delivery is not finished. */
export const unfinished = (
  tx: Transaction,
  subscribers: readonly string[],
  subjects: readonly string[],
): Promise<Pick<Pending, 'subscriber' | 'subject_id'>[]> =>
  tx.query(
    `select distinct subscriber, subject_id from outbox.delivery
     where subscriber = any($1) and subject_id = any($2) and state in ('pending', 'parked')`,
    [subscribers, subjects],
  );

/** Locks a delivery that is as it was when it was claimed; `false` where somebody else has had it meanwhile. */
export async function lockPending(tx: Transaction, { id, attempts }: Pending): Promise<boolean> {
  const rows = await tx.query(
    "select 1 from outbox.delivery where id = $1 and state = 'pending' and attempts = $2 for update skip locked",
    [id, attempts],
  );
  return rows.length > 0;
}

/** A delivery and its tries so far, as noted of what is in hand. */
export const thingOf = ({ id, attempts }: Pick<Pending, 'id' | 'attempts'>): string => `${id}~${attempts}`;

/** Locks those that still stand as they were noted, in the order of the events. */
export const lockForDead = (tx: Transaction, things: readonly string[]): Promise<{ id: string; attempts: number }[]> =>
  tx.query(
    `select d.id, d.attempts from outbox.delivery d where d.id = any($1) and d.state = 'pending'
       and d.id || '~' || d.attempts = any($2) order by d.event_seq, d.id for update skip locked`,
    [things.map((thing) => thing.split('~')[0]), things],
  );

export async function markDone(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query("update outbox.delivery set state = 'done', done_at = $2 where id = any($1)", [ids, tx.now]);
}

export interface Failure {
  readonly state: 'pending' | 'parked';
  readonly attempts: number;
  /** What it was, without a value of the customer's. */
  readonly error: string;
  /** `null`: at once. */
  readonly tryAt: Date | null;
}

export async function markFailed(tx: Transaction, id: string, failure: Failure): Promise<void> {
  await tx.query('update outbox.delivery set state = $2, attempts = $3, error = $4, try_at = $5 where id = $1', [
    id,
    failure.state,
    failure.attempts,
    failure.error,
    failure.tryAt,
  ]);
}
