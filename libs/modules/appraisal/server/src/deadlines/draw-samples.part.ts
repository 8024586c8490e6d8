/** The month's sample calls: drawn by the month's seed, each asked of the revisit module (APR-1a, RD-31). */
import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Recorder } from '@bihuan/audit';
import { Customers } from '@bihuan/customers';
import type { Transaction } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import type { SampledContact } from '../data/sample.store';
import { contactsOf, samples, sampleSubject } from '../data/sample.store';
import { drawn } from '../domain/sample.rules';
import type { Period } from '../domain/period.state';
import type { Sheet } from '../domain/sheet.state';
import { SampleRequests } from '../events/publish';
import { AppraisalPack } from '../pack.settings';

/** Customers read at a time. */
const PORTION = 200;

interface Callee {
  readonly name: string;
  readonly phone: string;
}

@Injectable()
export class DrawSamples {
  constructor(
    private readonly pack: AppraisalPack,
    private readonly customers: Customers,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
    private readonly requests: SampleRequests,
  ) {}

  async draw(tx: Transaction, month: Period, sheets: readonly Sheet[]): Promise<void> {
    const size = this.pack.section.sampleSize;
    if (size === 0) return;
    const byPerson = new Map<string, SampledContact[]>();
    for (const contact of await contactsOf(tx, month.period)) {
      byPerson.set(contact.employeeId, [...(byPerson.get(contact.employeeId) ?? []), contact]);
    }
    const wanted = sheets.flatMap((sheet) => {
      const candidates = (byPerson.get(sheet.employeeId) ?? []).map((contact) => ({
        ...contact,
        rank: createHash('sha256').update(`${month.seed}:${contact.id}`).digest('hex'),
      }));
      return drawn(candidates, size).map((contact, index) => ({
        sheet,
        // A contact has no number of its own: the call is known by the sheet's and its place in the draw.
        contact: { ...contact, number: contact.number || `${sheet.number}-${String(index + 1).padStart(2, '0')}` },
      }));
    });
    const callees = await this.callees(wanted.map(({ contact }) => contact.customerId));
    for (const { sheet, contact } of wanted) {
      const callee = callees.get(contact.customerId);
      // Erased since, or without a phone: nobody to call, and not drawn into the share.
      if (callee) await this.request(tx, month, sheet, contact, callee);
    }
  }

  /** Whom to call, by customer; read in portions that a process can hold. */
  private async callees(customerIds: readonly string[]): Promise<ReadonlyMap<string, Callee>> {
    const ids = [...new Set(customerIds)];
    const callees = new Map<string, Callee>();
    for (let from = 0; from < ids.length; from += PORTION) {
      for (const { id, name, contacts } of await this.customers.summaries(ids.slice(from, from + PORTION))) {
        const phone = contacts.map((contact) => contact.phone).find(Boolean);
        if (phone) callees.set(id, { name, phone });
      }
    }
    return callees;
  }

  private async request(
    tx: Transaction,
    month: Period,
    sheet: Sheet,
    contact: SampledContact,
    callee: Callee,
  ): Promise<void> {
    const id = randomUUID();
    samples.add(tx, {
      id,
      version: 1,
      period: month.period,
      employeeId: sheet.employeeId,
      unitId: sheet.unitId,
      contactId: contact.id,
      number: contact.number,
      state: 'requested',
      good: null,
      at: null,
      taskId: null,
      ground: '',
      byName: '',
      requestedAt: tx.now,
    });
    await this.recorder.record(tx, {
      subject: sampleSubject(id),
      action: 'drawn',
      data: { period: month.period, contact: contact.id, sheet: sheet.number },
    });
    await this.requests.requested(tx, {
      sampleId: id,
      sheet,
      number: contact.number,
      customerId: contact.customerId,
      keyId: await this.keys.ofCustomer(tx, contact.customerId),
      customerName: callee.name,
      phone: callee.phone,
    });
  }
}
