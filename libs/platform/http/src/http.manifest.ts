/** Table of the HTTP room: idempotency keys, without the keys (api.md Conventions). */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { HttpModule } from './http.module';

export const httpMigrations: readonly Migration[] = [
  {
    name: '1760000006000-http-idempotency',
    up: [
      'create schema if not exists http',
      `create table http.idempotency (
        key_hash bytea primary key,
        body_hash bytea not null,
        attempt uuid not null,
        committed boolean not null,
        status int,
        answer bytea,
        lease_until timestamptz not null,
        expires_at timestamptz not null
      )`,
      'create index idempotency_expires on http.idempotency (expires_at)',
    ],
    down: ['drop table http.idempotency', 'drop schema http'],
  },
];

export const httpRoom: Manifest = {
  id: 'http',
  title: { zh: '接口', en: 'HTTP' },
  version: '0.1.0',
  needs: [],
  permissions: [],
  entities: [],
  migrations: httpMigrations,
  schema: 'http',
  events: { out: [], in: [] },
  forms: [],
  module: HttpModule,
};
