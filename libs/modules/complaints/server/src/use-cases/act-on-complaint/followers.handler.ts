/** Complaints of one cause: those that follow get the leader's answer, or their own clocks back (CMP-3, DLN-3). */
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { complaint as matter } from '../../complaint.matter';
import { complaints } from '../../data/complaint.store';
import { isClosed, type Complaint } from '../../domain/complaint.state';

@Injectable()
export class Followers {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
  ) {}

  /** CMP-3: they get the leader's answer. @param then what an answer brings with it; gives the row as it is kept */
  async answerAll(tx: Transaction, leader: Complaint, then: (row: Complaint) => Promise<Complaint>): Promise<void> {
    for (const before of await this.waiting(tx, leader)) {
      const row = await then({
        ...before,
        state: 'answered',
        answer: leader.answer,
        answeredAt: leader.answeredAt,
        concludedAt: leader.concludedAt,
        inTime: leader.inTime,
        mayBecomeAppeal: leader.mayBecomeAppeal,
      });
      await this.matters.keep(tx, matter, before, { row, action: 'answered', data: { with: leader.number } });
    }
  }

  /** Those that wait for this one's answer, locked. */
  private async waiting(tx: Transaction, leader: Complaint): Promise<Complaint[]> {
    if (leader.followers === 0) return [];
    const followers = await complaints.find(tx, 'r.leader_id = $1 order by r.id for update', [leader.id]);
    return followers.filter((one) => !isClosed(one) && one.answer === null);
  }

  /** The leader is over without an answer: its clocks hold for nobody any more, and each goes on by itself. */
  async letGo(tx: Transaction, leader: Complaint): Promise<Complaint> {
    const waiting = await this.waiting(tx, leader);
    for (const before of waiting) {
      await this.deadlines.separate(tx, matter.subject(before.id));
      await this.matters.keep(tx, matter, before, {
        row: { ...before, leaderId: null },
        action: 'separated',
        data: { leader: leader.number },
      });
    }
    return { ...leader, followers: leader.followers - waiting.length };
  }
}
