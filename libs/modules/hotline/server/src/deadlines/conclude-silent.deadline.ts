/** HOT-5b: no answer in 24 hours: the matter counts as solved, automatically, with that reason. */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { Deadlines, StepHandlers } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { contactSubject, contacts } from '../data/contact.store';
import { ContactFacts } from '../events/publish';
import { concluded } from '../domain/contact.decide';
import { CONCLUDE_SILENT, STAGES } from './stages.deadline';

@Injectable()
export class ConcludeSilentStep implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly deadlines: Deadlines,
    private readonly recorder: Recorder,
    private readonly facts: ContactFacts,
  ) {}

  onModuleInit(): void {
    this.handlers.add(CONCLUDE_SILENT, { fire: (tx, step) => this.fire(tx, step) });
  }

  private async fire(tx: Transaction, { subject, at }: FiredStep): Promise<void> {
    const contact = await contacts.lock(tx, subject.id);
    if (contact.state !== 'awaiting-customer') return;
    await this.facts.tell(tx, await contacts.save(tx, contact, concluded(contact, 'no-answer', at)));
    await this.deadlines.meet(tx, contactSubject(contact.id), STAGES.awaitingCustomer, at);
    await this.recorder.record(tx, {
      subject: contactSubject(contact.id),
      action: 'concluded',
      data: { reason: 'no-answer' },
      at,
    });
  }
}
