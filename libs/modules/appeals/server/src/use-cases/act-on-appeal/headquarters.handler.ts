/** What headquarters does: review the report, answer the regulator (APL-4, APL-5). */
import { Injectable } from '@nestjs/common';
import type { ApproveAppeal, ReplyAppeal, SendBackAppeal } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { appeal as matter } from '../../appeal.matter';
import { AppealClocks } from '../../deadlines/appeal-clocks.deadline';
import { CirculationProposals } from '../../deadlines/circulation-proposals.deadline';
import { approved, replied, sentBack } from '../../domain/appeal.decide';
import type { Appeal } from '../../domain/appeal.state';
import { isPoor } from '../../domain/circulation.rules';
import { AppealsPack } from '../../pack.settings';
import { signerOf } from '../people.handler';

@Injectable()
export class HeadquartersHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: AppealClocks,
    private readonly proposals: CirculationProposals,
    private readonly notices: Notices,
    private readonly pack: AppealsPack,
  ) {}

  approve(actor: UserActor, id: string, input: ApproveAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'approve', input, (tx, before) => ({
      row: approved(before, input, signerOf(actor), tx.now),
      action: 'approved',
      data: { round: before.round },
      personal: { text: input.text },
    }));
  }

  sendBack(actor: UserActor, id: string, input: SendBackAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'send-back', input, async (tx, before) => {
      const row = sentBack(before, input, signerOf(actor), tx.now);
      await this.clocks.sentBack(tx, row);
      if (isPoor(row, this.pack.section.poorReportRounds)) {
        await this.proposals.propose(tx, row, 'poor-report', { sentBack: row.sentBack, handler: row.handlerName });
      }
      await this.notices.send(tx, {
        subject: matter.subject(id),
        to: row.handlerId ? [row.handlerId] : [],
        template: 'appeal-sent-back',
        params: { number: row.number, round: row.sentBack },
      });
      return { row, action: 'sent-back', data: { sentBack: row.sentBack }, personal: { reason: input.reason } };
    });
  }

  reply(actor: UserActor, id: string, input: ReplyAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'reply', input, async (tx, before) => {
      const told = replied(before, input, signerOf(actor), tx.now);
      const row = { ...told, ...(await this.clocks.replied(tx, told)) };
      return {
        row,
        action: 'replied',
        data: { late: row.late, lateForRegulator: row.lateForRegulator },
        personal: { text: row.reply?.text },
      };
    });
  }
}
