/** CMP-4c: a stage ran out in spite of its warning: the suite issues a supervision order, once. */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FiredStep } from '@bihuan/alarms';
import { StepHandlers } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { complaint as matter } from '../../complaint.matter';
import { complaints } from '../../data/complaint.store';
import { SUPERVISE } from '../../deadlines/stages.deadline';
import { isClosed } from '../../domain/complaint.state';
import { SupervisionBook } from './supervision-book.handler';

@Injectable()
export class IgnoredWarning implements OnModuleInit {
  constructor(
    private readonly handlers: StepHandlers,
    private readonly book: SupervisionBook,
    private readonly matters: Matters,
  ) {}

  onModuleInit(): void {
    this.handlers.add(SUPERVISE, { fire: (tx, step) => this.fire(tx, step) });
  }

  private async fire(tx: Transaction, { subject, deadline }: FiredStep): Promise<void> {
    if (deadline.state === 'met' || deadline.state === 'cancelled') return;
    const complaint = await complaints.lock(tx, subject.id);
    if (isClosed(complaint)) return;
    const order = await this.book.automatic(tx, complaint, deadline);
    await this.matters.keep(tx, matter, complaint, {
      row: { ...complaint, supervised: complaint.supervised + 1 },
      action: 'supervised',
      data: { order: order.number, ground: order.ground, stage: order.stage, unitId: order.unitId, automatic: true },
    });
  }
}
