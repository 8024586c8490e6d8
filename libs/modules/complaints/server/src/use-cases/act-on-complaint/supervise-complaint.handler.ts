/** Looking over: supervision, the supervisor's look, major cases, complaints of one cause (CMP-3, CMP-19, CMP-20). */
import { Injectable } from '@nestjs/common';
import type { JoinComplaint, LookAtComplaint, MarkMajor, SuperviseComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField } from '@bihuan/plugin-kit';
import { Deadlines } from '@bihuan/alarms';
import { Matters } from '@bihuan/matters';
import { complaint as matter } from '../../complaint.matter';
import { complaints } from '../../data/complaint.store';
import { isClosed, type Complaint } from '../../domain/complaint.state';
import { priorityOf } from '../../domain/priority.rules';
import { ComplaintsPack } from '../../pack.settings';
import { SupervisionBook } from '../act-on-supervision/supervision-book.handler';
import { Acting } from './acting.handler';

@Injectable()
export class SuperviseComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly orders: SupervisionBook,
    private readonly pack: ComplaintsPack,
  ) {}

  /** CMP-20: an order of its own, with instruction, due time and required reply; it shows in both units. */
  supervise(actor: UserActor, id: string, input: SuperviseComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'supervise', input, async (tx, before) => {
      const order = await this.orders.byDecision(tx, actor, before, input);
      return {
        row: { ...before, supervisedByDecision: before.supervisedByDecision + 1 },
        action: 'supervised',
        data: {
          order: order.number,
          ground: order.ground,
          unitId: order.unitId,
          dueAt: order.replyDueAt.toISOString(),
        },
        personal: { instruction: input.instruction },
      };
    });
  }

  /** A look leaves a mark: seen, instruction, due date. */
  look(actor: UserActor, id: string, input: LookAtComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'look', input, (_, before) => ({
      row: before,
      action: 'looked-at',
      data: input.dueAt === undefined ? {} : { dueAt: input.dueAt },
      personal: { text: input.text },
    }));
  }

  markMajor(actor: UserActor, id: string, input: MarkMajor): Promise<Complaint> {
    return this.acting.act(actor, id, 'mark-major', input, (_, before) => ({
      row: { ...before, major: true },
      action: 'marked-major',
      personal: { reason: input.reason },
    }));
  }

  /** CMP-3: it follows a complaint of the same cause, whose clocks go on for both (DLN-3), and gets the same answer. */
  join(actor: UserActor, id: string, input: JoinComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'join', input, async (tx, before) => {
      if (input.complaintId === id || before.followers > 0) {
        const way =
          '不能并入自身；已有其它投诉并入的，请将其它投诉并入。 / It cannot join itself, or lead others and follow.';
        throw invalidField('/complaintId', 'cannot-join', way);
      }
      await this.matters.read(tx, actor, matter, input.complaintId);
      const leader = await complaints.lock(tx, input.complaintId);
      if (isClosed(leader) || leader.answer !== null) {
        throw commonErrors['wrong-state']({ state: leader.state, allowedActions: [] });
      }
      if (leader.leaderId !== null) {
        const way = '该投诉已并入其它投诉，请并入其牵头投诉。 / It follows another itself: join its leader.';
        throw invalidField('/complaintId', 'follows-another', way);
      }
      const followers = leader.followers + 1;
      const leading: Complaint = { ...leader, followers };
      await this.matters.keep(tx, matter, leader, {
        row: { ...leading, priority: priorityOf(this.pack.section, leading) },
        action: 'joined-by',
        data: { number: before.number, followers },
      });
      await this.deadlines.merge(tx, matter.subject(id), { subject: matter.subject(leader.id), label: leader.number });
      return { row: { ...before, leaderId: leader.id }, action: 'joined', data: { leader: leader.number } };
    });
  }
}
