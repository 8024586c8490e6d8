/** A complaint's handling is over: its revisit is planned; what waited for it comes back (RVT-1b, RVT-1d, RVT-1e, RVT-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { complaintChanged, complaintConcluded, complaintRegistered, complaintReopened } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Subscribers } from '@bihuan/outbox';
import { evaluations } from '../data/evaluation.store';
import { note } from '../data/known-matter.store';
import { revisitTasks } from '../data/revisit-task.store';
import { evaluation } from '../evaluation.part';
import { revisitTask } from '../revisit-task.part';
import { PlanRevisit } from '../use-cases/plan-revisit/plan-revisit.handler';
import { WaitForMatter } from '../use-cases/plan-revisit/wait-for-matter.handler';

/** States of a complaint whose customer was called, by whomever. */
const REVISITED = ['revisited', 'summarised'];

@Injectable()
export class OnComplaint implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly planner: PlanRevisit,
    private readonly waiting: WaitForMatter,
    private readonly matters: Matters,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'revisit.on-complaint-concluded',
      event: complaintConcluded,
      handle: async (tx, { subject, payload, personal }) => {
        if (!personal) return;
        const { customerName, phone, description, handling } = personal;
        const { number, customerId, keyId, unitId, handlerId, handlerName } = payload;
        const concludedAt = new Date(payload.concludedAt);
        const known = { number, customerId, keyId, unitId, customerName, phone, handlerId, handlerName };
        await note(tx, { ...subject, ...known, site: '', sourceId: null, faultGrade: null, concludedAt });
        await this.backFrom(tx, subject.id, concludedAt);
        await this.planner.plan(tx, {
          ...known,
          event: 'complaint',
          module: subject.module,
          kind: subject.kind,
          subjectId: subject.id,
          round: payload.round,
          category: payload.kind ?? '',
          channel: payload.channel,
          level: payload.level,
          marks: payload.marks,
          siteId: null,
          site: '',
          description,
          handling,
          faultGrade: null,
          officerId: payload.officerId,
          assigneeId: null,
          assigneeName: null,
          concludedAt,
        });
      },
    });
    this.subscribers.subscribe({
      name: 'revisit.on-complaint-reopened',
      event: complaintReopened,
      handle: (tx, { subject, payload, at }) => this.waiting.reopenedOrOver(tx, subject.id, payload.round, at),
    });
    this.subscribers.subscribe({
      name: 'revisit.on-complaint-closed',
      event: complaintChanged,
      handle: async (tx, { payload, at }) => {
        if (!payload.open) {
          await this.waiting.over(tx, payload.caseId, at);
          // Not valid, withdrawn, or not accepted: it is concluded no more, and the talk goes on.
          await this.backFrom(tx, payload.caseId, at);
        }
        if (payload.open && REVISITED.includes(payload.state))
          await this.waiting.calledElsewhere(tx, payload.caseId, at);
      },
    });
    this.subscribers.subscribe({
      name: 'revisit.on-complaint-registered',
      event: complaintRegistered,
      handle: (tx, { subject, payload }) =>
        payload.source
          ? this.linked(tx, payload.source, { id: subject.id, number: payload.number })
          : Promise.resolve(),
    });
  }

  /** A talk or evaluation became a complaint; a complaint not settled goes on as a new line of the register (CMP-9a). */
  private async linked(
    tx: Transaction,
    source: { readonly module: string; readonly kind: string; readonly id: string },
    { id, number }: { readonly id: string; readonly number: string },
  ): Promise<void> {
    const link = { complaintId: id, complaintNumber: number };
    if (source.module === 'revisit' && source.kind === 'evaluation') {
      const [row] = await evaluations.find(tx, 'r.id = $1 for update', [source.id]);
      if (row) await this.matters.keep(tx, evaluation, row, linkedAs({ ...row, ...link }, number));
      return;
    }
    const which = source.module === 'complaints' ? "r.subject_id = $1 and r.state = 'waiting'" : 'r.id = $1';
    const [task] = await revisitTasks.find(tx, `${which} order by r.created_at desc limit 1 for update`, [source.id]);
    if (task) await this.matters.keep(tx, revisitTask, task, linkedAs({ ...task, ...link }, number));
  }

  /** RVT-4: a talk in which the complaint was heard goes on now that it is handled. */
  private async backFrom(tx: Transaction, complaintId: string, concludedAt: Date): Promise<void> {
    const waiting = await revisitTasks.find(
      tx,
      `r.complaint_id = $1 and r.state = 'waiting' and r.module <> 'complaints' and r.waits_for @> '["complaint"]'
       for update`,
      [complaintId],
    );
    for (const task of waiting) await this.planner.back(tx, task, 'complaint', { concludedAt });
  }
}

const linkedAs = <Row>(row: Row, number: string) => ({
  row,
  action: 'complaint-registered',
  data: { complaint: number },
});
