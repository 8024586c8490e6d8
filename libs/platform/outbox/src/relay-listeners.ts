/** Who stands beside the relay: rooms that bring every event somewhere else than to a subscriber (EVT-3). */
import { Registry } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';

/**
 * Called in the relay's transaction with the rows of `outbox.event` it has just relayed, in order: each row comes once,
 * in one process. What it throws takes the round back, so it writes rows and does nothing that can be refused.
 */
export type RelayListener = (tx: Transaction, eventSeqs: readonly string[]) => Promise<void>;

export class RelayListeners extends Registry<RelayListener> {
  constructor() {
    super('listeners to the relay');
  }
}
