/** HOT-8c: the result is overdue: the officer asks the handler, tells the customer and apologises. */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { StepHandlers } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { TaskKinds, Tasks } from '@bihuan/work';
import { contacts } from '../data/contact.store';
import { formSubject, problemForms } from '../data/problem-form.store';
import { HotlinePack } from '../pack.settings';
import { CHASE } from './stages.deadline';

@Injectable()
export class ChaseStep implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly kinds: TaskKinds,
    private readonly tasks: Tasks,
    private readonly recorder: Recorder,
    private readonly pack: HotlinePack,
  ) {}

  onModuleInit(): void {
    this.handlers.add(CHASE, { fire: (tx, step) => this.fire(tx, step) });
    this.kinds.add(CHASE, {
      onDone: (tx, task) =>
        this.recorder.record(tx, { subject: task.subject, action: 'chased', data: { task: task.id } }),
    });
  }

  /** One open task at a time: a new one closes the one before as not done. */
  private async fire(tx: Transaction, { subject, deadline, at }: FiredStep): Promise<void> {
    if (deadline.state === 'met' || deadline.state === 'cancelled') return;
    const form = await problemForms.lock(tx, subject.id);
    const contact = await contacts.lock(tx, form.contactId);
    await this.tasks.closeOpen(tx, formSubject(form.id), CHASE, 'not-done');
    await this.tasks.create(tx, {
      subject: formSubject(form.id),
      kind: CHASE,
      assigneeId: contact.ownerId,
      unitId: form.originUnitId,
      title: {
        zh: '催办：向处理人询问进展，并告知用户、致歉',
        en: 'Chase: ask the handler, tell the customer, apologise',
      },
      number: form.number,
      dueAt: await this.pack.closeOfDay(at),
      keyId: form.keyId,
    });
  }
}
