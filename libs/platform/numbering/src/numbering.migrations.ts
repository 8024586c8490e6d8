/** Tables of the numbering room: one counter a scope (NUM-1). */
import type { Migration } from '@bihuan/plugin-kit';

export const numberingMigrations: readonly Migration[] = [
  {
    name: '1760000008000-numbering-counter',
    up: [
      'create schema if not exists numbering',
      `create table numbering.counter (
        scope text primary key,
        id uuid not null default gen_random_uuid(),
        value integer not null check (value > 0)
      )`,
    ],
    down: ['drop table numbering.counter', 'drop schema numbering'],
  },
];
