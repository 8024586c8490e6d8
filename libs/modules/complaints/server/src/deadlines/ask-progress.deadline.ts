/** CMP-8: the promise is at risk: the officer is asked for a progress reply to the customer. */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { StepHandlers } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Tasks } from '@bihuan/work';
import { complaint as matter } from '../complaint.matter';
import { complaints } from '../data/complaint.store';
import { ASK_PROGRESS, TASKS } from './stages.deadline';

@Injectable()
export class AskProgressStep implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.handlers.add(ASK_PROGRESS, { fire: (tx, step) => this.fire(tx, step) });
  }

  /** One open task at a time. */
  private async fire(tx: Transaction, { subject, deadline }: FiredStep): Promise<void> {
    if (deadline.state === 'met' || deadline.state === 'cancelled') return;
    const complaint = await complaints.lock(tx, subject.id);
    if (complaint.answer) return;
    await this.tasks.closeOpen(tx, matter.subject(complaint.id), TASKS.progressReply, 'not-done');
    await this.tasks.create(tx, {
      subject: matter.subject(complaint.id),
      kind: TASKS.progressReply,
      assigneeId: complaint.officerId,
      unitId: complaint.answerUnitId,
      title: { zh: '承诺将到期：向客户回复进展', en: 'The promise ends soon: tell the customer how it stands' },
      number: complaint.number,
      dueAt: deadline.dueAt,
      keyId: complaint.keyId,
    });
  }
}
