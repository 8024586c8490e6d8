/** Tables of the organisation room (ORG-1 … ORG-4). */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { orgPermissions } from '@bihuan/org-contract';
import { OrgModule } from './org.module';

export const orgMigrations: readonly Migration[] = [
  {
    name: '1760000004500-org-organisation',
    up: [
      'create schema if not exists org',
      'create table org.state (one boolean primary key default true check (one), version int not null)',
      'insert into org.state (version) values (1)',
      `create table org.unit (
        id uuid primary key,
        code text not null unique,
        name text not null,
        function text not null,
        parent_id uuid references org.unit (id),
        calendar text not null,
        sort int not null default 0
      )`,
      `create table org.position (
        code text primary key,
        title_zh text not null,
        title_en text not null,
        unit_id uuid references org.unit (id)
      )`,
      `create table org.employee (
        id uuid primary key,
        staff_number text not null unique,
        name text not null,
        unit_id uuid not null references org.unit (id),
        further_unit_ids uuid[] not null default '{}',
        position text not null references org.position (code),
        officer_number text unique check (officer_number ~ '^[0-9]{2,3}$'),
        manager_id uuid references org.employee (id),
        phone text,
        head boolean not null default false
      )`,
      'create index employee_unit on org.employee (unit_id)',
      `create table org.recipient (
        role text not null,
        position text not null references org.position (code),
        primary key (role, position)
      )`,
      `create table org.certificate (
        id uuid primary key,
        employee_id uuid not null references org.employee (id),
        product_lines text[] not null,
        issued_on date not null,
        expires_on date,
        training_on date not null,
        test_on date not null,
        examiner text not null,
        mark numeric not null,
        issued_by uuid,
        at timestamptz not null,
        check (expires_on >= issued_on)
      )`,
      'create index certificate_employee on org.certificate (employee_id)',
      `create table org.duty_shift (
        id uuid primary key,
        unit_id uuid not null references org.unit (id),
        employee_id uuid not null references org.employee (id),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        kind text not null check (kind in ('shift', 'on-call')),
        check (ends_at > starts_at)
      )`,
      'create index duty_shift_unit on org.duty_shift (unit_id, ends_at, starts_at)',
      `create table org.missed_hand_over (
        id uuid primary key,
        unit_id uuid not null references org.unit (id),
        employee_id uuid not null references org.employee (id),
        duty_kind text not null,
        due_at timestamptz not null,
        text text not null,
        noted_by uuid,
        at timestamptz not null
      )`,
      'create index missed_hand_over_employee on org.missed_hand_over (employee_id, due_at)',
    ],
    down: [
      'drop table org.missed_hand_over',
      'drop table org.duty_shift',
      'drop table org.certificate',
      'drop table org.recipient',
      'drop table org.employee',
      'drop table org.position',
      'drop table org.unit',
      'drop table org.state',
      'drop schema org',
    ],
  },
  {
    name: '1760000004501-org-pass-mark',
    up: ['alter table org.state add pass_mark numeric'],
    down: ['alter table org.state drop pass_mark'],
  },
  {
    name: '1760000004502-org-posts',
    up: [
      `create table org.post (
        sort int primary key,
        position text not null references org.position (code),
        unit_id uuid references org.unit (id),
        function text,
        below boolean not null,
        min int not null,
        max int not null,
        check ((unit_id is null) <> (function is null)),
        check (min <= max)
      )`,
    ],
    down: ['drop table org.post'],
  },
  {
    name: '1760000004503-org-employee-version',
    up: ['alter table org.employee add version int not null default 1'],
    down: ['alter table org.employee drop version'],
  },
];

export const orgRoom: Manifest = {
  id: 'org',
  title: { zh: '组织与人员', en: 'Organisation' },
  version: '0.1.0',
  needs: [],
  permissions: [
    { id: orgPermissions.employeeManage, title: { zh: '维护人员', en: 'Manage employees' } },
    { id: orgPermissions.certificateIssue, title: { zh: '签发上岗证', en: 'Issue certificates' } },
    { id: orgPermissions.dutyPlan, title: { zh: '排班', en: 'Plan duty' } },
    { id: orgPermissions.dutyRecordMissed, title: { zh: '登记漏接交接', en: 'Record a missed hand-over' } },
  ],
  entities: [],
  migrations: orgMigrations,
  schema: 'org',
  events: { out: [], in: [] },
  forms: [],
  module: OrgModule,
};
