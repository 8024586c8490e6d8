/** Tables of the work room: tasks. */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { DONE_PERMISSION } from './task';
import { WorkModule } from './work.module';

export const workMigrations: readonly Migration[] = [
  {
    name: '1760000012000-work-tasks',
    up: [
      'create schema if not exists work',
      `create table work.task (
        id uuid primary key,
        module text not null,
        subject_kind text not null,
        subject_id uuid not null,
        kind text not null,
        assignee_id uuid,
        unit_id uuid not null,
        title_zh text not null,
        title_en text not null,
        number text,
        due_at timestamptz,
        state text not null default 'open' check (state in ('open', 'done', 'not-done')),
        text text,
        key_id uuid,
        created_at timestamptz not null,
        closed_at timestamptz,
        closed_by uuid,
        version int not null default 1,
        check ((state = 'open') = (closed_at is null))
      )`,
      // Planner statistics keep samples of values: none of what may be personal (CUS-5).
      'alter table work.task alter column text set statistics 0',
      "create index task_open_assignee on work.task (assignee_id, due_at) where state = 'open'",
      "create index task_open_unit on work.task (unit_id, due_at) where state = 'open' and assignee_id is null",
      'create index task_subject on work.task (subject_id, kind)',
      'create index task_key on work.task (key_id) where text is not null',
    ],
    down: ['drop table work.task', 'drop schema work'],
  },
];

export const workRoom: Manifest = {
  id: 'work',
  title: { zh: '我的工作', en: 'Work list' },
  version: '0.1.0',
  needs: [],
  permissions: [{ id: DONE_PERMISSION, title: { zh: '完成本部门同事的任务', en: 'Do a task of a colleague' } }],
  entities: [],
  migrations: workMigrations,
  schema: 'work',
  events: { out: [], in: [] },
  forms: [],
  module: WorkModule,
};
