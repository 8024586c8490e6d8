/** What an answer or a new promise brings with it: clocks, events, notices, one answer for all who follow (CMP-3, CMP-8a). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import type { Complaint } from '../../domain/complaint.state';
import { ComplaintNews } from '../../events/publish';
import { ComplaintsPack } from '../../pack.settings';
import { Closure } from './closure.handler';
import { Followers } from './followers.handler';

@Injectable()
export class AfterAnswer {
  constructor(
    private readonly clocks: ComplaintClocks,
    private readonly news: ComplaintNews,
    private readonly closure: Closure,
    private readonly followers: Followers,
    private readonly notices: Notices,
    private readonly org: Org,
    private readonly pack: ComplaintsPack,
  ) {}

  async answered(tx: Transaction, complaint: Complaint): Promise<void> {
    await this.clocks.at(tx, complaint, ['answered']);
    await this.clocks.kept(tx, complaint);
    await this.news.answered(tx, complaint);
    await this.closure.after(tx, complaint, 'answered');
    await this.followers.answerAll(tx, complaint, async (row) => {
      await this.answered(tx, row);
      return { ...row, onTime: { ...row.onTime, ...this.clocks.metIn(tx, row.id) } };
    });
  }

  async feedbackTaken(tx: Transaction, complaint: Complaint): Promise<void> {
    await this.clocks.at(tx, complaint, ['feedback-taken']);
    await this.clocks.kept(tx, complaint);
    await this.closure.after(tx, complaint, 'feedback-taken');
  }

  /** CMP-8a: the next stage and the complaint centre are told. */
  async rePromised(tx: Transaction, complaint: Complaint, dueAt: Date): Promise<void> {
    const { answerUnitId, unitId, centreUnitId, officerId, handlerId } = complaint;
    const { headquarters } = this.pack.section.units;
    const units = [centreUnitId, answerUnitId, unitId, headquarters ? (await this.pack.unit(headquarters)).id : null];
    const heads = await Promise.all([...new Set(units)].map((id) => (id === null ? undefined : this.org.headOf(id))));
    await this.notices.send(tx, {
      subject: matter.subject(complaint.id),
      to: [...heads.map((head) => head?.id), officerId, handlerId].filter((id): id is string => typeof id === 'string'),
      template: 'complaint-re-promised',
      params: { number: complaint.number, dueAt: dueAt.toISOString() },
    });
  }
}
