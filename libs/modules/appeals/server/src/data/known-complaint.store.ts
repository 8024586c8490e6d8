/** Complaints as the complaints module tells of them, kept here so that appeals need not ask it (APL-1, EVT-1). */
import { RowStore } from '@bihuan/database';
import type { Transaction } from '@bihuan/database';
import type { KnownComplaint } from '../domain/complaint.state';

type Reader = Pick<Transaction, 'query'>;

export const knownComplaints = new RowStore<KnownComplaint>('appeals.known_complaint', {
  id: 'uuid',
  version: 'int',
  number: 'text',
  registeredAt: 'timestamptz',
  channel: 'text',
  business: 'text',
  kind: 'text',
  customerId: 'uuid',
  phone: 'text',
  matter: 'text',
  answeredAt: 'timestamptz',
  outcome: 'text',
  inTime: 'boolean',
  keyId: 'uuid',
});

/** More complaints of one phone are not compared. */
const COMPARED = 200;

export const complaintOf = async (reader: Reader, id: string | null): Promise<KnownComplaint | null> =>
  id === null ? null : ((await knownComplaints.find(reader, 'r.id = $1', [id]))[0] ?? null);

/** Complaints of this phone or customer, the latest first. @param phone digits only */
export const complaintsLike = (reader: Reader, phone: string, customerId: string | null): Promise<KnownComplaint[]> =>
  knownComplaints.find(
    reader,
    `(r.phone = $1 and $1 <> '') or r.customer_id = $2 order by r.registered_at desc limit ${COMPARED}`,
    [phone, customerId],
  );

type Registered = Pick<
  KnownComplaint,
  'id' | 'number' | 'registeredAt' | 'channel' | 'business' | 'kind' | 'customerId' | 'phone' | 'matter' | 'keyId'
>;

/** They may have been answered already by another subscriber: that stays. Of one complaint the last counts. */
export async function rememberRegistered(tx: Transaction, known: readonly Registered[]): Promise<void> {
  const rows = [...new Map(known.map((one) => [one.id, one])).values()];
  await tx.query(
    `insert into appeals.known_complaint as k (id, version, number, registered_at, channel, business, kind, customer_id,
       phone, matter, key_id)
     select id, 1, number, "registeredAt", channel, business, kind, "customerId", phone, matter, "keyId"
     from json_to_recordset($1::json) as r(id uuid, number text, "registeredAt" timestamptz, channel text, business text,
       kind text, "customerId" uuid, phone text, matter text, "keyId" uuid)
     order by id
     on conflict (id) do update set version = k.version + 1, number = excluded.number,
       registered_at = excluded.registered_at, channel = excluded.channel, business = excluded.business,
       kind = excluded.kind, customer_id = excluded.customer_id, phone = excluded.phone, matter = excluded.matter`,
    [JSON.stringify(rows)],
  );
}

type Answer = Pick<KnownComplaint, 'id' | 'number' | 'outcome' | 'inTime' | 'keyId'>;

/**
 * The latest answer counts, `null` takes it back: the complaint was reopened.
 *
 * @param at when it happened; what is older than what is known changes nothing
 */
export async function rememberAnswer(tx: Transaction, answer: Answer, at: Date): Promise<void> {
  await tx.query(
    `insert into appeals.known_complaint as k (id, version, number, registered_at, channel, phone, matter, key_id,
       answered_at, outcome, in_time, changed_at)
     values ($1, 1, $2, $3, '', '', '', $4, case when $5::text is null then null else $3::timestamptz end, $5, $6, $3)
     on conflict (id) do update set version = k.version + 1, answered_at = excluded.answered_at,
       outcome = excluded.outcome, in_time = excluded.in_time, changed_at = excluded.changed_at
     where k.changed_at is null or k.changed_at <= excluded.changed_at`,
    [answer.id, answer.number, at, answer.keyId, answer.outcome, answer.inTime],
  );
}
