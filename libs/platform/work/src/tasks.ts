/** Makes tasks and closes them: chase, call back, whatever a deadline's step or a person asks of somebody. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Subject, Title, UserActor } from '@bihuan/plugin-kit';
import { commonErrors, employeeOf } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { WorkPush } from './live';
import { TaskKinds } from './registries';
import type { Task } from './task';
import { allowedActions, mayClose, maySee } from './task';
import type { TaskRow } from './task-row';
import { TASK_COLUMNS, taskOf, taskTable } from './task-row';

export interface NewTask {
  readonly subject: Subject;
  readonly kind: string;
  /** Employee; `null`: anybody of the unit. */
  readonly assigneeId: string | null;
  readonly unitId: string;
  /** Never personal: it stands in lists and notices. */
  readonly title: Title;
  readonly number?: string;
  readonly dueAt?: Date | null;
  /** The subject's data key; without it the key is taken from the subject's timeline when the task is done. */
  readonly keyId?: string;
}

@Injectable()
export class Tasks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly kinds: TaskKinds,
    private readonly push: WorkPush,
  ) {}

  /** Gives somebody a task; the assignee becomes a participant of the subject (IDN-2). Answers its id. */
  async create(tx: Transaction, task: NewTask): Promise<string> {
    const id = randomUUID();
    const { subject, kind, assigneeId, unitId, title } = task;
    const dueAt = task.dueAt ?? null;
    tx.append(taskTable, {
      id,
      module: subject.module,
      subject_kind: subject.kind,
      subject_id: subject.id,
      kind,
      assignee_id: assigneeId,
      unit_id: unitId,
      title_zh: title.zh,
      title_en: title.en,
      number: task.number ?? null,
      due_at: dueAt,
      key_id: task.keyId ?? null,
      created_at: tx.now,
    });
    if (assigneeId) this.recorder.participate(tx, subject, assigneeId);
    await this.recorder.record(tx, {
      subject,
      action: 'task-created',
      data: { task: id, kind, assigneeId, unitId, dueAt: dueAt?.toISOString() ?? null },
    });
    this.pushTo(tx, { assigneeId, unitId });
    return id;
  }

  /**
   * Closes the open tasks of a kind because the matter went on without them; `onDone` is not called.
   * Answers how many there were.
   */
  async closeOpen(
    tx: Transaction,
    subject: Subject,
    kind: string,
    outcome: 'done' | 'not-done',
    text?: string,
  ): Promise<number> {
    await tx.flush();
    const rows = await tx.query<TaskRow>(
      `select ${TASK_COLUMNS} from work.task
       where subject_id = $1 and kind = $2 and module = $3 and subject_kind = $4 and state = 'open' order by id for update`,
      [subject.id, kind, subject.module, subject.kind],
    );
    for (const row of rows) await this.close(tx, taskOf(row), outcome, text);
    return rows.length;
  }

  /**
   * A person says that a task is done.
   *
   * @throws not-found for people of other units, forbidden for colleagues without the right, wrong-state when it is
   *   closed, stale-version
   */
  async done(actor: UserActor, id: string, text: string, version?: number): Promise<Task> {
    return this.work.run(actor, async (tx) => {
      const [row] = await tx.query<TaskRow>(`select ${TASK_COLUMNS} from work.task where id = $1 for update`, [id]);
      if (!row) throw commonErrors['not-found']();
      const task = taskOf(row);
      if (!maySee(actor, task)) throw commonErrors['not-found']();
      if (!mayClose(actor, task)) throw commonErrors.forbidden();
      if (task.state !== 'open') {
        throw commonErrors['wrong-state']({ state: task.state, allowedActions: allowedActions(task.state) });
      }
      if (version !== undefined && version !== task.version) throw commonErrors['stale-version']();
      const closed = await this.close(tx, task, 'done', text);
      await this.kinds.get(task.kind)?.onDone(tx, closed, text);
      return closed;
    });
  }

  private async close(tx: Transaction, task: Task, outcome: 'done' | 'not-done', text?: string): Promise<Task> {
    const keyId = await this.livingKey(tx, task);
    const [row] = await tx.query<TaskRow>(
      `update work.task set state = $2, text = $3, key_id = $4, closed_at = $5, closed_by = $6, version = version + 1
       where id = $1 returning ${TASK_COLUMNS}`,
      [
        task.id,
        outcome,
        keyId === 'destroyed' ? null : (text ?? null),
        keyId === 'destroyed' ? task.keyId : keyId,
        tx.now,
        employeeOf(tx.actor),
      ],
    );
    const words = text && keyId !== 'destroyed' ? { text } : {};
    await this.recorder.record(tx, {
      subject: task.subject,
      action: `task-${outcome}`,
      data: { task: task.id, kind: task.kind, ...(keyId === null ? words : {}) },
      ...(keyId !== null && 'text' in words ? { personal: words, keyId } : {}),
    });
    this.pushTo(tx, task);
    return taskOf(row as TaskRow);
  }

  /**
   * The key under which words about the subject's customer are kept: the task's own, else the newest of the subject's
   * timeline. `null`: the subject has no customer in it. `destroyed`: he was erased, nothing more is kept of him.
   */
  private async livingKey(tx: Transaction, task: Task): Promise<string | null | 'destroyed'> {
    await tx.flush();
    const [row] = await tx.query<{ id: string; lives: boolean }>(
      `select k.id, k.key is not null as lives from privacy.data_key k where k.id = coalesce($1::uuid,
         (select key_id from audit.entry where subject_id = $2 and key_id is not null order by id desc limit 1))`,
      [task.keyId, task.subject.id],
    );
    if (!row) return null;
    return row.lives ? row.id : 'destroyed';
  }

  private pushTo(tx: Transaction, { assigneeId, unitId }: Pick<Task, 'assigneeId' | 'unitId'>): void {
    if (assigneeId) this.push.changed(tx, assigneeId);
    else this.push.unitChanged(tx, unitId);
  }
}
