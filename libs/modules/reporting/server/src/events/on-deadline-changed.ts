/** How every promise was kept becomes a row of the figures (RPT-1d, RPT-1e). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { deadlineChanged } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import type { ClockChange } from '../data/clock.store';
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
      handleAll: async (tx, events) => {
        for (const changes of rounds(events.map(({ payload }) => this.changeOf(payload))))
          await this.clocks.put(tx, changes);
      },
    });
  }

  private changeOf({ subject, employeeId, ...told }: z.infer<typeof deadlineChanged.payload>): ClockChange {
    const dueAt = new Date(told.dueAt);
    return {
      id: told.id,
      matter: `${subject.module}.${subject.kind}`,
      caseId: subject.id,
      number: told.number,
      stage: told.stage,
      unitId: told.unitId,
      personId: employeeId,
      startedAt: new Date(told.startedAt),
      dueAt,
      firstDueAt: new Date(told.firstDueAt),
      state: told.state,
      change: told.change,
      at: new Date(told.at),
      late: told.late,
      limitSeconds: told.limitSeconds ?? null,
      actualSeconds: told.actualSeconds ?? null,
      day: this.pack.local(dueAt).day,
    };
  }
}

/** Changes in rounds that hold each clock once, its changes in order. */
function rounds(changes: readonly ClockChange[]): ClockChange[][] {
  const found: ClockChange[][] = [];
  const seen = new Map<string, number>();
  for (const change of changes) {
    const round = seen.get(change.id) ?? 0;
    (found[round] ??= []).push(change);
    seen.set(change.id, round + 1);
  }
  return found;
}
