/** What reporting tells the others: a closed month stands (RPT-4). */
import { Injectable } from '@nestjs/common';
import { periodClosed } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import type { ClosedPeriod } from '../data/period.store';

@Injectable()
export class PeriodEvents {
  constructor(private readonly publisher: Publisher) {}

  async closed(tx: Transaction, { id, month, closed_at, hash }: ClosedPeriod): Promise<void> {
    await this.publisher.publish(
      tx,
      periodClosed,
      { module: 'reporting', kind: 'period', id },
      { period: month, closedAt: closed_at.toISOString(), hash },
      null,
    );
  }
}
