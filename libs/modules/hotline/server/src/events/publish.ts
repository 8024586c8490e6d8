/** What a form does to the contact it came from and to the other modules when it closes or opens again. */
import { Injectable } from '@nestjs/common';
import { problemFormConcluded, problemFormReopened, serviceComplaintRaised } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Publisher } from '@bihuan/outbox';
import { formsOf } from '../data/scoped.store';
import { contactSubject, contacts } from '../data/contact.store';
import { formSubject } from '../data/problem-form.store';
import { concluded, reopened } from '../domain/contact.decide';
import type { ProblemForm } from '../domain/problem-form.state';
import { isOpen, presentRound } from '../domain/problem-form.state';

@Injectable()
export class FormCircle {
  constructor(
    private readonly publisher: Publisher,
    private readonly recorder: Recorder,
  ) {}

  /** A contact is concluded with its forms; the fault is queued for revisit (HOT-9c, RVT-1a). */
  async closed(tx: Transaction, form: ProblemForm): Promise<void> {
    const contact = await contacts.lock(tx, form.contactId);
    const others = (await formsOf(tx, form.contactId)).filter(({ id }) => id !== form.id);
    if (contact.state === 'open' && !others.some(isOpen)) {
      await contacts.save(tx, contact, concluded(contact, 'problem-form', tx.now));
      await this.recorder.record(tx, {
        subject: contactSubject(contact.id),
        action: 'concluded',
        data: { with: form.number },
      });
    }
    const subject = formSubject(form.id);
    await this.publisher.publish(
      tx,
      problemFormConcluded,
      subject,
      {
        formId: form.id,
        number: form.number,
        round: form.round,
        category: form.category,
        concludedAt: tx.now.toISOString(),
        customerId: form.customerId,
        siteId: form.siteId,
        unitId: form.originUnitId,
        officerId: form.officerId,
        handlerId: form.handlerId,
        handlerName: form.handlerName,
        keyId: form.keyId,
      },
      {
        keyId: form.keyId,
        values: {
          customerName: form.customerName,
          phone: form.mobile || form.office,
          site: form.site,
          description: form.description,
          result: presentRound(form).result?.text ?? '',
        },
      },
    );
  }

  /** A concluded form goes back into the loop, and its contact with it. */
  async opened(tx: Transaction, form: ProblemForm): Promise<void> {
    const contact = await contacts.lock(tx, form.contactId);
    if (contact.state === 'concluded') await contacts.save(tx, contact, reopened(contact, tx.now));
    await this.publisher.publish(
      tx,
      problemFormReopened,
      formSubject(form.id),
      { formId: form.id, round: form.round, keyId: form.keyId },
      { keyId: form.keyId, values: {} },
    );
  }

  /** HOT-7c: a form about service quality is registered in complaints as well, where that is deployed. */
  async complained(tx: Transaction, form: ProblemForm): Promise<void> {
    await this.publisher.publish(
      tx,
      serviceComplaintRaised,
      formSubject(form.id),
      {
        formId: form.id,
        number: form.number,
        channel: form.channel,
        raisedAt: tx.now.toISOString(),
        customerId: form.customerId,
        officerId: form.officerId,
        keyId: form.keyId,
      },
      {
        keyId: form.keyId,
        values: { customerName: form.customerName, phone: form.mobile || form.office, matter: form.description },
      },
    );
  }
}
