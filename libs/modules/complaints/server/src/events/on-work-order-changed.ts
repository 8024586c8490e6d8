/** Repairs are counted by the department and the day of intake, from dispatch's own facts (CMP-16, RD-42). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { workOrderChanged } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import { RepairStore } from '../data/repair.store';
import { ComplaintsPack } from '../pack.settings';
import { localDay } from '../domain/rate.rules';

@Injectable()
export class OnWorkOrderChanged implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly repairs: RepairStore,
    private readonly pack: ComplaintsPack,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'complaints.on-work-order-changed',
      event: workOrderChanged,
      fromBeginning: true,
      handle: async (tx, { payload: { caseId, version, openedAt, unitId, state, measures } }) => {
        await this.repairs.note(tx, {
          orderId: caseId,
          version,
          day: localDay(new Date(openedAt), this.pack.timezone),
          unitId,
          counts: measures['repair'] === 1 && state !== 'cancelled',
        });
      },
    });
  }
}
