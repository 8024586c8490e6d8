/** Table of the engine room: what each process of this database last said of itself. */
import type { Migration } from '@bihuan/plugin-kit';

export const engineMigrations: readonly Migration[] = [
  {
    name: '1760000041000-engine-processes',
    up: [
      'create schema if not exists engine',
      `create table engine.process (
        id uuid primary key,
        role text not null,
        host text not null,
        pid int not null,
        started_at timestamptz not null,
        seen_at timestamptz not null,
        ended_at timestamptz,
        parts jsonb not null
      )`,
      'create index process_seen on engine.process (seen_at)',
    ],
    down: ['drop table engine.process', 'drop schema engine'],
  },
];
