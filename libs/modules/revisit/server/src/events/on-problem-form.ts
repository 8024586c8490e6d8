/** A problem form is concluded or opened again: its revisit is planned, or waits (RVT-1a, RVT-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { problemFormConcluded, problemFormReopened } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import { note, repairOf } from '../data/known-matter.store';
import { PlanRevisit } from '../use-cases/plan-revisit/plan-revisit.handler';
import { WaitForMatter } from '../use-cases/plan-revisit/wait-for-matter.handler';

@Injectable()
export class OnProblemForm implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly planner: PlanRevisit,
    private readonly waiting: WaitForMatter,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'revisit.on-problem-form-concluded',
      event: problemFormConcluded,
      handle: async (tx, { subject, payload, personal }) => {
        // The customer was erased since: nobody is left to call.
        if (!personal) return;
        // The order that was made of it: who repaired, how difficult it was (form 5).
        const repair = await repairOf(tx, subject.id);
        const { customerName, phone, site, description, result } = personal;
        const handlerId = payload.handlerId ?? repair?.handlerId ?? null;
        const handlerName = payload.handlerId ? payload.handlerName : (repair?.handlerName ?? null);
        const concludedAt = new Date(payload.concludedAt);
        const { number, customerId, keyId, unitId } = payload;
        const known = { number, customerId, keyId, unitId, customerName, phone, site, handlerId, handlerName };
        const faultGrade = repair?.faultGrade ?? null;
        await note(tx, { ...subject, ...known, sourceId: null, faultGrade, concludedAt });
        await this.planner.plan(tx, {
          ...known,
          event: 'problem-form',
          module: subject.module,
          kind: subject.kind,
          subjectId: subject.id,
          round: payload.round,
          category: payload.category,
          channel: null,
          level: null,
          marks: [],
          siteId: payload.siteId,
          description,
          handling: result,
          faultGrade,
          officerId: payload.officerId,
          assigneeId: null,
          assigneeName: null,
          concludedAt,
        });
      },
    });
    this.subscribers.subscribe({
      name: 'revisit.on-problem-form-reopened',
      event: problemFormReopened,
      handle: (tx, { subject, payload }) => this.waiting.reopened(tx, subject.id, payload.round),
    });
  }
}
