/** The word to the customer: answer, progress reply, new promise, feedback (CMP-4f, CMP-8, CMP-8a … CMP-8d). */
import { Injectable } from '@nestjs/common';
import type { AnswerComplaint, ProgressReply, RePromise, TakeFeedback } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import { Org } from '@bihuan/org';
import { Tasks } from '@bihuan/work';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { PROGRESS_REPLY, PROMISED, TASKS } from '../../deadlines/stages.deadline';
import { answered, concludes, demandRePromise, feedbackTaken } from '../../domain/answer.decide';
import { demandEntry } from '../../domain/classification.rules';
import type { Complaint } from '../../domain/complaint.state';
import { ComplaintsPack } from '../../pack.settings';
import { Acting, personOf } from './acting.handler';
import { AfterAnswer } from './after-answer.handler';

const isOpen = ({ state }: DeadlineView): boolean => state !== 'met' && state !== 'cancelled';

@Injectable()
export class AnswerComplaintHandler {
  constructor(
    private readonly acting: Acting,
    private readonly clocks: ComplaintClocks,
    private readonly deadlines: Deadlines,
    private readonly pack: ComplaintsPack,
    private readonly org: Org,
    private readonly tasks: Tasks,
    private readonly following: AfterAnswer,
  ) {}

  /** CMP-8b: on the spot, by the centre, or when the result is back; CMP-8d: all three outcomes close the order. */
  answer(actor: UserActor, id: string, input: AnswerComplaint): Promise<Complaint> {
    return this.acting.act(actor, id, 'answer', input, async (tx, before) => {
      demandEntry('/way', this.pack.section.ways, input.way);
      const by = personOf(actor);
      const promiseDue = await this.promiseDue(before);
      const row = answered(before, input, { by, now: tx.now, promiseDue });
      await this.following.answered(tx, row);
      return {
        row,
        action: 'answered',
        data: {
          outcome: input.outcome,
          way: input.way,
          firstContact: row.firstContact,
          inTime: row.inTime,
          concluded: concludes(input.outcome),
        },
        personal: { text: input.text },
      };
    });
  }

  progressReply(actor: UserActor, id: string, input: ProgressReply): Promise<Complaint> {
    return this.acting.act(actor, id, 'progress-reply', input, async (tx, before) => {
      await this.deadlines.meet(tx, matter.subject(id), PROGRESS_REPLY);
      await this.tasks.closeOpen(tx, matter.subject(id), TASKS.progressReply, 'done');
      return { row: before, action: 'progress-replied', personal: { text: input.text } };
    });
  }

  /** CMP-8a, DLN-3: reason, old and new time are kept; a progress reply is due before the old promise ends. */
  rePromise(actor: UserActor, id: string, input: RePromise): Promise<Complaint> {
    return this.acting.act(actor, id, 're-promise', input, async (tx, before) => {
      await this.demandApproval(input);
      const dueAt = new Date(input.dueAt);
      const promises = await this.openPromises(before);
      const old = promises.length > 0 ? new Date(Math.min(...promises.map((one) => one.dueAt.getTime()))) : null;
      demandRePromise(dueAt, old, { now: tx.now, timezone: this.pack.timezone });
      const row: Complaint = { ...before, promisedAt: dueAt, rePromises: before.rePromises + 1 };
      for (const promise of promises.filter((one) => one.dueAt < dueAt)) {
        await this.deadlines.rePromise(tx, matter.subject(id), promise.stage, {
          dueAt,
          reason: `re-promise ${row.rePromises}`,
          ...(input.approvedBy ? { approvedBy: input.approvedBy } : {}),
        });
      }
      if (promises.length === 0) await this.clocks.promised(tx, row, dueAt);
      if (old) await this.clocks.progressReply(tx, row, old > tx.now ? old : tx.now);
      await this.following.rePromised(tx, row, dueAt);
      return {
        row,
        action: 're-promised',
        data: {
          from: old?.toISOString() ?? null,
          to: dueAt.toISOString(),
          ...(input.approvedBy ? { approvedBy: input.approvedBy } : {}),
        },
        personal: { reason: input.reason },
      };
    });
  }

  /** Franchise: the customer's word on what was done, before the revisit. */
  takeFeedback(actor: UserActor, id: string, input: TakeFeedback): Promise<Complaint> {
    return this.acting.act(actor, id, 'take-feedback', input, async (tx, before) => {
      const row = feedbackTaken(before, input, personOf(actor), tx.now);
      await this.following.feedbackTaken(tx, row);
      return { row, action: 'feedback-taken', personal: { text: input.text } };
    });
  }

  /** The promise to the customer as it stands: the pack's, else what he was told. */
  private async promiseDue({ id }: Complaint): Promise<Date | null> {
    const running = await this.deadlines.of(matter.subject(id));
    const of = (stages: readonly string[]): Date | undefined =>
      running.find(({ stage }) => stages.includes(stage))?.dueAt;
    return of(this.clocks.promises) ?? of([PROMISED]) ?? null;
  }

  private async openPromises({ id }: Complaint): Promise<readonly DeadlineView[]> {
    const stages = [...this.clocks.promises, PROMISED];
    return (await this.deadlines.of(matter.subject(id))).filter((one) => stages.includes(one.stage) && isOpen(one));
  }

  private async demandApproval({ approvedBy }: RePromise): Promise<void> {
    if (approvedBy === undefined && this.pack.section.rePromiseNeedsApproval) {
      const way = '重新承诺须经审批，请填写审批人（approvedBy）。 / A new promise needs an approver.';
      throw invalidField('/approvedBy', 'approval-required', way);
    }
    if (approvedBy !== undefined) await this.org.demandEmployee(approvedBy, '/approvedBy');
  }
}
