/** Evaluations of the portal, the matters they are proven by, customers' own rest hours (RVT-2, RVT-8). */
import type { Migration } from '@bihuan/plugin-kit';

const silent = (table: string, columns: readonly string[]): string =>
  `alter table ${table} ${columns.map((column) => `alter column ${column} set statistics 0`).join(', ')}`;

export const evaluationsMigration: Migration = {
  name: '1760000031002-revisit-evaluations',
  up: [
    `create table revisit.evaluation (
      id uuid primary key,
      version int not null,
      number text not null,
      state text not null check (state in ('given', 'to-confirm', 'confirmed', 'dismissed')),
      customer_id uuid,
      key_id uuid not null,
      due_at timestamptz,
      created_at timestamptz not null,
      module text not null,
      kind text not null,
      matter_id uuid not null,
      item text not null,
      project text not null,
      technical_level int not null,
      attitude int not null,
      remark text not null,
      month text not null,
      customer_name text not null,
      evaluator text not null,
      phone text not null,
      site text not null,
      engineer_id uuid,
      engineer_name text,
      unit_id uuid,
      division_id uuid,
      officer_unit_id uuid not null,
      replaced_by uuid,
      decided_by_id uuid,
      decided_at timestamptz,
      decision text not null,
      complaint_id uuid,
      complaint_number text
    )`,
    'create index evaluation_month on revisit.evaluation (month, matter_id)',
    "create index evaluation_due on revisit.evaluation (coalesce(due_at, 'infinity'), id) where state = 'to-confirm'",
    'create index evaluation_customer on revisit.evaluation (customer_id)',
    'create index evaluation_key on revisit.evaluation (key_id)',
    'create index evaluation_number on revisit.evaluation (number)',
    silent('revisit.evaluation', ['project', 'remark', 'customer_name', 'evaluator', 'phone', 'site', 'decision']),
    // What revisit knows of finished matters: who proves himself by them, who did the work, what they came from.
    `create table revisit.matter (
      id uuid primary key,
      version int not null,
      module text not null,
      kind text not null,
      number text not null,
      source_id uuid,
      customer_id uuid,
      key_id uuid not null,
      customer_name text not null,
      phone text not null,
      site text not null,
      handler_id uuid,
      handler_name text,
      fault_grade int,
      unit_id uuid not null,
      concluded_at timestamptz
    )`,
    'create index matter_number on revisit.matter (number)',
    'create index matter_source on revisit.matter (source_id) where source_id is not null',
    'create index matter_customer on revisit.matter (customer_id)',
    'create index matter_key on revisit.matter (key_id)',
    silent('revisit.matter', ['customer_name', 'phone', 'site']),
    `create table revisit.rest_hours (
      id uuid primary key,
      version int not null,
      hours jsonb not null
    )`,
  ],
  down: ['drop table revisit.rest_hours', 'drop table revisit.matter', 'drop table revisit.evaluation'],
};
