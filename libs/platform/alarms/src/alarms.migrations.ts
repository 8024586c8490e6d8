/** Tables of the alarms room: deadlines, their steps, calendars whose deadlines must be counted again (DLN-2, CAL-4). */
import type { Migration } from '@bihuan/plugin-kit';

const OPEN = "state in ('armed', 'warned', 'breached', 'paused')";

export const alarmsMigrations: readonly Migration[] = [
  {
    name: '1760000011000-alarms-deadlines',
    up: [
      'create schema if not exists alarms',
      `create table alarms.deadline (
        id uuid primary key,
        module text not null,
        kind text not null,
        subject_id uuid not null,
        stage text not null,
        generation int not null,
        policy text not null,
        policy_version int not null,
        terms jsonb not null,
        calendar text not null,
        calendar_given boolean not null,
        owner_unit uuid not null,
        owner_id uuid,
        people jsonb not null,
        label text,
        state text not null check (state in ('armed', 'warned', 'breached', 'paused', 'met', 'cancelled')),
        round int not null default 1,
        started_at timestamptz not null,
        due_at timestamptz not null,
        first_due_at timestamptz not null,
        warn_at timestamptz not null,
        provisional boolean not null,
        paused_at timestamptz,
        pause_reason text,
        remaining_seconds double precision,
        pauses jsonb not null default '[]',
        re_promises jsonb not null default '[]',
        warned_at timestamptz,
        breached_at timestamptz,
        met_at timestamptz,
        late boolean,
        ended_at timestamptz,
        end_reason text,
        unique (subject_id, stage, generation),
        check ((state = 'paused') = (paused_at is not null)),
        check ((state in ('met', 'cancelled')) = (ended_at is not null))
      )`,
      `create unique index deadline_open on alarms.deadline (subject_id, stage) where ${OPEN}`,
      `create index deadline_board on alarms.deadline (owner_unit, due_at, id) where ${OPEN}`,
      `create index deadline_due on alarms.deadline (due_at, id) where ${OPEN}`,
      `create table alarms.step (
        deadline_id uuid not null references alarms.deadline (id),
        round int not null,
        key text not null,
        n int not null,
        rank int not null,
        action text not null,
        at timestamptz not null,
        next_at timestamptz not null,
        state text not null check (state in ('armed', 'fired', 'void', 'parked')),
        fired_at timestamptz,
        late_by_seconds int,
        attempts int not null default 0,
        error text,
        primary key (deadline_id, round, key, n)
      )`,
      "create index step_armed on alarms.step (next_at) where state = 'armed'",
      "create index step_parked on alarms.step (at) where state = 'parked'",
      `create table alarms.recount (
        calendar text primary key,
        after_id uuid,
        looks int not null,
        not_before timestamptz not null
      )`,
    ],
    down: ['drop table alarms.recount', 'drop table alarms.step', 'drop table alarms.deadline', 'drop schema alarms'],
  },
  {
    name: '1760000011001-alarms-told',
    up: [
      // Two steps: whether a clock's state is written, and whether people and other rooms have heard of it.
      'alter table alarms.step add told boolean not null default true',
      // In the order in which they are claimed: of a storm thousands share one instant.
      'drop index alarms.step_armed',
      "create index step_armed on alarms.step (next_at, rank, deadline_id) where state = 'armed'",
      "create index step_untold on alarms.step (next_at, rank, deadline_id) where state = 'fired' and not told",
      "create index step_of_rooms on alarms.step (next_at) where state = 'armed' and action not in ('warn', 'breach', 'notify')",
    ],
    down: [
      'drop index alarms.step_of_rooms',
      'drop index alarms.step_untold',
      'drop index alarms.step_armed',
      "create index step_armed on alarms.step (next_at) where state = 'armed'",
      'alter table alarms.step drop told',
    ],
  },
  {
    name: '1760000011002-alarms-states',
    up: [
      // No index looks at a clock's state, and its page has room for a second version of it: warning and breach of a
      // storm write the row and nothing else.
      'drop index alarms.deadline_open',
      'drop index alarms.deadline_board',
      'drop index alarms.deadline_due',
      'create unique index deadline_open on alarms.deadline (subject_id, stage) where ended_at is null',
      'create index deadline_board on alarms.deadline (owner_unit, due_at, id) where ended_at is null',
      'create index deadline_due on alarms.deadline (due_at, id) where ended_at is null',
      'alter table alarms.deadline set (fillfactor = 80)',
      // What is told of one clock is told together.
      'drop index alarms.step_untold',
      "create index step_untold on alarms.step (next_at, deadline_id, rank) where state = 'fired' and not told",
    ],
    down: [
      'drop index alarms.step_untold',
      "create index step_untold on alarms.step (next_at, rank, deadline_id) where state = 'fired' and not told",
      'alter table alarms.deadline reset (fillfactor)',
      'drop index alarms.deadline_due',
      'drop index alarms.deadline_board',
      'drop index alarms.deadline_open',
      `create unique index deadline_open on alarms.deadline (subject_id, stage) where ${OPEN}`,
      `create index deadline_board on alarms.deadline (owner_unit, due_at, id) where ${OPEN}`,
      `create index deadline_due on alarms.deadline (due_at, id) where ${OPEN}`,
    ],
  },
];
