/** A problem form is concluded or opened again: its revisit is planned, or waits (RVT-1a, RVT-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { problemFormConcluded, problemFormReopened } from '@bihuan/events';
import { Deadlines } from '@bihuan/alarms';
import { Recorder } from '@bihuan/audit';
import { Subscribers } from '@bihuan/outbox';
import { revisitTasks, taskSubject } from '../data/revisit-task.store';
import { waiting } from '../domain/revisit-task.decide';
import { PlanFaultRevisit, REVISIT_STAGE } from '../use-cases/plan-fault-revisit.handler';

@Injectable()
export class OnProblemForm implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly planner: PlanFaultRevisit,
    private readonly deadlines: Deadlines,
    private readonly recorder: Recorder,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'revisit.on-problem-form-concluded',
      event: problemFormConcluded,
      handle: async (tx, { subject, payload, personal }) => {
        // The customer was erased since: nobody is left to call.
        if (!personal) return;
        await this.planner.plan(
          tx,
          {
            module: subject.module,
            kind: subject.kind,
            subjectId: subject.id,
            number: payload.number,
            round: payload.round,
            category: payload.category,
            customerId: payload.customerId,
            siteId: payload.siteId,
            customerName: personal.customerName,
            phone: personal.phone,
            site: personal.site,
            description: personal.description,
            handling: personal.result,
            handlerId: payload.handlerId,
            handlerName: payload.handlerName,
            unitId: payload.unitId,
            officerId: payload.officerId,
            keyId: payload.keyId,
          },
          new Date(payload.concludedAt),
        );
      },
    });
    this.subscribers.subscribe({
      name: 'revisit.on-problem-form-reopened',
      event: problemFormReopened,
      handle: async (tx, { subject }) => {
        const [task] = await revisitTasks.find(
          tx,
          "r.subject_id = $1 and r.state not in ('done', 'cancelled', 'waiting') for update",
          [subject.id],
        );
        if (!task) return;
        await revisitTasks.save(tx, task, waiting(task));
        await this.deadlines.cancel(tx, taskSubject(task.id), REVISIT_STAGE, 'matter-reopened');
        await this.recorder.record(tx, {
          subject: taskSubject(task.id),
          action: 'waiting',
          data: { number: task.number },
        });
      },
    });
  }
}
