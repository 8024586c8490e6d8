/** Row ⇄ task. */
import type { Task, TaskState } from './task';

export const taskTable = {
  table: 'work.task',
  columns: {
    id: 'uuid',
    module: 'text',
    subject_kind: 'text',
    subject_id: 'uuid',
    kind: 'text',
    assignee_id: 'uuid',
    unit_id: 'uuid',
    title_zh: 'text',
    title_en: 'text',
    number: 'text',
    due_at: 'timestamptz',
    key_id: 'uuid',
    created_at: 'timestamptz',
  },
} as const;

export const TASK_COLUMNS =
  'id, module, subject_kind, subject_id, kind, assignee_id, unit_id, title_zh, title_en, number, due_at, state, key_id, ' +
  'created_at, closed_at, version';

export interface TaskRow {
  id: string;
  module: string;
  subject_kind: string;
  subject_id: string;
  kind: string;
  assignee_id: string | null;
  unit_id: string;
  title_zh: string;
  title_en: string;
  number: string | null;
  due_at: Date | null;
  state: TaskState;
  key_id: string | null;
  created_at: Date;
  closed_at: Date | null;
  version: number;
}

export const taskOf = (row: TaskRow): Task => ({
  id: row.id,
  subject: { module: row.module, kind: row.subject_kind, id: row.subject_id },
  kind: row.kind,
  assigneeId: row.assignee_id,
  unitId: row.unit_id,
  title: { zh: row.title_zh, en: row.title_en },
  number: row.number,
  dueAt: row.due_at,
  state: row.state,
  keyId: row.key_id,
  createdAt: row.created_at,
  closedAt: row.closed_at,
  version: row.version,
});
