/** Moves the manual clock: steps to each due instant, fires it, drains what follows, then goes on (api.md). */
import type { DataSource } from 'typeorm';
import { defineErrors } from '@bihuan/plugin-kit';
import type { Clock } from './clock';
import type { Pumps } from './pumps';

export const clockErrors = defineErrors({
  'clock-backwards': {
    kind: 'invalid',
    zh: '手动时钟不能倒拨；现在是 {now}。',
    en: 'The manual clock cannot go back; it is {now} now.',
  },
});

const LOCK = 7_201_001;

export class ClockMover {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly pumps: Pumps,
  ) {}

  /** Answers when nothing is due or pending at `target`. One move at a time. */
  async moveTo(target: Date): Promise<Date> {
    return this.alone(async () => {
      const start = await this.clock.now();
      if (target < start) throw clockErrors['clock-backwards']({ params: { now: start.toISOString() } });
      await this.pumps.drain();
      for (;;) {
        const due = await this.pumps.nextDue();
        if (!due || due > target) break;
        if (due <= (await this.clock.now())) throw new Error(`Something due at ${due.toISOString()} does not end.`);
        await this.set(due);
        await this.pumps.drain();
      }
      await this.set(target);
      await this.pumps.drain();
      return target;
    });
  }

  /** Does what is due or pending at the present time; never while the clock is moved, so that a move is a barrier. */
  async settle(): Promise<void> {
    await this.alone(() => this.pumps.drain());
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.db.createQueryRunner();
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      return await work();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [LOCK]);
      await runner.release();
    }
  }

  private async set(now: Date): Promise<void> {
    await this.db.query('update clock.manual_clock set now = $1', [now]);
  }
}
