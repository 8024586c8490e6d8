/** A task: somebody has to do something about a subject and say that it is done. */
import type { Subject, Title, UserActor } from '@bihuan/plugin-kit';

export type TaskState = 'open' | 'done' | 'not-done';

export interface Task {
  readonly id: string;
  readonly subject: Subject;
  readonly kind: string;
  /** Employee; `null`: anybody of the unit. */
  readonly assigneeId: string | null;
  readonly unitId: string;
  readonly title: Title;
  /** Number of the subject, such as a problem form's. */
  readonly number: string | null;
  readonly dueAt: Date | null;
  readonly state: TaskState;
  /** Data key under which the words of the one who did it stand in the timeline. */
  readonly keyId: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly version: number;
}

export const DONE_PERMISSION = 'work.task.done';

export const allowedActions = (state: TaskState): readonly string[] => (state === 'open' ? ['done'] : []);

/** Who may say that a task is done: the assignee, and colleagues within the reach of their permission (IDN-2). */
export function mayClose(actor: UserActor, task: Pick<Task, 'assigneeId' | 'unitId'>): boolean {
  if (task.assigneeId === actor.employeeId) return true;
  switch (actor.permissions.get(DONE_PERMISSION)) {
    case 'all':
      return true;
    case 'unit-and-below':
      return actor.unitsBelow.includes(task.unitId);
    case 'unit':
      return actor.unitId === task.unitId;
    default:
      return false;
  }
}

/** May he know that the task exists? The others get 404 (IDN-2). */
export const maySee = (actor: UserActor, task: Pick<Task, 'assigneeId' | 'unitId'>): boolean =>
  mayClose(actor, task) || task.unitId === actor.unitId;
