/** Tells the workers, after the commit, that a step falls due soon: requests themselves never touch a queue (DLN-2). */
import { Injectable } from '@nestjs/common';
import { Clock, realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';

export const ALARM_CHANNEL = 'bihuan_alarms';

/** Steps further away than this get their alarm from the sweeper, milliseconds. */
export const HORIZON = 10 * 60_000;

/** The whole second of an instant, since 1970. */
export const epochSecond = (at: Date): number => Math.ceil(at.getTime() / 1_000);

@Injectable()
export class AlarmCalls {
  constructor(
    private readonly clock: Clock,
    private readonly bus: WakeBus,
  ) {}

  /** Notes a step that was armed; told once a second and transaction, when it has committed. */
  armed(tx: Transaction, at: Date): void {
    // The manual clock's mover walks from one due instant to the next by itself; only what is due already is told.
    const until = this.clock.manual ? tx.now : new Date(realNow().getTime() + HORIZON);
    if (at > until) return;
    const seconds = tx.memo('alarms:calls', () => {
      const noted = new Set<number>();
      tx.afterCommit(() => noted.forEach((second) => this.bus.call(ALARM_CHANNEL, String(second))));
      return noted;
    });
    seconds.add(epochSecond(at));
  }
}
