/** Tables of the policies room: the pack's versions, none of which is ever changed (PCK-1, DLN-5). */
import type { Migration } from '@bihuan/plugin-kit';

export const policiesMigrations: readonly Migration[] = [
  {
    name: '1760000007000-policies-pack-version',
    up: [
      'create schema if not exists policies',
      `create table policies.pack_version (
        version integer primary key check (version > 0),
        id uuid not null unique default gen_random_uuid(),
        pack_id text not null,
        data jsonb not null,
        shipped boolean not null,
        effective_from timestamptz not null,
        set_up_at timestamptz not null
      )`,
    ],
    down: ['drop table policies.pack_version', 'drop schema policies'],
  },
];
