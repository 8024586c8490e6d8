/** An appeal names a complaint as its earlier handling: the complaint knows it, and is counted so (APL-1, CMP-8d). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { appealLinked } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import { complaints } from '../data/complaint.store';
import { Acting } from '../use-cases/act-on-complaint/acting.handler';

@Injectable()
export class OnAppealLinked implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly acting: Acting,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'complaints.on-appeal-linked',
      event: appealLinked,
      fromBeginning: true,
      handle: async (tx, { payload: { complaintId, number } }) => {
        const [before] = await complaints.find(tx, 'r.id = $1 for update', [complaintId]);
        if (!before || before.appealNumber === number) return;
        const row = { ...before, appealNumber: number };
        await this.acting.keep(tx, before, { row, action: 'appealed', data: { appeal: number } });
      },
    });
  }
}
