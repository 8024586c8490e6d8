/** Events that were in hand when their process died: a failed try each, from then on alone, parked in the end (EVT-1; R15). */
import { Injectable, Logger } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { ATTEMPTS, lockForDead, markFailed } from './delivery.store';
import { DIED, InHand } from './in-hand';

export const EVENTS_IN_HAND = 'events';

@Injectable()
export class DeadDeliverers {
  private readonly logger = new Logger(DeadDeliverers.name);

  constructor(private readonly inHand: InHand) {}

  /** Before anything is claimed. */
  settle(): Promise<void> {
    return this.inHand.settle(EVENTS_IN_HAND, 'outbox', (tx, things) => this.failed(tx, things));
  }

  private async failed(tx: Transaction, things: readonly string[]): Promise<void> {
    const rows = await lockForDead(tx, things);
    for (const { id, attempts } of rows) {
      const state = attempts + 1 >= ATTEMPTS ? 'parked' : 'pending';
      await markFailed(tx, id, { state, attempts: attempts + 1, error: DIED, tryAt: null });
    }
    if (rows.length > 0) this.logger.warn(`a process died with ${rows.length} events in hand`);
  }
}
