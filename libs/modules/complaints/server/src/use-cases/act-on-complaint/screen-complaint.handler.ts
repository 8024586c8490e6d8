/** CMP-9b: the back office screens a complaint whose customer is not satisfied (form 27c). */
import { Injectable } from '@nestjs/common';
import type { ScreenComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Numbering } from '@bihuan/numbering';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { reHandled, screenedRight } from '../../domain/closing.decide';
import type { Complaint } from '../../domain/complaint.state';
import { ComplaintNews } from '../../events/publish';
import { Acting, personOf } from './acting.handler';
import { Closure } from './closure.handler';

const NUMBERING = 'rehandling-order';

@Injectable()
export class ScreenComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly numbering: Numbering,
    private readonly closure: Closure,
    private readonly news: ComplaintNews,
  ) {}

  /** Wrong: an order to handle it again, in the next round, with new clocks. Right: filed; it may become an appeal. */
  screen(actor: UserActor, id: string, input: ScreenComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'screen', input, async (tx, before) => {
      const by = personOf(actor);
      const personal = { reason: input.reason, requirement: input.requirement };
      if (!input.handlingWrong) {
        const row = screenedRight(before, input, by, tx.now);
        await this.clocks.at(tx, row, ['screened']);
        await this.closure.filed(tx, row);
        return { row, action: 'screened', data: { handlingWrong: false }, personal };
      }
      const number = await this.numbering.next(tx, NUMBERING, { at: tx.now });
      const again = reHandled(before, input, { number, dueAt: null, by }, tx.now);
      const armed = await this.clocks.at(tx, again, ['screened', 're-handled']);
      const due = armed.map(({ dueAt }) => dueAt.toISOString()).sort()[0] ?? null;
      const row: Complaint = {
        ...again,
        rehandlings: again.rehandlings.map((order) => (order.number === number ? { ...order, dueAt: due } : order)),
      };
      await this.news.reopened(tx, row);
      return { row, action: 'screened', data: { handlingWrong: true, order: number, round: row.round }, personal };
    });
  }
}
