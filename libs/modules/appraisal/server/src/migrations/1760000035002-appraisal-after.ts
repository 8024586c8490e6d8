/** What follows a release: proposals, files for HR and their receipts (APR-6, APR-9). */
import type { Migration } from '@bihuan/plugin-kit';

export const afterMigration: Migration = {
  name: '1760000035002-appraisal-after',
  up: [
    `create table appraisal.proposal (
      id uuid primary key,
      version int not null,
      number text not null unique,
      state text not null check (state in ('proposed', 'agreed', 'rejected', 'impossible')),
      customer_id uuid check (customer_id is null),
      key_id uuid not null,
      due_at timestamptz,
      created_at timestamptz not null,
      employee_id uuid not null,
      employee_name text not null,
      unit_id uuid not null,
      owner_unit_id uuid not null,
      consequence text not null,
      ground_key text not null,
      cause text,
      ground text not null,
      facts jsonb not null,
      proposed_by text not null,
      decided_by_id uuid,
      decided_by text,
      decided_at timestamptz,
      decision text,
      unique (employee_id, consequence, ground_key),
      check ((state = 'proposed') = (decided_by_id is null and decided_at is null))
    )`,
    "create index proposal_open on appraisal.proposal (owner_unit_id) where state = 'proposed'",
    `create table appraisal.batch (
      id text primary key,
      period text not null,
      file jsonb not null,
      made_at timestamptz not null,
      made_by text not null
    )`,
    'create index batch_of_period on appraisal.batch (period, made_at)',
    `create table appraisal.receipt (
      batch text not null references appraisal.batch (id),
      staff_number text not null,
      accepted boolean not null,
      reason text not null,
      at timestamptz not null,
      primary key (batch, staff_number)
    )`,
  ],
  down: ['receipt', 'batch', 'proposal'].map((table) => `drop table appraisal.${table}`),
};
