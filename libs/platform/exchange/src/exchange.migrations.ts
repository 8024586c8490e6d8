/** Table of the exchange room (CUS-4). */
import type { Migration } from '@bihuan/plugin-kit';

export const exchangeMigrations: readonly Migration[] = [
  {
    name: '1760000022000-exchange-imports',
    up: [
      'create schema if not exists exchange',
      `create table exchange.import (
        id uuid primary key,
        kind text not null,
        state text not null check (state in ('uploaded', 'faulty', 'checked', 'committed')),
        format text not null check (format in ('xlsx', 'csv')),
        key_id uuid not null,
        sealed_file bytea,
        row_count int,
        error_count int not null default 0,
        errors jsonb not null,
        result jsonb,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null,
        checked_at timestamptz,
        committed_at timestamptz,
        kept_until timestamptz,
        check ((state = 'committed') = (committed_at is not null)),
        check (state <> 'committed' or sealed_file is null)
      )`,
      'create index import_uploader on exchange.import (uploaded_by, uploaded_at)',
      'create index import_waiting on exchange.import (kept_until) where kept_until is not null',
    ],
    down: ['drop table exchange.import', 'drop schema exchange'],
  },
];
