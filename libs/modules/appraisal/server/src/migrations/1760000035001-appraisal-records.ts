/** Records behind the sheets: entries, contacts, sample calls, attendance (APR-1a, APR-2, APR-3, APR-7). */
import type { Migration } from '@bihuan/plugin-kit';

export const recordsMigration: Migration = {
  name: '1760000035001-appraisal-records',
  up: [
    `create table appraisal.entry (
      id uuid primary key,
      version int not null,
      state text not null check (state in ('counted', 'withdrawn')),
      kind text not null,
      employee_id uuid,
      unit_id uuid not null,
      date text not null,
      period text not null,
      correction_of text,
      code text,
      points double precision,
      amount int not null,
      ground text not null,
      witness text not null,
      number text,
      natural_key text,
      by_id uuid,
      by_name text not null,
      created_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawn_by text,
      withdraw_reason text,
      seq bigint generated always as identity
    )`,
    "create unique index entry_natural_key on appraisal.entry (natural_key) where state = 'counted'",
    'create index entry_of_period on appraisal.entry (period, employee_id)',
    'create index entry_of_employee on appraisal.entry (employee_id, created_at desc, id)',
    'create index entry_of_unit on appraisal.entry (unit_id, created_at desc, id)',
    'create index entry_newest on appraisal.entry (created_at desc, id)',
    `create table appraisal.contact (
      id uuid primary key,
      fact_version int not null,
      employee_id uuid,
      unit_id uuid,
      customer_id uuid,
      number text not null,
      period text not null
    )`,
    'create index contact_of_employee on appraisal.contact (period, employee_id)',
    'create index contact_of_customer on appraisal.contact (customer_id)',
    `create table appraisal.sample (
      id uuid primary key,
      version int not null,
      period text not null,
      employee_id uuid not null,
      unit_id uuid not null,
      contact_id uuid not null,
      number text not null,
      state text not null check (state in ('requested', 'reached', 'not-made')),
      good boolean,
      at timestamptz,
      task_id uuid,
      ground text not null,
      by_name text not null,
      requested_at timestamptz not null,
      unique (period, contact_id)
    )`,
    'create index sample_of_employee on appraisal.sample (period, employee_id)',
    // Not sampled by the planner: erasing leaves nothing (CUS-5).
    'alter table appraisal.sample alter column ground set statistics 0',
    `create table appraisal.attendance (
      employee_id uuid not null,
      date text not null,
      mark text not null check (mark in ('present', 'late', 'absent', 'leave')),
      batch text not null,
      at timestamptz not null,
      primary key (employee_id, date)
    )`,
  ],
  down: ['attendance', 'sample', 'contact', 'entry'].map((table) => `drop table appraisal.${table}`),
};
