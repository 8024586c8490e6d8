/** Each process writes every ten seconds of real time what only it knows, so that any of them can tell of all (PLG-4). */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Deployment, describeError, EngineParts } from '@bihuan/plugin-kit';
import { realNow } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { EventLoop } from './event-loop';
import { within } from './within';

const EVERY = 10_000;

/** What a process said is kept a day after its last sign, milliseconds. */
const KEPT = 86_400_000;

@Injectable()
export class ProcessSigns implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Of this process, made anew at each start. */
  readonly id = randomUUID();
  private readonly logger = new Logger('Engine');
  private readonly startedAt = realNow();
  private timer: NodeJS.Timeout | undefined;
  private giving: Promise<void> | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly deployment: Deployment,
    private readonly parts: EngineParts,
    private readonly loop: EventLoop,
  ) {}

  onApplicationBootstrap(): void {
    const tick = () => {
      this.giving ??= this.give().finally(() => (this.giving = undefined));
    };
    this.timer = setInterval(tick, EVERY);
    this.timer.unref();
    tick();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.giving;
    await this.quietly(() =>
      this.work.query('update engine.process set ended_at = $2, seen_at = $2 where id = $1', [this.id, realNow()]),
    );
  }

  /** One sign. Never throws. */
  async give(): Promise<void> {
    await this.quietly(async () => {
      const now = realNow();
      const parts = JSON.stringify(await this.here());
      await this.work.query(
        `insert into engine.process (id, role, host, pid, started_at, seen_at, parts) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set seen_at = excluded.seen_at, parts = excluded.parts`,
        [this.id, this.deployment.settings.role, hostname(), process.pid, this.startedAt, now, parts],
      );
      await this.work.query('delete from engine.process where seen_at < $1', [new Date(now.getTime() - KEPT)]);
    });
  }

  private async here(): Promise<Record<string, unknown>> {
    const told = await Promise.all(
      this.parts
        .entries()
        .filter(([, { here }]) => here)
        .map(async ([name, part]) => [name, (await within(() => part.here?.())) ?? null] as const),
    );
    const memory = process.memoryUsage.rss();
    return { ...Object.fromEntries(told), process: { memory, loop: this.loop.look() } };
  }

  private async quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(`no sign of the process was written: ${describeError(error)}`);
    }
  }
}
