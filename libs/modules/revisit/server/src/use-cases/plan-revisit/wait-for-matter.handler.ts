/** A matter was opened again, by the revisit itself or by somebody else: its call waits for it (RVT-4). */
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { revisitTasks } from '../../data/revisit-task.store';
import { calledOff, waiting } from '../../domain/revisit-task.decide';
import type { RevisitTask } from '../../domain/revisit-task.state';
import { OPEN_TASK_OF, revisitTask, taskSubject } from '../../revisit-task.part';

@Injectable()
export class WaitForMatter {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly matters: Matters,
  ) {}

  /** @param round the matter is in now: what is said of it from now on belongs to that round */
  async reopened(tx: Transaction, matterId: string, round: number): Promise<void> {
    const [task] = await revisitTasks.find(tx, OPEN_TASK_OF, [matterId]);
    if (!task || (task.state === 'waiting' && task.round >= round)) return;
    await this.deadlines.cancelAll(tx, taskSubject(task.id), 'matter-reopened');
    const row = { ...waiting(task), round: Math.max(task.round, round) };
    await this.matters.keep(tx, revisitTask, task, { row, action: 'waiting', data: { number: task.number, round } });
  }

  /** The matter is over: the revisit is not due any more. @param at when: it says nothing of a round that ended later */
  async over(tx: Transaction, matterId: string, at: Date): Promise<void> {
    const condition = `r.subject_id = $1 and r.concluded_at <= $2 and ${revisitTask.openSql} for update`;
    const [task] = await revisitTasks.find(tx, condition, [matterId, at]);
    if (task) await this.callOff(tx, task);
  }

  /** Its own side has called about the matter; a task that waits has been called itself, and goes on waiting. */
  async calledElsewhere(tx: Transaction, matterId: string, at: Date): Promise<void> {
    const condition = `r.subject_id = $1 and r.concluded_at <= $2 and ${revisitTask.openSql} and r.state <> 'waiting'
      for update`;
    const [task] = await revisitTasks.find(tx, condition, [matterId, at]);
    if (task) await this.callOff(tx, task);
  }

  private async callOff(tx: Transaction, task: RevisitTask): Promise<void> {
    await this.deadlines.cancelAll(tx, taskSubject(task.id), 'matter-closed');
    const row = calledOff(task);
    await this.matters.keep(tx, revisitTask, task, { row, action: 'called-off', data: { number: task.number } });
  }

  /** Reopened in a new round, it comes back; in the same round the call is off. */
  async reopenedOrOver(tx: Transaction, matterId: string, round: number, at: Date): Promise<void> {
    const [task] = await revisitTasks.find(tx, OPEN_TASK_OF, [matterId]);
    if (!task) return;
    if (round > task.round) await this.reopened(tx, matterId, round);
    else await this.over(tx, matterId, at);
  }
}
