/** Tables of the outbox room: events, and one delivery a subscriber (EVT-1, EVT-2). */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { OutboxModule } from './outbox.module';

export const outboxMigrations: readonly Migration[] = [
  {
    name: '1760000004000-outbox-events',
    up: [
      'create schema if not exists outbox',
      `create table outbox.event (
        id bigint generated always as identity primary key,
        event_id uuid not null unique,
        name text not null,
        module text not null,
        kind text not null,
        subject_id uuid not null,
        payload jsonb not null,
        key_id uuid,
        sealed_values bytea,
        at timestamptz not null,
        relayed boolean not null default false
      )`,
      'create index event_unrelayed on outbox.event (id) where not relayed',
      `create table outbox.delivery (
        id bigint generated always as identity primary key,
        event_seq bigint not null references outbox.event (id),
        subject_id uuid not null,
        subscriber text not null,
        state text not null check (state in ('pending', 'done', 'parked', 'waiting', 'taken')),
        attempts int not null default 0,
        error text,
        done_at timestamptz,
        taken_by uuid,
        unique (event_seq, subscriber)
      )`,
      "create index delivery_pending on outbox.delivery (subscriber, subject_id, event_seq) where state in ('pending', 'parked')",
      "create index delivery_waiting on outbox.delivery (subscriber, event_seq) where state = 'waiting'",
    ],
    down: ['drop table outbox.delivery', 'drop table outbox.event', 'drop schema outbox'],
  },
  {
    name: '1760000004001-outbox-subscribers',
    up: [
      'create table outbox.subscriber (name text primary key, since timestamptz not null)',
      'create index event_by_name on outbox.event (name, id)',
    ],
    down: ['drop index outbox.event_by_name', 'drop table outbox.subscriber'],
  },
  {
    name: '1760000004002-outbox-back-off',
    up: ['alter table outbox.delivery add try_at timestamptz'],
    down: ['alter table outbox.delivery drop try_at'],
  },
  {
    name: '1760000004003-outbox-presence',
    up: [
      'create table outbox.process (id uuid primary key, modules text[] not null, seen_at timestamptz not null)',
      'create table outbox.known_subscriber (name text primary key, event text not null, seen_at timestamptz not null)',
    ],
    down: ['drop table outbox.known_subscriber', 'drop table outbox.process'],
  },
  {
    name: '1760000004010-outbox-next',
    up: ["create index delivery_next on outbox.delivery (event_seq) where state = 'pending'"],
    down: ['drop index outbox.delivery_next'],
  },
  {
    // Only the past told once to a new subscriber asked by name, and every event paid for it twice.
    name: '1760000004011-outbox-without-names',
    up: ['drop index outbox.event_by_name'],
    down: ['create index event_by_name on outbox.event (name, id)'],
  },
  {
    name: '1760000004020-outbox-in-hand',
    up: [
      `create table outbox.in_hand (holder int, kind text, things text[] not null, postgres timestamptz not null,
        primary key (holder, kind))`,
    ],
    down: ['drop table outbox.in_hand'],
  },
];

export const outboxRoom: Manifest = {
  id: 'outbox',
  title: { zh: '事件', en: 'Events' },
  version: '0.1.0',
  needs: [],
  permissions: [
    { id: 'outbox.hand-off.take', title: { zh: '查看并接办待交接事项', en: 'See and take waiting hand-offs' } },
    { id: 'outbox.event.replay', title: { zh: '查看并重发滞留事件', en: 'See and replay parked events' } },
  ],
  entities: [],
  migrations: outboxMigrations,
  schema: 'outbox',
  events: { out: [], in: [] },
  forms: [],
  module: OutboxModule,
};
