/** What a form does to the contact it came from and to the other modules when it closes or opens again. */
import { Injectable } from '@nestjs/common';
import {
  contactChanged,
  formOrderRequested,
  problemFormConcluded,
  problemFormReopened,
  serviceComplaintRaised,
} from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Publisher } from '@bihuan/outbox';
import { formsOf } from '../data/scoped.store';
import { contactSubject, contacts } from '../data/contact.store';
import { formSubject } from '../data/problem-form.store';
import { concluded, reopened } from '../domain/contact.decide';
import type { Contact } from '../domain/contact.state';
import type { ProblemForm } from '../domain/problem-form.state';
import { isOpen, presentRound } from '../domain/problem-form.state';

/** What reporting and appraisal learn of a contact after each act (RPT-1, APR-1a). */
@Injectable()
export class ContactFacts {
  constructor(private readonly publisher: Publisher) {}

  /** @param contact as it was saved */
  async tell(tx: Transaction, contact: Contact): Promise<void> {
    const concludedAt = contact.concludedAt?.toISOString() ?? null;
    await this.publisher.publish(
      tx,
      contactChanged,
      contactSubject(contact.id),
      {
        caseId: contact.id,
        kind: 'contact',
        number: '',
        version: contact.version,
        state: contact.state,
        open: contact.state === 'open' || contact.state === 'awaiting-customer',
        openedAt: contact.startedAt.toISOString(),
        concludedAt: contact.state === 'concluded' ? concludedAt : null,
        answeredAt: contact.answer === null ? null : concludedAt,
        intakeUnitId: contact.unitId,
        unitId: contact.unitId,
        personId: contact.takenById,
        customerId: contact.customerId,
        dims: { channel: contact.channel, category: contact.category, conclusion: contact.conclusion },
        measures: {
          'first-contact': contact.conclusion === 'first-contact' && contact.firstReopenedAt === null ? 1 : 0,
          ...(contact.satisfied === null ? {} : { satisfied: contact.satisfied ? 1 : 0 }),
        },
      },
      null,
    );
  }
}

@Injectable()
export class FormCircle {
  constructor(
    private readonly publisher: Publisher,
    private readonly recorder: Recorder,
    private readonly facts: ContactFacts,
  ) {}

  /** A contact is concluded with its forms; the fault is queued for revisit (HOT-9c, RVT-1a). */
  async closed(tx: Transaction, form: ProblemForm): Promise<void> {
    const contact = await contacts.lock(tx, form.contactId);
    const others = (await formsOf(tx, form.contactId)).filter(({ id }) => id !== form.id);
    if (contact.state === 'open' && !others.some(isOpen)) {
      await this.facts.tell(tx, await contacts.save(tx, contact, concluded(contact, 'problem-form', tx.now)));
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
    if (contact.state === 'concluded') {
      await this.facts.tell(tx, await contacts.save(tx, contact, reopened(contact, tx.now)));
    }
    await this.publisher.publish(
      tx,
      problemFormReopened,
      formSubject(form.id),
      { formId: form.id, round: form.round, keyId: form.keyId },
      { keyId: form.keyId, values: {} },
    );
  }

  /** DSP-1b: a work order is asked for; where dispatch is not deployed it waits as a hand-off. */
  async orderAsked(tx: Transaction, form: ProblemForm, description: string): Promise<void> {
    await this.publisher.publish(
      tx,
      formOrderRequested,
      formSubject(form.id),
      {
        number: form.number,
        requestedAt: tx.now.toISOString(),
        wishedFor: form.requestedAt?.toISOString() ?? null,
        customerId: form.customerId,
        siteId: form.siteId,
        unitId: form.unitId,
        officerId: form.officerId,
        keyId: form.keyId,
      },
      {
        keyId: form.keyId,
        values: {
          customerName: form.customerName,
          phone: form.mobile || form.office,
          site: form.site,
          description,
        },
      },
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
