/** Tables of the notices room: notices with their deliveries (NTF-1), what goes to customers, under their keys (NTF-2). */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { NoticesModule } from './notices.module';
import { REPLAY_PERMISSION, SENT_PERMISSION } from './notices.controller';

export const noticesMigrations: readonly Migration[] = [
  {
    name: '1760000011000-notices',
    up: [
      'create schema if not exists notices',
      `create table notices.notice (
        id uuid primary key,
        employee_id uuid not null,
        module text not null,
        kind text not null,
        subject_id uuid not null,
        template text not null,
        params jsonb not null,
        title_zh text not null,
        title_en text not null,
        text_zh text not null,
        text_en text not null,
        at timestamptz not null,
        in_inbox boolean not null,
        read_at timestamptz,
        acknowledged_at timestamptz
      )`,
      'create index notice_inbox on notices.notice (employee_id, (read_at is not null), at desc, id desc) where in_inbox',
      'create index notice_subject on notices.notice (subject_id, at)',
      `create table notices.delivery (
        id uuid primary key,
        notice_id uuid not null references notices.notice (id),
        channel text not null,
        position int not null,
        state text not null check (state in ('waiting', 'pending', 'sent', 'failed')),
        attempts int not null default 0,
        try_at timestamptz,
        leased_until timestamptz,
        reference text,
        error text,
        done_at timestamptz,
        unique (notice_id, channel),
        check ((state = 'pending') = (try_at is not null))
      )`,
      "create index delivery_pending on notices.delivery (try_at) where state = 'pending'",
    ],
    down: ['drop table notices.delivery', 'drop table notices.notice', 'drop schema notices'],
  },
  {
    name: '1760000011001-notices-customers',
    up: [
      `create table notices.outgoing (
        id uuid primary key,
        module text not null,
        kind text not null,
        subject_id uuid not null,
        key_id uuid not null,
        channel text not null check (channel in ('sms', 'e-mail', 'letter')),
        template text,
        sealed_values bytea not null,
        secret boolean not null,
        at timestamptz not null,
        state text not null check (state in ('pending', 'sent', 'failed')),
        attempts int not null default 0,
        try_at timestamptz,
        leased_until timestamptz,
        reference text,
        error text,
        done_at timestamptz,
        check ((state = 'pending') = (try_at is not null))
      )`,
      'create index outgoing_subject on notices.outgoing (subject_id, at)',
      "create index outgoing_pending on notices.outgoing (try_at) where state = 'pending'",
      `create table notices.code (
        id uuid primary key,
        subject_id uuid not null,
        module text not null,
        kind text not null,
        purpose text not null,
        hash bytea not null,
        tries_left int not null check (tries_left >= 0),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      )`,
      'create index code_subject on notices.code (subject_id, purpose, created_at)',
      'create index code_expires on notices.code (expires_at)',
    ],
    down: ['drop table notices.code', 'drop table notices.outgoing'],
  },
  {
    // One instant of the manual clock holds many notices, and their ids say nothing of their order.
    name: '1760000011002-notices-order',
    up: [
      'alter table notices.notice add seq bigint generated always as identity',
      'alter table notices.outgoing add seq bigint generated always as identity',
    ],
    down: ['alter table notices.outgoing drop seq', 'alter table notices.notice drop seq'],
  },
  {
    // The engine page looks for what was given up; nearly everything else was sent.
    name: '1760000011003-notices-failed',
    up: [
      "create index delivery_failed on notices.delivery (done_at) where state = 'failed'",
      "create index outgoing_failed on notices.outgoing (done_at) where state = 'failed'",
    ],
    down: ['drop index notices.outgoing_failed', 'drop index notices.delivery_failed'],
  },
];

export const noticesRoom: Manifest = {
  id: 'notices',
  title: { zh: '通知', en: 'Notices' },
  version: '0.1.0',
  needs: [],
  permissions: [
    { id: SENT_PERMISSION, title: { zh: '查看已发出的通知', en: 'See what notices went out' } },
    { id: REPLAY_PERMISSION, title: { zh: '查看并重发未送达的通知', en: 'See and resend notices that failed' } },
  ],
  entities: [],
  migrations: noticesMigrations,
  schema: 'notices',
  events: { out: [], in: [] },
  forms: [],
  module: NoticesModule,
};
