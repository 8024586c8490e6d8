/** The revisit module called: satisfied files the case, not satisfied goes the pack's way (CMP-9, CMP-9a, CMP-9b). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { matterRevisited } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Subscribers } from '@bihuan/outbox';
import { complaints } from '../data/complaint.store';
import { complaintActions } from '../domain/actions.rules';
import type { Complaint } from '../domain/complaint.state';
import { Acting } from '../use-cases/act-on-complaint/acting.handler';
import { Closure } from '../use-cases/act-on-complaint/closure.handler';
import { RevisitBook } from '../use-cases/act-on-complaint/revisit-book.handler';

interface Call {
  readonly id: string;
  readonly round: number;
  readonly satisfied: boolean;
  readonly proposal: boolean;
  readonly at: Date;
  readonly words: string;
}

@Injectable()
export class OnMatterRevisited implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly acting: Acting,
    private readonly revisits: RevisitBook,
    private readonly closure: Closure,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'complaints.on-matter-revisited',
      event: matterRevisited,
      handle: async (tx, { payload, personal }) => {
        const { subject, round, satisfied, proposal = false, revisitedAt } = payload;
        if (subject.module !== 'complaints' || subject.kind !== 'complaint') return;
        const words = personal?.words ?? '';
        await this.note(tx, { id: subject.id, round, satisfied, proposal, at: new Date(revisitedAt), words });
      },
    });
  }

  /** A case that went into another round since is past this call, or was called by its own side. */
  private async note(tx: Transaction, call: Call): Promise<void> {
    const before = await complaints.lock(tx, call.id);
    if (before.round !== call.round || !complaintActions(before).includes('revisit')) return;
    const result = {
      satisfied: call.satisfied,
      text: call.words,
      ...(call.proposal ? { proposal: call.words || '客户提出建议' } : {}),
    };
    const after = await this.acting.keep(
      tx,
      before,
      await this.revisits.noted(tx, before, result, { by: null, at: call.at }),
    );
    if (call.satisfied && complaintActions(after).includes('file')) await this.file(tx, after);
  }

  private async file(tx: Transaction, before: Complaint): Promise<void> {
    const row: Complaint = { ...before, state: 'filed' };
    await this.closure.filed(tx, row);
    await this.acting.keep(tx, before, { row, action: 'filed', data: { by: 'revisit' } });
  }
}
