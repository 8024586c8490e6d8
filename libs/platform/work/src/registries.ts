/** Extension points of the work list: what modules add to it, and what follows when a task is done. */
import type { Subject, Title, UserActor } from '@bihuan/plugin-kit';
import { Registry } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { Task } from './task';

/** One line of somebody's work list. */
export interface WorkItem {
  /** Id of the record or task the line stands for; the subject's id where absent. */
  readonly id?: string;
  readonly subject: Subject;
  readonly kind: string;
  readonly number?: string;
  readonly title: Title;
  readonly state: string;
  readonly dueAt: Date | null;
  readonly allowedActions: readonly string[];
}

/** What a module adds to the list: the open records this person owns or has to act on. */
export interface WorkSource {
  list(actor: UserActor): Promise<readonly WorkItem[]>;
}

/** Module id → source. */
export class WorkSources extends Registry<WorkSource> {
  constructor() {
    super('work sources');
  }
}

/** What follows when a task of a kind is done by a person; the same transaction. */
export interface TaskKind {
  onDone(tx: Transaction, task: Task, text: string): Promise<void>;
}

/** Task kind → what follows. A kind without an entry is simply closed. */
export class TaskKinds extends Registry<TaskKind> {
  constructor() {
    super('task kinds');
  }
}
