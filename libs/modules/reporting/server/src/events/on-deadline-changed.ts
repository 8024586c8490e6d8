/** How every promise was kept becomes a row of the figures (RPT-1d, RPT-1e). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { deadlineChanged } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import { ClockStore } from '../data/clock.store';
import { ReportingPack } from '../pack.settings';

@Injectable()
export class OnDeadlineChanged implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly clocks: ClockStore,
    private readonly pack: ReportingPack,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'reporting.on-deadline-changed',
      event: deadlineChanged,
      fromBeginning: true,
      handle: async (tx, { payload }) => {
        const dueAt = new Date(payload.dueAt);
        await this.clocks.put(tx, {
          id: payload.id,
          matter: `${payload.subject.module}.${payload.subject.kind}`,
          caseId: payload.subject.id,
          number: payload.number,
          stage: payload.stage,
          unitId: payload.unitId,
          personId: payload.employeeId,
          startedAt: new Date(payload.startedAt),
          dueAt,
          firstDueAt: new Date(payload.firstDueAt),
          state: payload.state,
          change: payload.change,
          at: new Date(payload.at),
          late: payload.late,
          limitSeconds: payload.limitSeconds ?? null,
          actualSeconds: payload.actualSeconds ?? null,
          day: this.pack.local(dueAt).day,
        });
      },
    });
  }
}
