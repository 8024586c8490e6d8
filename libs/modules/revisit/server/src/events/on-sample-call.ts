/** A contact was drawn for the month's sample: it is called, and what was said goes back to appraisal (APR-1a). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { sampleCallRequested } from '@bihuan/events';
import { Org } from '@bihuan/org';
import { Subscribers } from '@bihuan/outbox';
import { PlanRevisit } from '../use-cases/plan-revisit/plan-revisit.handler';

@Injectable()
export class OnSampleCall implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly planner: PlanRevisit,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'revisit.on-sample-call-requested',
      event: sampleCallRequested,
      handle: async (tx, { payload, personal }) => {
        if (!personal) return;
        const { customerName, phone, description } = personal;
        const { number, customerId, keyId, unitId, callerId, employeeId, employeeName } = payload;
        const caller = callerId ? await this.org.employee(callerId) : undefined;
        await this.planner.plan(tx, {
          event: 'sample',
          module: 'appraisal',
          kind: 'sample',
          subjectId: payload.sampleId,
          number,
          round: 1,
          category: 'sample',
          channel: null,
          level: null,
          marks: [],
          customerId,
          siteId: null,
          customerName,
          phone,
          site: '',
          description,
          handling: '',
          handlerId: employeeId,
          handlerName: employeeName,
          faultGrade: null,
          unitId,
          officerId: callerId ?? employeeId,
          assigneeId: callerId,
          assigneeName: caller?.name ?? null,
          concludedAt: new Date(payload.requestedAt),
          keyId,
        });
      },
    });
  }
}
