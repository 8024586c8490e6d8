/** The worker side of a process: listens for calls, takes alarms, sweeps; an API process does none of it (PLG-4). */
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Clock, PUMP_CHANNEL, realNow } from '@bihuan/clock';
import { WakeBus } from '@bihuan/database';
import { NOTICE_PUMPS, NOTICES_CHANNEL } from '@bihuan/notices';
import { OUTBOX_CHANNEL } from '@bihuan/outbox';
import { Deployment } from '@bihuan/plugin-kit';
import { Firing } from '../fire/firing';
import { ALARM_CHANNEL, epochSecond } from './alarm-calls';
import { PumpRunner } from './pump-runner';
import { SuiteQueues, type Wakers } from './suite-queues';
import { Sweeper } from './sweeper';

/** A round that delivered so many events left more behind. */
const FULL = 400;

/** Others are called that seldom: a call is a job, and in a storm every round is full. Milliseconds. */
const CALL_EVERY = 1_000;

/** Between the beginnings of two rounds of delivery while events keep coming, milliseconds. */
const GATHER = 100;

@Injectable()
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly wakers: Wakers = {
    alarm: (second) => this.alarm(second),
    events: () => this.deliver(),
  };
  /** Seconds to come that were called for already. */
  private readonly called = new Set<number>();
  private nextCall = 0;
  private nextRound = 0;
  private gathering: NodeJS.Timeout | undefined;

  constructor(
    private readonly deployment: Deployment,
    private readonly clock: Clock,
    private readonly bus: WakeBus,
    private readonly runner: PumpRunner,
    private readonly queues: SuiteQueues,
    private readonly sweeper: Sweeper,
    private readonly firing: Firing,
  ) {}

  /** After every room has added its handlers. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.deployment.runsWorkers) return;
    await this.bus.listen(OUTBOX_CHANNEL, () => void this.afterStorm(() => this.deliverSoon()));
    await this.bus.listen(NOTICES_CHANNEL, () => {
      void this.afterStorm(() => NOTICE_PUMPS.forEach((pump) => void this.runner.run(pump)));
    });
    await this.bus.listen(PUMP_CHANNEL, (name) => void this.runner.run(name));
    await this.bus.listen(ALARM_CHANNEL, (second) => void this.wanted(Number(second)));
    await this.queues.open(this.wakers);
    this.sweeper.start();
  }

  /** Before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.gathering);
    await this.sweeper.stop();
    await this.queues.close();
    await this.runner.stop();
  }

  private async wanted(second: number): Promise<void> {
    const now = epochSecond(realNow());
    if (this.clock.manual || second <= now) return void (await this.runner.run('alarms'));
    // Many clocks fall due in one second: it needs one alarm. What is lost of it the sweeper arms again.
    if (this.called.has(second)) return;
    for (const past of this.called) if (past <= now) this.called.delete(past);
    this.called.add(second);
    await this.queues.alarmAt([second]);
  }

  /** A second that is not over yet, by our clock or PostgreSQL's, gets another alarm. */
  private async alarm(second: number): Promise<void> {
    await this.runner.run('alarms');
    const next = await this.firing.nextDue();
    const now = epochSecond(realNow());
    if (next && epochSecond(next) <= Math.max(second, now)) await this.queues.alarmAt([now + 1]);
  }

  /**
   * What follows from a storm waits until all of it is told: it needs the same cores, and the last person is told so much
   * sooner. The sweeper waits for nobody, so that nothing stands for longer than half a minute.
   */
  private async afterStorm(work: () => void): Promise<void> {
    await this.firing.storm;
    work();
  }

  /** The first call at once; of those that follow one round takes what came meanwhile: many events cost little more than one. */
  private deliverSoon(): void {
    if (this.clock.manual) return void this.deliver();
    const wait = Math.max(0, this.nextRound - performance.now());
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.nextRound = performance.now() + GATHER;
      void this.deliver();
    }, wait);
  }

  private async deliver(): Promise<void> {
    const delivered = await this.runner.run('outbox');
    if (delivered < FULL || performance.now() < this.nextCall) return;
    this.nextCall = performance.now() + CALL_EVERY;
    await this.queues.callForHelp();
  }
}
