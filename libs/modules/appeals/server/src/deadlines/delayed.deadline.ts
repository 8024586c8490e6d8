/** The branch or the regulator's date is overdue: the third ground and circulations are proposed (APL-6a, APL-8, APL-9). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { StepHandlers } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { appeal as matter } from '../appeal.matter';
import { appeals } from '../data/appeal.store';
import { isReplied } from '../domain/appeal.rules';
import type { Appeal } from '../domain/appeal.state';
import { groundsOfDelay } from '../domain/circulation.rules';
import { missingReportProposal } from '../domain/conclusion.rules';
import { AppealsPack } from '../pack.settings';
import { CirculationProposals } from './circulation-proposals.deadline';

/** Action of the policies' step. */
export const DELAYED = 'appeals.delayed';

@Injectable()
export class DelayedStep implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly matters: Matters,
    private readonly proposals: CirculationProposals,
    private readonly pack: AppealsPack,
  ) {}

  onModuleInit(): void {
    this.handlers.add(DELAYED, { fire: (tx, step) => this.fire(tx, step) });
  }

  /** A clock that was met in time before this step came is no delay; one met late is (DLN-7). */
  private async fire(tx: Transaction, { subject, deadline, at }: FiredStep): Promise<void> {
    if (deadline.state === 'cancelled' || (deadline.state === 'met' && !deadline.late)) return;
    const before = await appeals.lock(tx, subject.id);
    const { section } = this.pack;
    const row = deadline.stage === 'regulator' ? await this.missed(tx, before) : before;
    for (const ground of groundsOfDelay(row, { stage: deadline.stage, at }, section.contactChangeDays)) {
      await this.proposals.propose(tx, row, ground, {
        stage: deadline.stage,
        dueAt: deadline.dueAt.toISOString(),
        handler: row.handlerName,
        contactChangedAt: row.contactChangedAt?.toISOString() ?? null,
      });
    }
  }

  /** The regulator's date has passed without an answer: without a report, 'firm liable' is proposed (APL-6a). */
  private async missed(tx: Transaction, before: Appeal): Promise<Appeal> {
    if (isReplied(before)) return before;
    const proposal = missingReportProposal(this.pack.section, before);
    return this.matters.keep(tx, matter, before, {
      row: { ...before, lateForRegulator: true, proposal: proposal ?? before.proposal },
      action: 'regulator-date-missed',
      data: { replyDueAt: before.replyDueAt?.toISOString() ?? null, ...(proposal ?? {}) },
    });
  }
}
