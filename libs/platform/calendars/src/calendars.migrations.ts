/** Tables of the calendars room: calendars, and the statutory days all of them share (CAL-1). */
import type { Migration } from '@bihuan/plugin-kit';

export const calendarsMigrations: readonly Migration[] = [
  {
    name: '1760000009000-calendars-calendar',
    up: [
      'create schema if not exists calendars',
      `create table calendars.calendar (
        code text primary key,
        id uuid not null unique default gen_random_uuid(),
        title jsonb not null,
        timezone text not null,
        weekly jsonb not null,
        works_on_holidays boolean not null,
        exceptions jsonb not null default '{}',
        version integer not null default 1,
        changed_at timestamptz not null
      )`,
      `create table calendars.statutory_day (
        date date primary key,
        kind text not null check (kind in ('holiday', 'workday')),
        name text not null,
        source text not null,
        confirmed boolean not null
      )`,
    ],
    down: ['drop table calendars.statutory_day', 'drop table calendars.calendar', 'drop schema calendars'],
  },
];
