/** Deliveries in the database: what may be sent now, what was, what has to wait (EVT-3). */
import type { Transaction } from '@bihuan/database';
import { leaseFor, leaseIsOver } from '@bihuan/database';
import type { EndpointRow } from '../endpoints/endpoint.row';
import type { Outcome } from '../send/post';
import type { NextTry } from './delivery.rules';

/** Subjects of one endpoint that are sent side by side. */
const SIDE_BY_SIDE = 16;

/** A delivery claimed by a process that died is taken up again after this, milliseconds; longer than any try takes. */
const LEASE = 60_000;

export interface Claimed extends Pick<EndpointRow, 'url' | 'personal' | 'secret' | 'previousSecret' | 'previousUntil'> {
  readonly id: string;
  readonly endpointId: string;
  /** Tries, this one included; also tells who holds it. */
  readonly attempts: number;
  readonly eventId: string;
  readonly name: string;
  readonly module: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly payload: unknown;
  readonly keyId: string | null;
  readonly sealedValues: Buffer | null;
  readonly at: Date;
}

/**
 * Of each endpoint a few subjects' first unfinished deliveries, leased: no transaction stays open while somebody else's
 * server is talked to. A later one of the same subject waits for the first, also where that is parked.
 *
 * @param busy endpoints this process is talking to
 */
export const claim = (tx: Transaction, busy: readonly string[]): Promise<Claimed[]> =>
  tx.query<Claimed>(
    `with head as (
       select d.id from webhooks.endpoint e cross join lateral (
         select p.id from webhooks.delivery p
         where p.endpoint_id = e.id and p.state = 'pending' and p.try_at <= $1
           and ${leaseIsOver('p.leased_until')} and not exists (
             select 1 from webhooks.delivery b where b.endpoint_id = p.endpoint_id and b.subject_id = p.subject_id
               and b.event_seq < p.event_seq and b.state in ('pending', 'parked'))
         order by p.try_at, p.event_seq limit ${SIDE_BY_SIDE} for update skip locked) d
       where e.enabled and (e.not_before is null or e.not_before <= $1) and e.id <> all($2))
     update webhooks.delivery d set leased_until = ${leaseFor(LEASE)}, attempts = d.attempts + 1
     from head, webhooks.endpoint e, outbox.event o
     where d.id = head.id and e.id = d.endpoint_id and o.id = d.event_seq
     returning d.id, d.endpoint_id as "endpointId", d.attempts, e.url, e.personal, e.secret,
       e.previous_secret as "previousSecret", e.previous_until as "previousUntil", o.event_id as "eventId", o.name,
       o.module, o.kind, o.subject_id as "subjectId", o.payload, o.key_id as "keyId",
       o.sealed_values as "sealedValues", o.at`,
    [tx.now, busy],
  );

/** A delivery and what became of this try. */
export interface Tried {
  readonly delivery: Claimed;
  readonly outcome: Outcome;
}

/** One statement for all; what another process took over meanwhile stays as it is. Answers whether any was still ours. */
export async function markDone(tx: Transaction, tried: readonly Tried[]): Promise<boolean> {
  if (tried.length === 0) return false;
  const rows = await tx.query(
    `update webhooks.delivery d set state = 'done', try_at = null, leased_until = null, status = t.status,
       error = null, done_at = $4
     from unnest($1::bigint[], $2::int[], $3::int[]) as t(id, attempts, status)
     where d.id = t.id and d.attempts = t.attempts and d.state = 'pending' returning d.id`,
    [
      tried.map(({ delivery }) => delivery.id),
      tried.map(({ delivery }) => delivery.attempts),
      tried.map(({ outcome }) => outcome.status),
      tx.now,
    ],
  );
  return rows.length > 0;
}

/** Nothing changes where another process took it over meanwhile. Answers whether it was still ours. */
export async function markFailed(
  tx: Transaction,
  { id, attempts }: Claimed,
  { status, error }: Outcome,
  { state, tryAt }: NextTry,
): Promise<boolean> {
  const rows = await tx.query(
    `update webhooks.delivery set state = $3, try_at = $4, leased_until = null, status = $5, error = $6
     where id = $1 and attempts = $2 and state = 'pending' returning id`,
    [id, attempts, state, tryAt, status, error],
  );
  return rows.length > 0;
}

/** Gives it back as it was: the process is going down, and nobody knows whether it arrived. */
export async function giveBack(tx: Transaction, { id, attempts }: Claimed): Promise<void> {
  await tx.query(
    `update webhooks.delivery set leased_until = null, attempts = attempts - 1
     where id = $1 and attempts = $2 and state = 'pending'`,
    [id, attempts],
  );
}

/** Of what is over so much is kept, milliseconds on the suite's clock. */
const KEPT = 30 * 86_400_000;

/** Removes what has been over for a month. A replay from before that makes it anew. */
export async function removeOld(tx: Transaction): Promise<void> {
  await tx.query("delete from webhooks.delivery where state in ('done', 'skipped') and done_at < $1", [
    new Date(tx.now.getTime() - KEPT),
  ]);
}
