/** An order is concluded: a service is revisited, a machine that did not work is called about again (RVT-1c, RVT-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { workOrderCancelled, workOrderConcluded } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import { note } from '../data/known-matter.store';
import { revisitTasks } from '../data/revisit-task.store';
import { PlanRevisit } from '../use-cases/plan-revisit/plan-revisit.handler';

/** Matters that are called back themselves: the order behind them is no second call. */
const CALLED_THEMSELVES = ['hotline', 'complaints', 'appeals'];

@Injectable()
export class OnWorkOrder implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly planner: PlanRevisit,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'revisit.on-work-order-concluded',
      event: workOrderConcluded,
      handle: async (tx, { subject, payload, personal }) => {
        if (!personal) return;
        const { customerName, phone, site, description, handling } = personal;
        const { number, customerId, keyId, unitId, source, faultGrade } = payload;
        const [handlerId, handlerName] = [payload.engineerId, payload.engineerName];
        const concludedAt = new Date(payload.concludedAt);
        const known = { number, customerId, keyId, unitId, customerName, phone, site, handlerId, handlerName };
        await note(tx, { ...subject, ...known, sourceId: source?.id ?? null, faultGrade, concludedAt });
        if (source?.module === 'revisit') {
          const [task] = await revisitTasks.find(tx, "r.id = $1 and r.state = 'waiting' for update", [source.id]);
          const repair = { handling, handlerId, handlerName, faultGrade, concludedAt };
          if (task) await this.planner.back(tx, task, 'order', repair);
          return;
        }
        if (source && CALLED_THEMSELVES.includes(source.module)) return;
        await this.planner.plan(tx, {
          ...known,
          event: 'work-order',
          module: subject.module,
          kind: subject.kind,
          subjectId: subject.id,
          round: payload.round,
          category: payload.type,
          channel: null,
          level: null,
          marks: [payload.customerClass],
          siteId: payload.siteId,
          description,
          handling,
          faultGrade,
          officerId: payload.officerId,
          assigneeId: null,
          assigneeName: null,
          concludedAt,
        });
      },
    });
    this.subscribers.subscribe({
      name: 'revisit.on-work-order-cancelled',
      event: workOrderCancelled,
      // Nobody repairs it: the customer is called again all the same, and says what he wants (RVT-4).
      handle: async (tx, { payload: { source, cancelledAt } }) => {
        if (source?.module !== 'revisit') return;
        const [task] = await revisitTasks.find(tx, "r.id = $1 and r.state = 'waiting' for update", [source.id]);
        if (task) await this.planner.back(tx, task, 'order', { concludedAt: new Date(cancelledAt) });
      },
    });
  }
}
