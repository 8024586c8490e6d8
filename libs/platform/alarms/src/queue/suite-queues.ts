/** The queues of this worker process: `alarms` with one job a due second, `events` with calls for help (DLN-2). */
import { Injectable, Logger } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { Deployment } from '@bihuan/plugin-kit';
import type { Backend, JobQueue, JobWorker } from './backend';
import { createBackend } from './backend';

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
  workers: JobWorker[];
}

/** A queue that does not answer is left alone: the sweeper needs none. Milliseconds. */
const LIMIT = 2_000;

@Injectable()
export class SuiteQueues {
  private readonly logger = new Logger(SuiteQueues.name);
  private opened: Opened | undefined;
  private lastError: string | undefined;

  constructor(private readonly deployment: Deployment) {}

  /** Opens queues and workers; only where workers run. What fails is tried again by `refresh`. */
  async open(wakers: Wakers): Promise<void> {
    const backend = createBackend(this.deployment.settings, (error) => this.failed(error));
    await this.within(backend.prepare());
    const opened: Opened = {
      backend,
      alarms: backend.queue('alarms'),
      events: backend.queue('events'),
      workers: [],
    };
    for (const queue of [opened.alarms, opened.events]) queue.on('error', (error) => this.failed(error));
    this.opened = opened;
    this.listen(opened, wakers);
  }

  /** One delayed job a second, in seconds since 1970; a job that waits already is left as it is. */
  async alarmAt(seconds: readonly number[]): Promise<void> {
    if (!this.opened || seconds.length === 0) return;
    const now = realNow().getTime();
    await this.within(
      this.opened.alarms.addBulk(
        seconds.map((second) => ({
          name: 'alarm',
          data: { second },
          opts: { jobId: `alarm-${second}`, delay: Math.max(0, second * 1_000 - now) },
        })),
      ),
    );
  }

  /** Asks another worker to deliver events too. */
  async callForHelp(): Promise<void> {
    if (this.opened) await this.within(this.opened.events.addBulk([{ name: 'deliver', data: {} }]));
  }

  /** After alarms failed to come: BullMQ's tables are made again where they are gone, and its workers start afresh. */
  async refresh(wakers: Wakers): Promise<void> {
    const { opened } = this;
    if (!opened) return;
    this.logger.warn('alarms did not come in time: the queue workers are started afresh');
    await this.within(opened.backend.prepare());
    const old = opened.workers;
    this.listen(opened, wakers);
    await Promise.allSettled(old.map((worker) => worker.close(true)));
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    if (!opened) return;
    await Promise.allSettled(opened.workers.map((worker) => worker.close()));
    await Promise.allSettled([opened.alarms.close(), opened.events.close()]);
    await opened.backend.close().catch((error: unknown) => this.failed(error));
  }

  private listen(opened: Opened, wakers: Wakers): void {
    opened.workers = [
      opened.backend.worker('alarms', ({ data }) => wakers.alarm(data.second ?? 0)),
      opened.backend.worker('events', () => wakers.events()),
    ];
    for (const worker of opened.workers) worker.on('error', (error) => this.failed(error));
  }

  private async within(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`the queue did not answer within ${LIMIT} ms`)), LIMIT);
    });
    try {
      await Promise.race([work, late]);
      this.lastError = undefined;
    } catch (error) {
      this.failed(error);
      // It may still settle when the queue is back.
      work.catch((later: unknown) => this.failed(later));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Said once, not at each try: a queue that is down fails many times a second. */
  private failed(error: unknown): void {
    const said = error instanceof Error ? error.message : 'unknown error';
    if (this.opened && said !== this.lastError) this.logger.warn(`queue: ${said}`);
    this.lastError = said;
  }
}
