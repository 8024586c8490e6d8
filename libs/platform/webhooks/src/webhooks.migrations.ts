/** Tables of the webhooks room: endpoints, and one delivery an endpoint and event (EVT-3). */
import type { Migration } from '@bihuan/plugin-kit';

export const webhooksMigrations: readonly Migration[] = [
  {
    name: '1760000040000-webhooks',
    up: [
      'create schema if not exists webhooks',
      `create table webhooks.endpoint (
        id uuid primary key,
        version int not null default 1,
        name text not null,
        url text not null,
        events text[] not null,
        personal boolean not null,
        enabled boolean not null,
        secret text not null,
        previous_secret text,
        previous_until timestamptz,
        failing_since timestamptz,
        failing_at timestamptz,
        failures int not null default 0,
        not_before timestamptz,
        created_at timestamptz not null,
        check ((previous_secret is null) = (previous_until is null))
      )`,
      `create table webhooks.delivery (
        id bigint generated always as identity primary key,
        endpoint_id uuid not null references webhooks.endpoint (id),
        event_seq bigint not null,
        subject_id uuid not null,
        state text not null default 'pending' check (state in ('pending', 'done', 'parked', 'skipped')),
        attempts int not null default 0,
        try_at timestamptz,
        leased_until timestamptz,
        status int,
        error text,
        done_at timestamptz,
        unique (endpoint_id, event_seq),
        check ((state = 'pending') = (try_at is not null))
      )`,
      "create index delivery_pending on webhooks.delivery (endpoint_id, try_at, event_seq) where state = 'pending'",
      `create index delivery_line on webhooks.delivery (endpoint_id, subject_id, event_seq)
       where state in ('pending', 'parked')`,
      "create index delivery_parked on webhooks.delivery (endpoint_id, event_seq) where state = 'parked'",
      "create index delivery_over on webhooks.delivery (done_at) where state in ('done', 'skipped')",
    ],
    down: ['drop table webhooks.delivery', 'drop table webhooks.endpoint', 'drop schema webhooks'],
  },
];
