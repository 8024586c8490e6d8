/** The channel's part before the check: signature, what is missing, the relay and the head's word (CMP-1a, CMP-1b, CMP-4d). */
import { Injectable } from '@nestjs/common';
import type { CompleteComplaint, RelayComplaint, SignComplaint, TextOnly } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { Attachments } from '@bihuan/attachments';
import { Customers } from '@bihuan/customers';
import type { Transaction } from '@bihuan/database';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { classified } from '../../domain/classification.rules';
import type { Complaint } from '../../domain/complaint.state';
import { signed } from '../../domain/handling.decide';
import { isReserved, priorityOf } from '../../domain/priority.rules';
import { ComplaintsPack } from '../../pack.settings';
import type { Done } from './acting.handler';
import { Acting, personOf } from './acting.handler';

@Injectable()
export class IntakeComplaint {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly pack: ComplaintsPack,
    private readonly attachments: Attachments,
    private readonly customers: Customers,
    private readonly notices: Notices,
    private readonly org: Org,
  ) {}

  /** CMP-1b: a photo of the signed form 27a, or what was signed on the screen. */
  sign(actor: UserActor, id: string, input: SignComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'sign', input, async (tx, before) => {
      await this.attachments.attach(tx, input.attachmentId, matter.subject(id), before.keyId);
      const row = { ...before, signatureId: input.attachmentId, signedAt: tx.now };
      return this.filled(tx, row, { row, action: 'signed', data: { attachment: input.attachmentId } });
    });
  }

  /** CMP-1a: what the three fields did not say; CMP-8b: what the centre sent back for. */
  complete(actor: UserActor, id: string, input: CompleteComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'complete', input, async (tx, before) => {
      const { section } = this.pack;
      const { version: _, customerId, ...words } = input;
      const crossProvince = input.crossProvince ?? before.crossProvince;
      const classes = classified(section, classesOf(before, input), { crossProvince });
      const known = customerId === undefined ? {} : await this.known(tx, customerId);
      const changed: Complaint = {
        ...before,
        ...defined(words),
        ...classes,
        ...known,
        crossProvince,
        // A form that was sent back is with the channel until it says that it is complete.
        filledAt: null,
      };
      const row: Complaint = {
        ...changed,
        priority: priorityOf(section, changed),
        reserved: isReserved(section, changed.customerClass),
      };
      return this.filled(tx, row, {
        row,
        action: 'completed',
        data: { business: row.business, kind: row.kind, level: row.level },
        personal: { customerName: input.customerName, phone: input.phone, matter: input.matter, demand: input.demand },
      });
    });
  }

  /** CMP-4d: to the head of the branch or division at once; time and name go to form 7. */
  relay(actor: UserActor, id: string, input: RelayComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'relay', input, async (tx, before) => {
      const unit = await this.org.demandUnit(input.unitId);
      const by = personOf(actor);
      const row: Complaint = {
        ...before,
        unitId: unit.id,
        relay: { unitId: unit.id, by, at: tx.now.toISOString(), text: input.text ?? '' },
      };
      const head = await this.org.headOf(unit.id);
      await this.clocks.moved(tx, row);
      await this.clocks.at(tx, row, ['relayed']);
      await this.notices.send(tx, {
        subject: matter.subject(id),
        to: head ? [head.id] : [],
        template: 'complaint-relayed',
        params: { number: row.number },
        channels: ['inbox', 'sms'],
      });
      return {
        row,
        action: 'relayed',
        data: { unitId: unit.id, unit: unit.name, headId: head?.id ?? null },
        personal: { text: input.text },
        participants: [head?.id ?? null],
      };
    });
  }

  acknowledge(actor: UserActor, id: string, input: TextOnly): Promise<Complaint> {
    return this.acting.act(actor, id, 'acknowledge', input, async (tx, before) => {
      const row = { ...before, acknowledged: signed(input.text, personOf(actor), tx.now) };
      await this.clocks.at(tx, row, ['acknowledged']);
      return { row, action: 'acknowledged', personal: { text: input.text } };
    });
  }

  /** The order is complete once nothing is missing and it is signed, where it must be. */
  private async filled(tx: Transaction, row: Complaint, outcome: Done): Promise<Done> {
    const complete = row.missing.length === 0 && (!row.needsSignature || row.signedAt !== null);
    if (!complete || row.filledAt) return outcome;
    const filled = { ...row, filledAt: tx.now };
    await this.clocks.at(tx, filled, ['filled']);
    return { ...outcome, row: filled };
  }

  private async known(tx: Transaction, customerId: string): Promise<Partial<Complaint>> {
    const customer = await this.customers.get(customerId);
    if (!customer) throw invalidField('/customerId', 'unknown-customer', '没有这个客户。 / There is no such customer.');
    const { keyId } = await this.customers.hold(tx, customerId);
    const { level, brand, businessLines } = customer;
    return { customerId, keyId, customerClass: level, brand, lines: businessLines.map(({ code }) => code) };
  }
}

const classesOf = (
  before: Pick<Complaint, 'business' | 'kind' | 'level' | 'symptom'>,
  given: { readonly [Field in 'business' | 'kind' | 'level' | 'symptom']?: string | undefined },
) => ({
  business: given.business ?? before.business ?? undefined,
  kind: given.kind ?? before.kind ?? undefined,
  level: given.level ?? before.level ?? undefined,
  symptom: given.symptom ?? before.symptom ?? undefined,
});

const defined = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
