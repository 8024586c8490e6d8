/** Every half minute: everything due or pending is done, and the next minutes get their alarms; needs no queue (DLN-2). */
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, realNow } from '@bihuan/clock';
import { HORIZON } from './alarm-calls';
import { PumpRunner } from './pump-runner';
import { SuiteQueues } from './suite-queues';

const EVERY = 30_000;

/** Only one process sweeps at a time. */
const LOCK = 7_201_012;

/** Alarms a sweep arms: one a second. */
const MOST = HORIZON / 1_000;

/** Something due for this long was not woken by its alarm, milliseconds. */
const UNWOKEN = 20_000;

/** So many sweeps are remembered. */
const REMEMBERED = 10;

/** A sweep of this process. */
export interface Sweep {
  /** Real time. */
  readonly at: Date;
  readonly milliseconds: number;
  /** What was found due or pending: the most that one round of each pump did. */
  readonly found: number;
  /** Something due had not been woken by its alarm. */
  readonly unwoken: boolean;
}

@Injectable()
export class Sweeper {
  private readonly logger = new Logger(Sweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;
  private swept = 0;
  private readonly remembered: Sweep[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly runner: PumpRunner,
    private readonly queues: SuiteQueues,
  ) {}

  /** @param every milliseconds */
  start(every = EVERY): void {
    const tick = () => {
      this.sweeping ??= this.sweep().finally(() => (this.sweeping = undefined));
    };
    this.timer = setInterval(tick, every);
    tick();
  }

  /** The last ones of this process, the latest first. */
  get last(): readonly Sweep[] {
    return this.remembered;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** One sweep; nothing where another process is at it. Never throws. */
  async sweep(): Promise<void> {
    const runner = this.db.createQueryRunner();
    try {
      const [lock] = (await runner.query('select pg_try_advisory_lock($1) as got', [LOCK])) as { got: boolean }[];
      if (!lock?.got) return;
      try {
        // What was due before the first sweep was due while nothing ran.
        const unwoken = this.swept++ > 0 && (await this.isUnwoken());
        const at = realNow();
        const found = await this.runner.runAll();
        this.remembered.unshift({ at, milliseconds: realNow().getTime() - at.getTime(), found, unwoken });
        this.remembered.length = Math.min(this.remembered.length, REMEMBERED);
        if (unwoken) await this.queues.distrust('alarms did not come');
        await this.queues.mend();
        await this.armHorizon();
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    } catch (error) {
      this.logger.warn(`the sweep stopped: ${error instanceof Error ? error.message : 'unknown error'}`);
    } finally {
      await runner.release();
    }
  }

  private async isUnwoken(): Promise<boolean> {
    if (this.clock.manual) return false;
    const rows: unknown[] = await this.db.query(
      "select 1 from alarms.step where state = 'armed' and next_at < $1 limit 1",
      [new Date(realNow().getTime() - UNWOKEN)],
    );
    return rows.length > 0;
  }

  private async armHorizon(): Promise<void> {
    if (this.clock.manual) return;
    const rows: { second: number }[] = await this.db.query(
      `select distinct ceil(extract(epoch from next_at))::float8 as second from alarms.step
       where state = 'armed' and next_at <= $1 order by 1 limit ${MOST}`,
      [new Date(realNow().getTime() + HORIZON)],
    );
    await this.queues.alarmAt(rows.map(({ second }) => second));
  }
}
