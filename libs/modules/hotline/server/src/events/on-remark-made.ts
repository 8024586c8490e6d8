/** A remark on an evaluation is a contact that must be answered, with an owner from the first moment (RVT-8b, HOT-1, HOT-2). */
import { randomUUID } from 'node:crypto';
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { remarkMade } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Org } from '@bihuan/org';
import { Subscribers } from '@bihuan/outbox';
import { WorkPush } from '@bihuan/work';
import { contactSubject, contacts } from '../data/contact.store';
import { problemForms } from '../data/problem-form.store';
import type { Contact } from '../domain/contact.state';
import { HotlinePack } from '../pack.settings';
import { ContactFacts } from './publish';

/** The portal's own channel, and what a remark is (api.md Conventions). */
const CHANNEL = 'web-question';
const CATEGORY = 'suggestion';

@Injectable()
export class OnRemarkMade implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly org: Org,
    private readonly recorder: Recorder,
    private readonly push: WorkPush,
    private readonly facts: ContactFacts,
    private readonly pack: HotlinePack,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'hotline.on-remark-made',
      event: remarkMade,
      handle: async (tx, { payload, personal }) => {
        // The customer was erased since: nobody is left to answer.
        if (!personal) return;
        const owner = await this.ownerOf(tx, payload.number);
        if (!owner) throw new Error('There is nobody at the hotline who could answer a remark.');
        const at = new Date(payload.madeAt);
        const contact: Contact = {
          ...NEW,
          id: randomUUID(),
          callerName: personal.customerName,
          callerPhone: personal.phone,
          customerId: payload.customerId,
          siteId: payload.siteId,
          summary: personal.remark,
          purpose: payload.number,
          ownerId: owner.id,
          takenById: owner.id,
          officerNumber: owner.officerNumber ?? null,
          unitId: owner.unitId,
          startedAt: at,
          day: await this.pack.localDay(at),
          keyId: payload.keyId,
        };
        contacts.add(tx, contact);
        await this.recorder.record(tx, {
          subject: contactSubject(contact.id),
          action: 'taken',
          data: { channel: CHANNEL, category: CATEGORY, evaluation: payload.evaluationId },
          personal: { callerName: contact.callerName, callerPhone: contact.callerPhone, summary: contact.summary },
          keyId: contact.keyId,
        });
        this.recorder.participate(tx, contactSubject(contact.id), owner.id);
        await this.facts.tell(tx, contact);
        this.push.changed(tx, owner.id);
      },
    });
  }

  /** The officer of the form that was evaluated; for another matter the head of the hotline. */
  private async ownerOf(tx: Transaction, number: string) {
    const [form] = await problemForms.find(tx, 'r.number = $1 limit 1', [number]);
    const officer = form && (await this.org.employee(form.officerId));
    if (officer) return officer;
    const hotline = (await this.org.units()).find(({ function: purpose }) => purpose === 'hotline');
    return hotline && this.org.headOf(hotline.id);
  }
}

const NEW = {
  version: 1,
  state: 'open',
  channel: CHANNEL,
  equipmentId: null,
  site: '',
  category: CATEGORY,
  answeredAt: null,
  endedAt: null,
  callId: null,
  recording: null,
  answer: null,
  solutionId: null,
  understood: null,
  satisfied: null,
  conclusion: null,
  concludedAt: null,
  firstConclusion: null,
  firstConcludedAt: null,
  firstReopenedAt: null,
} as const;
