/** A contact is taken: one record, one first-inquiry owner (HOT-1, HOT-2). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TakeContact } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Customers } from '@bihuan/customers';
import { WorkPush } from '@bihuan/work';
import { contactSubject, contacts } from '../../data/contact.store';
import { ContactFacts } from '../../events/publish';
import { nuisance } from '../../domain/contact.decide';
import type { Contact } from '../../domain/contact.state';
import { demandContactCodes } from '../../domain/routing.rules';
import { HotlinePack } from '../../pack.settings';

@Injectable()
export class TakeContactHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly customers: Customers,
    private readonly pack: HotlinePack,
    private readonly push: WorkPush,
    private readonly facts: ContactFacts,
  ) {}

  async take(actor: UserActor, input: TakeContact): Promise<Contact> {
    demandContactCodes(this.pack.section, input.channel, input.category);
    return this.work.run(actor, async (tx) => {
      const contact = await this.record(tx, actor, input);
      contacts.add(tx, contact);
      await this.recorder.record(tx, {
        subject: contactSubject(contact.id),
        action: 'taken',
        data: { channel: contact.channel, category: contact.category },
        personal: { callerName: contact.callerName, callerPhone: contact.callerPhone, summary: contact.summary },
        keyId: contact.keyId,
      });
      await this.facts.tell(tx, contact);
      this.push.changed(tx, contact.ownerId);
      return contact;
    });
  }

  private async record(tx: Transaction, actor: UserActor, input: TakeContact): Promise<Contact> {
    const startedAt = input.startedAt ? new Date(input.startedAt) : tx.now;
    if (startedAt > tx.now)
      throw invalidField('/startedAt', 'in-the-future', '受理时间不能晚于现在。 / It lies in the future.');
    const contact: Contact = {
      id: randomUUID(),
      version: 1,
      state: 'open',
      channel: input.channel,
      callerName: input.callerName,
      callerPhone: input.callerPhone,
      customerId: input.customerId ?? null,
      siteId: input.siteId ?? null,
      equipmentId: input.equipmentId ?? null,
      site: input.site ?? '',
      summary: input.summary,
      category: input.category,
      purpose: input.purpose ?? '',
      ownerId: actor.employeeId,
      takenById: actor.employeeId,
      officerNumber: actor.officerNumber ?? null,
      unitId: actor.unitId,
      startedAt,
      answeredAt: input.answeredAt ? new Date(input.answeredAt) : startedAt,
      endedAt: null,
      callId: input.callId ?? null,
      recording: input.recording ?? null,
      answer: null,
      solutionId: null,
      understood: null,
      satisfied: null,
      conclusion: null,
      concludedAt: null,
      firstConclusion: null,
      firstConcludedAt: null,
      firstReopenedAt: null,
      day: await this.pack.localDay(startedAt),
      keyId: await this.customers.keyFor(tx, input.customerId),
    };
    return input.category === 'nuisance' ? nuisance(contact, tx.now) : contact;
  }
}
