/** A contact as the API shows it. */
import { Injectable } from '@nestjs/common';
import type { ContactView } from '@bihuan/hotline-contract';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { formsOf } from '../data/scoped.store';
import { contactActions } from '../domain/contact.decide';
import { isFirstContactResolution, needsForm } from '../domain/contact.rules';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Contact } from '../domain/contact.state';
import { isOpen } from '../domain/problem-form.state';
import { HotlinePack } from '../pack.settings';

@Injectable()
export class ContactViews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly pack: HotlinePack,
  ) {}

  async view(_reader: UserActor, contact: Contact): Promise<ContactView> {
    const forms = await formsOf(this.work, contact.id);
    const owner = await this.org.employee(contact.ownerId);
    return {
      id: contact.id,
      state: contact.state,
      version: contact.version,
      allowedActions: [...contactActions(contact, forms.filter(isOpen).length)],
      channel: contact.channel,
      callerName: contact.callerName,
      callerPhone: contact.callerPhone,
      customerId: contact.customerId,
      siteId: contact.siteId,
      equipmentId: contact.equipmentId,
      site: contact.site,
      summary: contact.summary,
      category: contact.category,
      purpose: contact.purpose,
      owner: { id: contact.ownerId, name: owner?.name ?? '' },
      officerNumber: contact.officerNumber,
      startedAt: contact.startedAt.toISOString(),
      answeredAt: contact.answeredAt?.toISOString() ?? null,
      endedAt: contact.endedAt?.toISOString() ?? null,
      recording: contact.recording,
      answer: contact.answer,
      understood: contact.understood,
      satisfied: contact.satisfied,
      needsForm: needsForm(contact, forms.length),
      conclusion: contact.conclusion,
      reason: contact.conclusion,
      concludedAt: contact.concludedAt?.toISOString() ?? null,
      firstContactResolution: isFirstContactResolution(contact, this.pack.section.firstContactWindowDays),
      problemForms: forms.map(({ id, number, state }) => ({ id, number, state })),
    };
  }
}
