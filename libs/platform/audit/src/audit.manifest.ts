/** Tables of the audit room: entries nobody may change, seals that chain them, participants (IDN-2, IDN-3, IDN-4). */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { AuditModule } from './audit.module';

export const auditMigrations: readonly Migration[] = [
  {
    name: '1760000003000-audit-entries',
    up: [
      'create schema if not exists audit',
      `create table audit.entry (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        actor_id uuid,
        actor_name text not null,
        action text not null,
        module text not null,
        kind text not null,
        subject_id uuid not null,
        data jsonb not null,
        key_id uuid,
        sealed_values bytea,
        ip text,
        request_id text
      )`,
      'create index entry_subject on audit.entry (subject_id, id)',
      'create table audit.unsealed (entry_id bigint primary key)',
      `create table audit.seal (
        seq bigint primary key,
        entry_id bigint not null unique,
        hash bytea not null
      )`,
      `create function audit.queue_seal() returns trigger language plpgsql as
        $$ begin insert into audit.unsealed (entry_id) select id from added; return null; end $$`,
      `create trigger entry_queue after insert on audit.entry
        referencing new table as added for each statement execute function audit.queue_seal()`,
      `create function audit.refuse_change() returns trigger language plpgsql as
        $$ begin raise exception 'audit entries are append-only'; end $$`,
      `create trigger entry_append_only before update or delete or truncate on audit.entry
        for each statement execute function audit.refuse_change()`,
      `create table audit.participant (
        subject_id uuid not null,
        employee_id uuid not null,
        primary key (subject_id, employee_id)
      )`,
      'create index participant_employee on audit.participant (employee_id, subject_id)',
    ],
    down: [
      'drop table audit.participant',
      'drop table audit.seal',
      'drop table audit.unsealed',
      'drop table audit.entry',
      'drop function audit.queue_seal()',
      'drop function audit.refuse_change()',
      'drop schema audit',
    ],
  },
];

export const auditRoom: Manifest = {
  id: 'audit',
  title: { zh: '审计', en: 'Audit' },
  version: '0.1.0',
  needs: [],
  permissions: [{ id: 'audit.verify', title: { zh: '校验审计链', en: 'Verify the audit chain' } }],
  entities: [],
  migrations: auditMigrations,
  schema: 'audit',
  events: { out: [], in: [] },
  forms: [],
  module: AuditModule,
};
