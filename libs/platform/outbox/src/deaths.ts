/** Events that were in hand when their process died: a failed try each, from then on alone, parked in the end (EVT-1; R15). */
import { Injectable, Logger } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { ATTEMPTS, lockForDead, markFailed } from './delivery.store';
import { DIED, InHand } from './in-hand';

export const EVENTS_IN_HAND = 'events';

/** Looked for once in so many milliseconds. */
const EVERY = 1_000;

@Injectable()
export class DeadDeliverers {
  private readonly logger = new Logger(DeadDeliverers.name);
  private next = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly inHand: InHand,
  ) {}

  /** Before anything is claimed: what killed one process is not to kill the next with the same neighbours. */
  async settle(): Promise<void> {
    if (performance.now() < this.next) return;
    this.next = performance.now() + EVERY;
    await this.work.run(systemActor('outbox'), async (tx) => {
      const things = await this.inHand.left(tx, EVENTS_IN_HAND);
      if (things.length === 0) return;
      const rows = await lockForDead(tx, things);
      for (const { id, attempts } of rows) {
        const state = attempts + 1 >= ATTEMPTS ? 'parked' : 'pending';
        await markFailed(tx, id, { state, attempts: attempts + 1, error: DIED, tryAt: null });
      }
      if (rows.length > 0) this.logger.warn(`a process died with ${rows.length} events in hand`);
    });
  }
}
