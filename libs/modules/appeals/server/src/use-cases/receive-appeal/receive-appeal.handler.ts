/** An appeal is taken in: number, case number, standing in the queue, three clocks (APL-1, APL-2). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AppealClock, ReceiveAppeal } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineView } from '@bihuan/alarms';
import { Attachments } from '@bihuan/attachments';
import { Matters } from '@bihuan/matters';
import { Numbering } from '@bihuan/numbering';
import { appeal as matter } from '../../appeal.matter';
import { claimCaseNumber } from '../../data/case-number.store';
import { AppealClocks } from '../../deadlines/appeal-clocks.deadline';
import type { Appeal } from '../../domain/appeal.state';
import { LinkComplaint } from '../link-complaint.handler';
import { AppealDrafts } from './draft-appeal.handler';

export interface Received {
  readonly row: Appeal;
  readonly clocks: readonly DeadlineView[];
}

@Injectable()
export class ReceiveAppealHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matters: Matters,
    private readonly numbering: Numbering,
    private readonly drafts: AppealDrafts,
    private readonly clocks: AppealClocks,
    private readonly links: LinkComplaint,
    private readonly attachments: Attachments,
  ) {}

  receive(actor: UserActor, input: ReceiveAppeal): Promise<Received> {
    const regulator = this.drafts.regulator(input);
    return this.work.run(actor, async (tx) => {
      const id = randomUUID();
      // Asked for together, in one trip.
      const [taken, draft, complaint, number] = await Promise.all([
        claimCaseNumber(tx, regulator, input.caseNumber, id),
        this.drafts.of(tx, actor, input, id),
        input.complaintId ? this.links.known(tx, input.complaintId) : null,
        this.numbering.atCommit(tx, 'appeal', { at: tx.now }),
      ]);
      if (taken !== undefined) throw alreadyTaken(taken);
      return this.open(tx, { ...draft, number, complaintId: complaint?.id ?? null });
    });
  }

  private async open(tx: Transaction, draft: Appeal): Promise<Received> {
    const clocks = await this.clocks.received(tx, draft);
    const shortened = clocks.filter((clock) => clock.shortened).map(({ stage }) => stage as AppealClock);
    const row = await this.matters.open(
      tx,
      matter,
      { ...draft, shortened },
      {
        action: 'received',
        data: {
          regulator: draft.regulator,
          caseNumber: draft.caseNumber,
          filed: draft.filed,
          business: draft.business,
          nature: draft.nature,
          keyCase: draft.keyCase,
          gravity: draft.gravity,
          replyDueAt: draft.replyDueAt?.toISOString() ?? null,
          complaintId: draft.complaintId,
        },
        personal: { appellant: draft.appellant, phone: draft.phone, matter: draft.matter },
        clocks,
      },
    );
    if (row.complaintId) await this.links.tell(tx, row, row.complaintId);
    if (row.documents.length > 0) {
      await this.attachments.attachAll(tx, row.documents, matter.subject(row.id), row.keyId, '/documents');
    }
    return { row, clocks };
  }
}

const alreadyTaken = (number: string) =>
  invalidField(
    '/caseNumber',
    'case-number-taken',
    `该监管部门的这个案号已登记为申诉 ${number}，请打开该案。 / The case number is that of appeal ${number} already.`,
  );
