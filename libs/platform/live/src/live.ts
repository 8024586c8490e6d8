/** Tells open consoles that rows of a topic changed; a hint after the commit, nothing depends on it (DLN-6). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';

export const LIVE_CHANNEL = 'bihuan_live';

/** PostgreSQL carries 8,000 bytes a call; an id is 37. */
const IDS_A_CALL = 150;

@Injectable()
export class Live {
  constructor(private readonly bus: WakeBus) {}

  /** Says that the row `id` of the topic has changed; told once, when the transaction has committed. */
  changed(tx: Transaction, topic: string, id: string): void {
    const ids = tx.memo(`live:${topic}`, () => {
      const noted = new Set<string>();
      tx.afterCommit(() => this.call(topic, [...noted]));
      return noted;
    });
    ids.add(id);
  }

  private call(topic: string, ids: readonly string[]): void {
    for (let from = 0; from < ids.length; from += IDS_A_CALL) {
      this.bus.call(LIVE_CHANNEL, `${topic}:${ids.slice(from, from + IDS_A_CALL).join(',')}`);
    }
  }
}
