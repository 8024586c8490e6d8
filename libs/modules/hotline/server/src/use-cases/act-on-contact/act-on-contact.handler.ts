/** What an officer does with a contact after taking it (HOT-5, HOT-16). */
import { Injectable } from '@nestjs/common';
import type { AnswerContact } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Deadlines } from '@bihuan/alarms';
import { Tasks } from '@bihuan/work';
import { contactSubject } from '../../data/contact.store';
import { CALL_BACK, STAGES } from '../../deadlines/stages.deadline';
import { answered, awaiting, concluded, nuisance, reopened } from '../../domain/contact.decide';
import type { Contact } from '../../domain/contact.state';
import { HotlinePack } from '../../pack.settings';
import { ActOnContact } from './contact-frame.handler';

@Injectable()
export class ActOnContactHandler {
  constructor(
    private readonly frame: ActOnContact,
    private readonly deadlines: Deadlines,
    private readonly tasks: Tasks,
    private readonly pack: HotlinePack,
  ) {}

  answer(actor: UserActor, id: string, input: AnswerContact): Promise<Contact> {
    return this.frame.run(actor, id, 'answer', { version: input.version, words: input.text }, async (tx, before) => {
      await this.stopWaiting(tx, before);
      const contact = answered(before, input, tx.now);
      return {
        contact,
        action: 'answered',
        data: { understood: input.understood, satisfied: input.satisfied, state: contact.state },
      };
    });
  }

  /** HOT-5b: the 24 hours begin. */
  awaitCustomer(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<Contact> {
    return this.frame.run(
      actor,
      id,
      'await-customer',
      { version: input.version, words: input.text },
      async (tx, before) => {
        await this.deadlines.arm(tx, {
          subject: contactSubject(id),
          stage: STAGES.awaitingCustomer,
          policy: this.pack.section.policies.awaitingCustomer,
          startedAt: tx.now,
          owner: { unitId: before.unitId, employeeId: before.ownerId },
          people: { officer: before.ownerId },
        });
        return { contact: awaiting(before, input.text), action: 'awaiting-customer' };
      },
    );
  }

  conclude(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<Contact> {
    return this.frame.run(actor, id, 'conclude', { version: input.version, words: input.text }, async (tx, before) => {
      await this.stopWaiting(tx, before);
      await this.tasks.closeOpen(tx, contactSubject(id), CALL_BACK, 'done');
      const told = input.text ? { ...before, answer: input.text } : before;
      return { contact: concluded(told, 'officer', tx.now), action: 'concluded' };
    });
  }

  reopen(actor: UserActor, id: string, input: { reason?: string; version?: number }): Promise<Contact> {
    return this.frame.run(actor, id, 'reopen', { version: input.version, words: input.reason }, async (tx, before) => {
      await this.stopWaiting(tx, before);
      return { contact: reopened(before, tx.now), action: 'reopened' };
    });
  }

  nuisance(actor: UserActor, id: string, { version }: { version?: number | undefined }): Promise<Contact> {
    return this.frame.run(actor, id, 'nuisance', { version }, (tx, before) =>
      Promise.resolve({ contact: nuisance(before, tx.now), action: 'nuisance' }),
    );
  }

  private async stopWaiting(tx: Transaction, contact: Contact): Promise<void> {
    if (contact.state === 'awaiting-customer') {
      await this.deadlines.meet(tx, contactSubject(contact.id), STAGES.awaitingCustomer);
    }
  }
}
