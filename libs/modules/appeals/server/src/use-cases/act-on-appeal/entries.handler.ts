/** Entries beside the case, at any time: report for the record with its receipt, notes (APL-5, APL-7). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EnterReceipt, NoteAppeal, ReportForRecord } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { Attachments } from '@bihuan/attachments';
import { Matters } from '@bihuan/matters';
import { Numbering } from '@bihuan/numbering';
import { appeal as matter } from '../../appeal.matter';
import { filings, filingsOf, notes } from '../../data/entry.store';
import type { Appeal } from '../../domain/appeal.state';
import { AppealPeople, signerOf } from '../people.handler';

@Injectable()
export class EntriesHandler {
  constructor(
    private readonly matters: Matters,
    private readonly numbering: Numbering,
    private readonly people: AppealPeople,
    private readonly attachments: Attachments,
  ) {}

  /** A case that is reported for the record is a key case; the archive itself is not written to any more. */
  reportForRecord(actor: UserActor, id: string, input: ReportForRecord): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'report-for-record', input, async (tx, before) => {
      const number = await this.numbering.next(tx, 'appeal-filing', { at: tx.now });
      const { text = '', impact = '', measures = '', opinion = '' } = input;
      filings.add(tx, {
        id: randomUUID(),
        version: 1,
        appealId: id,
        number,
        receiver: input.to,
        text,
        impact,
        measures,
        opinion,
        filedBy: signerOf(actor),
        approvedBy: input.approvedBy ? await this.people.employee(input.approvedBy, '/approvedBy') : null,
        filedAt: tx.now,
        receipt: null,
        receivedAt: null,
        keyId: before.keyId,
      });
      return {
        row: before.state === 'archived' ? before : { ...before, keyCase: true },
        action: 'reported-for-record',
        data: { filing: number, to: input.to },
        personal: { text, impact, measures, opinion },
      };
    });
  }

  /** 回执. @throws 422 where the case has no such filing */
  enterReceipt(actor: UserActor, id: string, input: EnterReceipt): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'enter-receipt', input, async (tx, before) => {
      const all = await filingsOf(tx, id);
      const filing = input.filing ? all.find(({ number }) => number === input.filing) : all.at(-1);
      if (!filing) {
        throw invalidField('/filing', 'unknown-filing', '本案没有这份报备。 / The case has no such filing.');
      }
      const receivedAt = input.receivedAt ? new Date(input.receivedAt) : tx.now;
      await filings.save(tx, filing, { ...filing, receipt: input.text, receivedAt });
      return {
        row: before,
        action: 'receipt-entered',
        data: { filing: filing.number },
        personal: { text: input.text },
      };
    });
  }

  note(actor: UserActor, id: string, input: NoteAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'note', input, async (tx, before) => {
      const documents = input.documents ?? [];
      await this.attachments.attachAll(tx, documents, matter.subject(id), before.keyId, '/documents');
      const afterArchive = before.state === 'archived';
      notes.add(tx, {
        id: randomUUID(),
        version: 1,
        appealId: id,
        text: input.text,
        documents,
        writtenBy: signerOf(actor),
        writtenAt: tx.now,
        afterArchive,
        keyId: before.keyId,
      });
      return { row: before, action: 'noted', data: { afterArchive, documents }, personal: { text: input.text } };
    });
  }
}
