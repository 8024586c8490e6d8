/** What the desk does with a case: dispatch, link, promise anew (APL-1, APL-2, DLN-3). */
import { Injectable } from '@nestjs/common';
import type { DispatchAppeal, LinkAppeal, RePromiseAppeal } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { appeal as matter } from '../../appeal.matter';
import { AppealClocks } from '../../deadlines/appeal-clocks.deadline';
import { dispatched } from '../../domain/appeal.decide';
import { presentClock } from '../../domain/appeal.rules';
import type { Appeal } from '../../domain/appeal.state';
import { demandBeforeRegulator } from '../../domain/clocks.rules';
import { LinkComplaint } from '../link-complaint.handler';
import { AppealPeople } from '../people.handler';

@Injectable()
export class DeskHandler {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly clocks: AppealClocks,
    private readonly people: AppealPeople,
    private readonly links: LinkComplaint,
    private readonly notices: Notices,
  ) {}

  dispatch(actor: UserActor, id: string, input: DispatchAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'dispatch', input, async (tx, before) => {
      const handler = await this.people.receiver(tx, input.unitId, input.assigneeId);
      const row = dispatched(before, { unitId: input.unitId, handler }, tx.now);
      await this.clocks.dispatched(tx, row, before.state === 'dispatched');
      await this.tell(tx, row, handler.id);
      return {
        row,
        action: 'dispatched',
        data: { unitId: input.unitId, handlerId: handler.id },
        personal: { text: input.text },
        participants: [handler.id],
      };
    });
  }

  link(actor: UserActor, id: string, input: LinkAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 'link', input, async (tx, before) => {
      const complaint = await this.links.known(tx, input.complaintId);
      if (before.complaintId !== complaint.id) await this.links.tell(tx, before, complaint.id);
      return {
        row: { ...before, complaintId: complaint.id },
        action: 'linked',
        data: { complaintId: complaint.id, complaint: complaint.number },
      };
    });
  }

  rePromise(actor: UserActor, id: string, input: RePromiseAppeal): Promise<Appeal> {
    return this.matters.act(actor, matter, id, 're-promise', input, async (tx, before) => {
      const stage = input.stage ?? presentClock(before.state);
      const dueAt = new Date(input.dueAt);
      demandBeforeRegulator(stage, dueAt, before.replyDueAt);
      if (input.approvedBy) await this.people.employee(input.approvedBy, '/approvedBy');
      const promise = { dueAt, reason: input.reason, ...(input.approvedBy ? { approvedBy: input.approvedBy } : {}) };
      const data = { stage, dueAt: input.dueAt };
      if (stage !== 'regulator') {
        await this.clocks.promised(tx, before, stage, promise);
        return { row: before, action: 're-promised', data };
      }
      const running = (await this.deadlines.of(matter.subject(id))).filter(({ state }) => OPEN.includes(state));
      const cut = await this.clocks.regulatorDate(tx, before, {
        promise,
        running,
        hadDate: before.replyDueAt !== null,
      });
      const shortened = [...new Set([...before.shortened, ...cut])];
      // What the old date had brought is judged by the new one.
      const row = { ...before, replyDueAt: dueAt, shortened, lateForRegulator: null, proposal: null };
      return { row, action: 're-promised', data: { ...data, shortened: cut } };
    });
  }

  private tell(tx: Transaction, row: Appeal, handlerId: string): Promise<void> {
    return this.notices.send(tx, {
      subject: matter.subject(row.id),
      to: [handlerId],
      template: 'appeal-dispatched',
      params: { number: row.number },
    });
  }
}

const OPEN = ['armed', 'warned', 'breached'];
