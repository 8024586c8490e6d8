/** From the revisit to the archive, and the ways back (CMP-6b, CMP-9, CMP-9a, CMP-9b). */
import { Injectable } from '@nestjs/common';
import type { RevisitComplaint, SummariseComplaint, TextOnly, WithdrawComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Deadlines } from '@bihuan/alarms';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { summarised } from '../../domain/closing.decide';
import type { Complaint } from '../../domain/complaint.state';
import { Acting, personOf } from './acting.handler';
import { Closure } from './closure.handler';
import { Followers } from './followers.handler';
import { RevisitBook } from './revisit-book.handler';

@Injectable()
export class CloseComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly deadlines: Deadlines,
    private readonly closure: Closure,
    private readonly followers: Followers,
    private readonly revisits: RevisitBook,
  ) {}

  /** CMP-9: made by the complaint side itself; where the revisit module calls, its event does the same. */
  revisit(actor: UserActor, id: string, input: RevisitComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'revisit', input, (tx, before) =>
      this.revisits.noted(tx, before, input, { by: personOf(actor), at: tx.now }),
    );
  }

  /** CMP-6b */
  summarise(actor: UserActor, id: string, input: SummariseComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'summarise', input, async (tx, before) => {
      const row = summarised(before, input, personOf(actor), tx.now);
      await this.clocks.at(tx, row, ['summarised']);
      return {
        row,
        action: 'summarised',
        personal: { evaluation: input.evaluation, class: input.class, countermeasure: input.countermeasure },
      };
    });
  }

  file(actor: UserActor, id: string, input: TextOnly): Promise<Complaint> {
    return this.acting.act(actor, id, 'file', input, async (tx, before) => {
      const row: Complaint = { ...before, state: 'filed' };
      await this.closure.filed(tx, row);
      return { row, action: 'filed', personal: { text: input.text } };
    });
  }

  withdraw(actor: UserActor, id: string, input: WithdrawComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'withdraw', input, async (tx, before) => {
      const row = await this.followers.letGo(tx, { ...before, state: 'withdrawn' });
      await this.deadlines.cancelAll(tx, matter.subject(id), 'withdrawn');
      return { row, action: 'withdrawn', personal: { reason: input.reason } };
    });
  }
}
