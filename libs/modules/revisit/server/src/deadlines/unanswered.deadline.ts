/** Nobody answered the questionnaire in the set time: it is a call now (RVT-2). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { Deadlines, StepHandlers } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { revisitTasks } from '../data/revisit-task.store';
import { notReached } from '../domain/revisit-task.decide';
import { revisitTask, taskSubject } from '../revisit-task.part';

@Injectable()
export class UnansweredStep implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly deadlines: Deadlines,
    private readonly matters: Matters,
  ) {}

  onModuleInit(): void {
    this.handlers.add('revisit.unanswered', { fire: (tx, step) => this.fire(tx, step) });
  }

  private async fire(tx: Transaction, { subject, deadline, at }: FiredStep): Promise<void> {
    const task = await revisitTasks.lock(tx, subject.id);
    if (task.sentAt === null || task.state !== 'calling') return;
    await this.deadlines.cancel(tx, taskSubject(task.id), deadline.stage, 'unanswered');
    const sender = { id: task.callerId ?? task.officerId, name: task.callerName ?? '' };
    const row = notReached(task, '', sender, at);
    await this.matters.keep(tx, revisitTask, task, { row, action: 'unanswered', data: { way: task.way } });
  }
}
