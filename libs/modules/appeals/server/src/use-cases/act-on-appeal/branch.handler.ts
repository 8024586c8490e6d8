/** What the branch does: take over, verify, plan, answer the customer, report (APL-3). */
import { Injectable } from '@nestjs/common';
import type { AcceptAppeal, AnswerAppeal, PlanAppeal, ReportAppeal, VerifyAppeal } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Attachments } from '@bihuan/attachments';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { appeal as matter } from '../../appeal.matter';
import { AppealClocks } from '../../deadlines/appeal-clocks.deadline';
import { accepted, answered, planned, reported, verified } from '../../domain/appeal.decide';
import type { Appeal } from '../../domain/appeal.state';
import { AppealPeople, signerOf } from '../people.handler';

@Injectable()
export class BranchHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: AppealClocks,
    private readonly people: AppealPeople,
    private readonly attachments: Attachments,
  ) {}

  accept(actor: UserActor, id: string, input: AcceptAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'accept', input, async (tx, before) => {
      const inside =
        input.assigneeId && before.unitId
          ? await this.people.ofUnit(input.assigneeId, before.unitId, '/assigneeId')
          : null;
      const row = accepted(before, input, signerOf(actor), inside, tx.now);
      if (row.handlerId !== before.handlerId) await this.clocks.handedTo(tx, row);
      return {
        row,
        action: 'accepted',
        data: { handlerId: row.handlerId },
        personal: { text: input.text },
        participants: [row.handlerId],
      };
    });
  }

  verify(actor: UserActor, id: string, input: VerifyAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'verify', input, async (tx, before) => {
      await this.attach(tx, before, input.evidence);
      return {
        row: verified(before, input, signerOf(actor), tx.now),
        action: 'verified',
        data: { evidence: input.evidence ?? [] },
        personal: { text: input.text },
      };
    });
  }

  plan(actor: UserActor, id: string, input: PlanAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'plan', input, (tx, before) => ({
      row: planned(before, input, signerOf(actor), tx.now),
      action: 'planned',
      personal: { text: input.text, explanation: input.explanation },
    }));
  }

  answer(actor: UserActor, id: string, input: AnswerAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'answer', input, (tx, before) => ({
      row: answered(before, input, signerOf(actor), tx.now),
      action: 'answered',
      data: { firmAtFault: input.firmAtFault ?? null },
      personal: { text: input.text, way: input.way, improvement: input.improvement },
    }));
  }

  report(actor: UserActor, id: string, input: ReportAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'report', input, async (tx, before) => {
      const row = reported(before, input, signerOf(actor), tx.now);
      await this.attach(tx, before, input.evidence);
      await this.clocks.reported(tx, row);
      return {
        row,
        action: 'reported',
        data: { round: before.round, evidence: input.evidence ?? [] },
        personal: {
          text: input.text,
          explanation: input.explanation,
          basis: input.basis,
          measures: input.measures,
        },
      };
    });
  }

  private async attach(tx: Transaction, row: Appeal, evidence: readonly string[] | undefined): Promise<void> {
    await this.attachments.attachAll(tx, evidence ?? [], matter.subject(row.id), row.keyId, '/evidence');
  }
}
