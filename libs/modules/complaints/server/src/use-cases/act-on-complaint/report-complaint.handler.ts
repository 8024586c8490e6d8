/** CMP-10: the paper, the arrival of a copy, the phone note of a holiday; who owes the repair report is asked for it. */
import { Injectable } from '@nestjs/common';
import type { ReportComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Attachments } from '@bihuan/attachments';
import type { Transaction } from '@bihuan/database';
import { Tasks } from '@bihuan/work';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { TASKS } from '../../deadlines/stages.deadline';
import type { Complaint } from '../../domain/complaint.state';
import { isReported, owesRepairReport, reported } from '../../domain/report.rules';
import { ComplaintsPack } from '../../pack.settings';
import { Acting, personOf } from './acting.handler';
import { Closure } from './closure.handler';

@Injectable()
export class ReportComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly attachments: Attachments,
    private readonly closure: Closure,
    private readonly pack: ComplaintsPack,
    private readonly tasks: Tasks,
  ) {}

  report(actor: UserActor, id: string, input: ReportComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'report', input, async (tx, before) => {
      const { report, carriedOut } = before;
      if (!report) throw new Error('A report was asked for before the handling was over.');
      const handledAt = carriedOut ? new Date(carriedOut.at) : tx.now;
      const holiday = await this.pack.beforeHoliday(before.unitId ?? before.centreUnitId, handledAt);
      const row = reported(before, report, input, { by: personOf(actor), now: tx.now, holiday });
      if (input.attachmentId) await this.attachments.attach(tx, input.attachmentId, matter.subject(id), before.keyId);
      await this.clocks.at(tx, row, [input.way === 'paper' ? 'reported' : 'reported-by-phone']);
      if (!isReported(before)) await this.closure.after(tx, row, 'reported');
      await this.askForRepairReport(tx, before, row);
      return {
        row,
        action: input.copy === undefined ? 'reported' : 'report-copy-arrived',
        data: { way: input.way, report: report.number, ...(input.copy === undefined ? {} : { copy: input.copy }) },
        personal: { text: input.text, opinion: input.opinion, missingReason: input.missingReason },
      };
    });
  }

  /** Once, when the paper comes without it; over when it is attached or a reason is given. */
  private async askForRepairReport(tx: Transaction, before: Complaint, row: Complaint): Promise<void> {
    const [owed, owes] = [owesRepairReport(before), owesRepairReport(row)];
    if (owed && !owes) await this.tasks.closeOpen(tx, matter.subject(row.id), TASKS.repairReport, 'done');
    if (owed || !owes) return;
    await this.tasks.create(tx, {
      subject: matter.subject(row.id),
      kind: TASKS.repairReport,
      assigneeId: row.handlerId,
      unitId: row.unitId ?? row.centreUnitId,
      title: {
        zh: '汇报单未附原维修汇报单：请补交，或说明原因',
        en: 'The repair report is not attached: hand it in, or say why there is none',
      },
      number: row.number,
      keyId: row.keyId,
    });
  }
}
