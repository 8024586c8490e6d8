/** Tables of the identity room (IDN-1, IDN-2). */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { identityPermissions } from '@bihuan/identity-contract';
import { IdentityModule } from './identity.module';

export const identityMigrations: readonly Migration[] = [
  {
    name: '1760000005000-identity-users',
    up: [
      'create schema if not exists identity',
      'create table identity.state (one boolean primary key default true check (one), version int not null)',
      'insert into identity.state (version) values (1)',
      `create table identity.role (
        id text primary key,
        title_zh text not null,
        title_en text not null,
        grants jsonb not null,
        positions text[] not null
      )`,
      `create table identity.app_user (
        id uuid primary key,
        username text not null unique check (username = lower(username)),
        employee_id uuid not null unique,
        password_hash text not null,
        must_change boolean not null,
        disabled_at timestamptz,
        created_at timestamptz not null
      )`,
      `create table identity.user_role (
        user_id uuid not null references identity.app_user (id),
        role_id text not null references identity.role (id) on delete cascade,
        primary key (user_id, role_id)
      )`,
      `create table identity.session (
        id uuid primary key,
        token_hash bytea not null unique,
        user_id uuid not null references identity.app_user (id),
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        ip text
      )`,
      'create index session_by_user on identity.session (user_id) where revoked_at is null',
      'create index session_expires on identity.session (expires_at)',
      `create table identity.known_device (
        token_hash bytea primary key,
        user_id uuid not null references identity.app_user (id),
        expires_at timestamptz not null
      )`,
      `create table identity.attempt (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      )`,
    ],
    down: [
      'drop table identity.attempt',
      'drop table identity.known_device',
      'drop table identity.session',
      'drop table identity.user_role',
      'drop table identity.app_user',
      'drop table identity.role',
      'drop table identity.state',
      'drop schema identity',
    ],
  },
];

export const identityRoom: Manifest = {
  id: 'identity',
  title: { zh: '用户与权限', en: 'Identity' },
  version: '0.1.0',
  needs: ['org'],
  permissions: [{ id: identityPermissions.userManage, title: { zh: '管理用户', en: 'Manage users' } }],
  entities: [],
  migrations: identityMigrations,
  schema: 'identity',
  events: { out: [], in: [] },
  forms: [],
  module: IdentityModule,
};
