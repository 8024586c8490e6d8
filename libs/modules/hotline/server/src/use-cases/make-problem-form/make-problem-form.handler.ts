/** What cannot be answered at once becomes a problem form with its official number (HOT-6, HOT-8, NUM-1). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FormCategory, MakeProblemForm } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import { Matters } from '@bihuan/matters';
import { Customers } from '@bihuan/customers';
import { Numbering } from '@bihuan/numbering';
import { Org } from '@bihuan/org';
import { readContact } from '../../data/scoped.store';
import { formSubject } from '../../data/problem-form.store';
import { problemForm } from '../../problem-form.matter';
import { contacts } from '../../data/contact.store';
import { STAGES } from '../../deadlines/stages.deadline';
import type { Contact } from '../../domain/contact.state';
import type { ProblemForm } from '../../domain/problem-form.state';
import { emptyRound } from '../../domain/problem-form.state';
import { isComplaint } from '../../domain/problem-form.rules';
import { demandCategory, routeOf } from '../../domain/routing.rules';
import { hotlineErrors } from '../../hotline.errors';
import { HotlinePack } from '../../pack.settings';

@Injectable()
export class MakeProblemFormHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly numbering: Numbering,
    private readonly org: Org,
    private readonly customers: Customers,
    private readonly pack: HotlinePack,
  ) {}

  make(actor: UserActor, input: MakeProblemForm): Promise<{ form: ProblemForm; deadlines: DeadlineView[] }> {
    demandCategory(this.pack.section, input.category, input.kind);
    const officer = actor.officerNumber;
    if (!officer) throw hotlineErrors['no-officer-number']();
    return this.work.run(actor, async (tx) => {
      // Asked for together, in one trip.
      const [contact, number] = await Promise.all([
        readContact(tx, actor, input.contactId, true),
        this.numbering.atCommit(tx, 'problem-form', { officer, at: tx.now }),
      ]);
      if (contact.state !== 'open' && contact.state !== 'awaiting-customer') {
        throw commonErrors['wrong-state']({ state: contact.state, allowedActions: ['reopen'] });
      }
      const site = input.site ?? (await this.siteName(contact, input.siteId));
      const armed = await this.armReferral(tx, contact, input, number);
      const drawn: ProblemForm = { ...draft(tx, actor, contact, { ...input, site }), id: armed.id, number };
      if (contact.state === 'awaiting-customer') await this.stopWaiting(tx, contact);
      const form = await this.matters.open(tx, problemForm, drawn, {
        action: 'drafted',
        data: { category: drawn.category, kind: drawn.kind, contactId: contact.id, complaint: isComplaint(drawn) },
        personal: {
          customerName: drawn.customerName,
          mobile: drawn.mobile,
          office: drawn.office,
          site: drawn.site,
          address: drawn.address,
          description: drawn.description,
        },
        participants: [contact.ownerId],
        clocks: armed.deadlines,
      });
      return { form, deadlines: armed.deadlines };
    });
  }

  /** HOT-8, HOT-8a: two working hours from the contact's start, on the calendar of the unit that will handle it. */
  private async armReferral(tx: Transaction, contact: Contact, input: MakeProblemForm, number: string) {
    const id = randomUUID();
    const route = routeOf(this.pack.section, input.category, input.kind ?? null);
    const unit = route ? await this.org.unitByCode(route.unit) : undefined;
    const referral = await this.deadlines.arm(tx, {
      subject: formSubject(id),
      stage: STAGES.referral,
      policy: this.pack.section.policies.referral,
      startedAt: contact.startedAt,
      owner: { unitId: contact.unitId, employeeId: contact.ownerId },
      people: { officer: contact.ownerId },
      label: number,
      first: true,
      ...(unit ? { calendar: unit.calendar } : {}),
    });
    const deadlines = [referral];
    if (input.requestedAt) {
      deadlines.push(
        await this.deadlines.arm(tx, {
          subject: formSubject(id),
          stage: STAGES.requestedTime,
          policy: this.pack.section.policies.requestedTime,
          startedAt: tx.now,
          dueAt: new Date(input.requestedAt),
          owner: { unitId: unit?.id ?? contact.unitId, employeeId: null },
          people: { officer: contact.ownerId },
          label: number,
          first: true,
        }),
      );
    }
    return { id, deadlines };
  }

  /** The name on file of the site the form is about, where the officer wrote none. */
  private async siteName(contact: Contact, siteId: string | undefined): Promise<string> {
    const id = siteId ?? contact.siteId;
    if (!id || !contact.customerId) return contact.site;
    const customer = await this.customers.get(contact.customerId);
    return customer?.sites.find((site) => site.id === id)?.name ?? contact.site;
  }

  private async stopWaiting(tx: Transaction, contact: Contact): Promise<void> {
    await this.deadlines.meet(tx, { module: 'hotline', kind: 'contact', id: contact.id }, STAGES.awaitingCustomer);
    await contacts.save(tx, contact, { ...contact, state: 'open' });
  }
}

function draft(tx: Transaction, actor: UserActor, contact: Contact, input: MakeProblemForm): ProblemForm {
  return {
    id: '',
    version: 1,
    number: '',
    contactId: contact.id,
    state: 'drafted',
    resumeTo: null,
    waitingFor: null,
    category: input.category as FormCategory,
    kind: input.kind ?? null,
    description: input.description,
    customerName: input.customerName ?? contact.callerName,
    customerId: contact.customerId,
    siteId: input.siteId ?? contact.siteId,
    site: input.site ?? contact.site,
    address: input.address ?? '',
    mobile: input.mobile ?? contact.callerPhone,
    office: input.office ?? '',
    requestedAt: input.requestedAt ? new Date(input.requestedAt) : null,
    dataConfirmed: input.dataConfirmed ?? false,
    channel: contact.channel,
    takenAt: contact.startedAt,
    createdAt: tx.now,
    officerId: actor.employeeId,
    officerName: actor.name,
    originUnitId: contact.unitId,
    customerAgreed: null,
    unitId: null,
    assigneeId: null,
    handlerId: null,
    handlerName: null,
    referredAt: null,
    firstReferredAt: null,
    returns: 0,
    acceptance: null,
    round: 1,
    rounds: [emptyRound(1)],
    concludedAt: null,
    revisitedAt: null,
    dueAt: null,
    keyId: contact.keyId,
  };
}
