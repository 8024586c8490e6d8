/** The queues of this worker process: `alarms` with one job a due second, `events` with calls for help (DLN-2). */
import { Injectable, Logger } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { Deployment } from '@bihuan/plugin-kit';
import type { Backend, JobQueue, JobWorker } from './backend';
import { createBackend } from './backend';
import { ErrorBurst } from './error-burst';

/** What the jobs wake. */
export interface Wakers {
  /** The second of an alarm has come. */
  alarm(second: number): Promise<void>;
  /** There are more events than one process delivers at once. */
  events(): Promise<void>;
}

interface Opened {
  readonly backend: Backend;
  readonly alarms: JobQueue;
  readonly events: JobQueue;
  readonly workers: readonly JobWorker[];
}

/** A queue as the engine page shows it; figures are `null` where it does not answer. */
export interface QueueState {
  readonly backend: 'postgresql' | 'redis';
  /** Are queues and workers open in this process? */
  readonly open: boolean;
  /** What went wrong last, until something goes well. */
  readonly error: string | null;
  readonly queues: readonly { readonly name: string; readonly counts: Readonly<Record<string, number>> | null }[];
}

/**
 * A job is taken up some milliseconds after its time, in a busy minute dozens: it comes so much before its second, and
 * the worker waits out the rest by itself. Milliseconds.
 */
const AHEAD = 100;

/** A queue that does not answer is left alone: the sweeper needs none. Milliseconds. */
const LIMIT = 2_000;

@Injectable()
export class SuiteQueues {
  private readonly logger = new Logger(SuiteQueues.name);
  private wakers: Wakers | undefined;
  private opened: Opened | undefined;
  private lastError: string | undefined;

  constructor(private readonly deployment: Deployment) {}

  /** Opens queues and workers; only where workers run. What fails is tried again by `mend`. Never throws. */
  async open(wakers: Wakers): Promise<void> {
    this.wakers = wakers;
    const backend = await createBackend(this.deployment.settings, (error) => this.failed(error));
    if (!(await this.within(backend.prepare()))) return void (await backend.close().catch(() => undefined));
    const [alarms, events] = [backend.queue('alarms'), backend.queue('events')];
    for (const queue of [alarms, events]) queue.on('error', (error) => this.failed(error));
    const workers = [
      backend.worker('alarms', async ({ data: { second = 0 } }) => {
        const early = second * 1_000 - realNow().getTime();
        if (early > 0) await new Promise((come) => setTimeout(come, early));
        await wakers.alarm(second);
      }),
      backend.worker('events', () => wakers.events()),
    ];
    this.opened = { backend, alarms, events, workers };
    for (const worker of workers) this.watch(worker);
    if (await this.within(Promise.all(workers.map((worker) => worker.waitUntilReady())))) {
      for (const worker of workers) worker.run().catch((error: unknown) => this.failed(error));
    } else await this.shut(true);
  }

  /** Opens what is shut: a queue that failed again and again, or never came up. */
  async mend(): Promise<void> {
    if (this.wakers && !this.opened) await this.open(this.wakers);
  }

  /** Shuts the queues because their alarms do not come; the next `mend` opens them afresh. */
  async distrust(reason: string): Promise<void> {
    if (!this.opened) return;
    this.logger.warn(`${reason}: the queues are opened afresh`);
    await this.shut(true);
  }

  /** One delayed job a second, in seconds since 1970; a job that waits already is left as it is. Never throws. */
  async alarmAt(seconds: readonly number[]): Promise<void> {
    if (!this.opened || seconds.length === 0) return;
    const now = realNow().getTime();
    const jobs = seconds.map((second) => ({
      name: 'alarm',
      data: { second },
      opts: { jobId: `alarm-${second}`, delay: Math.max(0, second * 1_000 - AHEAD - now) },
    }));
    await this.within(this.opened.alarms.addBulk(jobs));
  }

  /** Asks another worker to deliver events too. Never throws. */
  async callForHelp(): Promise<void> {
    if (this.opened) await this.within(this.opened.events.addBulk([{ name: 'deliver', data: {} }]));
  }

  /** Never throws. */
  async state(): Promise<QueueState> {
    const { opened } = this;
    const named = opened ? Object.entries({ alarms: opened.alarms, events: opened.events }) : [];
    const queues = await Promise.all(
      named.map(async ([name, queue]) => {
        return { name, counts: await soonOr(null, queue.getJobCounts('waiting', 'delayed', 'active', 'failed')) };
      }),
    );
    const backend = this.deployment.settings.redisUrl ? 'redis' : 'postgresql';
    return { backend, open: opened !== undefined, error: this.lastError ?? null, queues };
  }

  async close(): Promise<void> {
    this.wakers = undefined;
    await this.shut(false);
  }

  private async shut(force: boolean): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    if (!opened) return;
    await Promise.allSettled(opened.workers.map((worker) => worker.close(force)));
    await Promise.allSettled([opened.alarms.close(), opened.events.close()]);
    await opened.backend.close().catch((error: unknown) => this.failed(error));
  }

  /**
   * A BullMQ worker tries again at once after most errors, also where the next try must fail like the last: with its
   * tables gone, or PostgreSQL starting, it would do nothing else.
   */
  private watch(worker: JobWorker): void {
    const burst = new ErrorBurst();
    worker.on('error', (error) => {
      this.failed(error);
      if (burst.grows(performance.now())) void this.distrust('a queue worker only fails');
    });
  }

  /** Did it settle well in time? */
  private async within(work: Promise<unknown>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`the queue did not answer within ${LIMIT} ms`)), LIMIT);
    });
    try {
      await Promise.race([work, late]);
      this.lastError = undefined;
      return true;
    } catch (error) {
      this.failed(error);
      // It may still settle when the queue is back.
      work.catch((later: unknown) => this.failed(later));
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Said once, not at each try: a queue that is down fails many times a second. */
  private failed(error: unknown): void {
    const said = error instanceof Error ? error.message || error.name : 'unknown error';
    if (this.wakers && said !== this.lastError) this.logger.warn(`queue: ${said}`);
    this.lastError = said;
  }
}

/** What is said where the answer fails or does not come in time; a look changes nothing about the queue. */
async function soonOr<T, Else>(otherwise: Else, asked: Promise<T>): Promise<T | Else> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Else>((answer) => {
    timer = setTimeout(() => answer(otherwise), LIMIT);
  });
  try {
    return await Promise.race([asked.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}
