/** What comes of a complaint: supervision orders, sanctions, circulations; and the repairs its rate is divided by. */
import type { Migration } from '@bihuan/plugin-kit';

const frame = `
      id uuid primary key,
      version int not null default 1,
      number text not null unique,
      state text not null,
      customer_id uuid,
      key_id uuid not null,
      due_at timestamptz,
      created_at timestamptz not null,
      complaint_id uuid not null references complaints.complaint (id),
      complaint_number text not null,`;

/** Not sampled by the planner: erasing leaves nothing (CUS-5). */
const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  supervision: ['instruction', 'required_reply', 'reply'],
  sanction: ['ground', 'decision', 'objection', 'review'],
  circulation: ['matter', 'ground', 'handling', 'requirement'],
};

export const complaintsOrders: Migration = {
  name: '1760000032001-complaints-orders',
  up: [
    `create table complaints.supervision (${frame}
      automatic boolean not null,
      ground text not null,
      stage text,
      issuing_unit_id uuid,
      unit_id uuid not null,
      employee_id uuid,
      employee_name text,
      instruction text not null,
      required_reply text not null,
      reply_due_at timestamptz not null,
      issued_by jsonb,
      reply jsonb
    )`,
    `create table complaints.sanction (${frame}
      employee_id uuid,
      employee_name text not null,
      unit_id uuid not null,
      liability text not null,
      breach text not null,
      stage text,
      ground text not null,
      points float8 not null,
      amount int not null,
      proposed_by jsonb,
      decision jsonb,
      told_at timestamptz,
      object_until timestamptz,
      objection jsonb,
      review jsonb
    )`,
    `create table complaints.circulation (${frame}
      sanction_id uuid,
      issuing_unit_id uuid not null,
      unit_id uuid,
      employee_id uuid,
      employee_name text,
      matter text not null,
      ground text not null,
      handling text not null,
      requirement text not null,
      issued_by jsonb not null,
      list jsonb not null
    )`,
    ...['supervision', 'sanction', 'circulation'].flatMap((table) => [
      `create index ${table}_complaint on complaints.${table} (complaint_id, created_at)`,
      `create index ${table}_key on complaints.${table} (key_id)`,
      `create index ${table}_customer on complaints.${table} (customer_id) where customer_id is not null`,
    ]),
    ...Object.entries(PERSONAL).map(
      ([table, columns]) =>
        `alter table complaints.${table} ${columns.map((column) => `alter column ${column} set statistics 0`).join(', ')}`,
    ),
    `create index supervision_unit_open on complaints.supervision (unit_id, coalesce(due_at, 'infinity'), id)
      where state = 'issued'`,
    `create index sanction_unit_open on complaints.sanction (unit_id, coalesce(due_at, 'infinity'), id)
      where state not in ('confirmed', 'lifted', 'dropped')`,
    // One row an order: which department repaired something taken in on which local day (CMP-16, RD-42).
    `create table complaints.repair (
      order_id uuid primary key,
      version int not null,
      day date not null,
      unit_id uuid,
      counts boolean not null
    )`,
    'create index repair_day on complaints.repair (day, unit_id) where counts',
    `create table complaints.entered_repairs (
      unit_id uuid not null,
      month text not null,
      repairs int not null,
      source text not null check (source in ('entered', 'imported')),
      entered_at timestamptz not null,
      entered_by uuid not null,
      primary key (month, unit_id)
    )`,
  ],
  down: [
    'drop table complaints.entered_repairs',
    'drop table complaints.repair',
    'drop table complaints.circulation',
    'drop table complaints.sanction',
    'drop table complaints.supervision',
  ],
};
