/** Months and sheets (APR-1, APR-5, APR-7). */
import type { Migration } from '@bihuan/plugin-kit';

export const monthsMigration: Migration = {
  name: '1760000035000-appraisal-months',
  up: [
    'create schema if not exists appraisal',
    `create table appraisal.period (
      id uuid primary key,
      version int not null,
      period text not null unique check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      state text not null check (state in ('open', 'scoring', 'frozen')),
      seed text not null,
      template jsonb not null,
      cut_offs jsonb not null,
      ends_at timestamptz not null,
      opened_at timestamptz not null,
      closed_at timestamptz,
      frozen_at timestamptz
    )`,
    `create table appraisal.sheet (
      id uuid primary key,
      version int not null,
      number text not null unique,
      state text not null check (state in ('open', 'self-scored', 'head-scored', 'released')),
      customer_id uuid check (customer_id is null),
      key_id uuid not null,
      due_at timestamptz,
      created_at timestamptz not null,
      period_id uuid not null references appraisal.period (id),
      period text not null,
      employee_id uuid not null,
      staff_number text not null,
      employee_name text not null,
      unit_id uuid not null,
      head_id uuid,
      owner_unit_id uuid not null,
      self_at timestamptz,
      head_at timestamptz,
      self jsonb,
      head jsonb,
      sources jsonb,
      frozen_at timestamptz,
      result jsonb,
      hash text,
      total double precision,
      released_at timestamptz,
      unique (period, employee_id),
      check ((state = 'released') = (hash is not null and result is not null and released_at is not null))
    )`,
    'create index sheet_of_period on appraisal.sheet (period, staff_number, id)',
    'create index sheet_of_employee on appraisal.sheet (employee_id, period)',
    "create index sheet_of_head on appraisal.sheet (head_id) where state <> 'released'",
    "create index sheet_to_release on appraisal.sheet (owner_unit_id) where state = 'head-scored'",
    // A released result is immutable whoever asks (APR-7).
    `create function appraisal.keep_released() returns trigger language plpgsql as $$
    begin
      raise exception 'A released appraisal is not changed (APR-7).';
    end $$`,
    `create trigger keep_released before update or delete on appraisal.sheet
      for each row when (old.state = 'released') execute function appraisal.keep_released()`,
  ],
  down: [
    'drop table appraisal.sheet',
    'drop function appraisal.keep_released()',
    'drop table appraisal.period',
    'drop schema appraisal',
  ],
};
