/** SQL that is the same for every kind of case: work list, history, number, erasure, moved due time. */
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction, UnitOfWork } from '@bihuan/database';
import type { DeadlineMove } from '@bihuan/alarms';
import type { HistoryItem, HistoryQuestion } from '@bihuan/customers';
import { visible } from '@bihuan/identity';
import type { WorkItem } from '@bihuan/work';
import type { KnownCase, Matter, MatterRow } from './matter';
import { actsOf } from './matter';

const LIMIT = 200;

/** Open cases whose move is this person's, the earliest due first. */
export async function workOf<Row extends MatterRow, Act extends string>(
  work: UnitOfWork,
  matter: Matter<Row, Act>,
  actor: UserActor,
): Promise<WorkItem[]> {
  const { mine } = matter;
  if (!mine || (mine.permission && !actor.permissions.has(mine.permission))) return [];
  const rows = await matter.store.find(
    work,
    // PostgreSQL refuses a value that nothing asks for: every condition asks for all of them once.
    `${matter.openSql} and (${mine.sql}) and ($1::uuid, $2::uuid[], $3::timestamptz) is not null
     order by coalesce(r.due_at, 'infinity'), r.id limit ${LIMIT}`,
    [actor.employeeId, [actor.unitId, ...(actor.furtherUnitIds ?? [])], await work.now()],
  );
  return rows.map((row) => ({
    id: row.id,
    subject: matter.subject(row.id),
    kind: matter.kind,
    number: row.number,
    title: matter.title,
    state: row.state,
    dueAt: row.dueAt,
    allowedActions: actsOf(matter, row, actor),
  }));
}

/** What the reader may see of a customer's or site's cases, the newest first (CUS-2). */
export async function historyOf<Row extends MatterRow, Act extends string>(
  work: UnitOfWork,
  matter: Matter<Row, Act>,
  actor: UserActor,
  { customerId, siteId }: HistoryQuestion,
): Promise<HistoryItem[]> {
  if (siteId && !matter.siteColumn) return [];
  const scope = visible(actor, matter.read, matter.scope, siteId ? 3 : 2);
  const rows = await matter.store.find(
    work,
    `r.customer_id = $1 ${siteId ? `and r.${matter.siteColumn ?? ''} = $2` : ''} and ${scope.sql}
     order by r.created_at desc limit ${LIMIT}`,
    [customerId, ...(siteId ? [siteId] : []), ...scope.parameters],
  );
  return rows.map((row) => ({
    subject: matter.subject(row.id),
    kind: matter.kind,
    number: row.number,
    at: row.createdAt,
    state: row.state,
    title: matter.title,
  }));
}

/** Customers of the cases with exactly this number (CUS-1). */
export async function numberOwners<Row extends MatterRow, Act extends string>(
  work: UnitOfWork,
  { store }: Matter<Row, Act>,
  number: string,
): Promise<string[]> {
  const rows = await work.query<{ customer_id: string }>(
    `select distinct customer_id from ${store.table} where number = $1 and customer_id is not null`,
    [number],
  );
  return rows.map(({ customer_id }) => customer_id);
}

/** Cases with exactly this number, of a matter that is open to people outside. */
export async function casesOf<Row extends MatterRow, Act extends string>(
  work: UnitOfWork,
  { module, kind, store, proof }: Matter<Row, Act>,
  number: string,
): Promise<KnownCase[]> {
  if (!proof) return [];
  const rows = await store.find(work, 'r.number = $1', [number]);
  return rows.map((row) => {
    const { id, customerId, keyId } = row;
    return { ...proof(row), module, kind, id, number: row.number, customerId, keyId };
  });
}

/** Empties a customer's values; numbers, codes and instants stay for statistics (CUS-5). Answers how many rows. */
export async function eraseMatter<Row extends MatterRow, Act extends string>(
  tx: Transaction,
  { store, erase }: Matter<Row, Act>,
  customerId: string,
): Promise<number> {
  const { text = [], nullable = [], json = {} } = erase;
  const set = [
    ...text.map((column) => `${column} = ''`),
    ...nullable.map((column) => `${column} = case when r.${column} is null then null else '' end`),
    ...Object.entries(json).map(([column, expression]) => `${column} = ${expression}`),
  ];
  if (set.length === 0) return 0;
  const rows = await tx.query(
    `update ${store.table} r set ${set.join(', ')}, version = version + 1
     where r.customer_id = $1 or r.key_id in (select id from privacy.data_key where customer_id = $1) returning id`,
    [customerId],
  );
  return rows.length;
}

/** A calendar changed and a clock moved with it: lists show the new due time (CAL-4). */
export async function moveDueTime<Row extends MatterRow, Act extends string>(
  tx: Transaction,
  { store }: Matter<Row, Act>,
  { subject, from, dueAt }: DeadlineMove,
): Promise<void> {
  await tx.query(`update ${store.table} set due_at = $3, version = version + 1 where id = $1 and due_at = $2`, [
    subject.id,
    from,
    dueAt,
  ]);
}
