/** How long the event loop of this process stood still: a blocked loop lets locks run out and alarms come late (R5). */
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import type { ReadyFinding } from '@bihuan/http';
import { ReadyChecks } from '@bihuan/http';

/** Milliseconds between two looks of the histogram. */
const RESOLUTION = 20;

/** A loop that stood still so long is an alarm, milliseconds. */
export const TOO_LONG = 1_000;

/** It is told for so long after, milliseconds of real time. */
const TOLD = 60_000;

const NANO = 1e6;

export interface LoopDelay {
  /** Since the last look, milliseconds. */
  readonly p99: number;
  readonly max: number;
  /** When it last stood still too long, and how long. */
  readonly alarm: { readonly at: Date; readonly milliseconds: number } | null;
}

export const loopBlocked = (milliseconds: number): ReadyFinding => ({
  code: 'event-loop-lag',
  zh: `本进程的事件循环曾停顿 ${milliseconds} 毫秒，定时和接口可能变慢。`,
  en: `The event loop of this process stood still for ${milliseconds} ms: alarms and answers may be late.`,
});

@Injectable()
export class EventLoop implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  private alarm: LoopDelay['alarm'] = null;

  constructor(private readonly checks: ReadyChecks) {}

  onModuleInit(): void {
    this.checks.add('event-loop', () => Promise.resolve(this.finding()));
  }

  /** What the start took is no alarm. */
  onApplicationBootstrap(): void {
    this.histogram.enable();
    this.histogram.reset();
  }

  onApplicationShutdown(): void {
    this.histogram.disable();
  }

  /** Since the look before; forgets it. */
  look(): LoopDelay {
    const { max, p99 } = this.measured();
    this.histogram.reset();
    return { p99, max, alarm: this.alarm };
  }

  private finding(): ReadyFinding | undefined {
    this.measured();
    const { alarm } = this;
    const recent = alarm && realNow().getTime() - alarm.at.getTime() < TOLD;
    return recent ? loopBlocked(alarm.milliseconds) : undefined;
  }

  private measured(): { max: number; p99: number } {
    const [max, p99] = this.histogram.count === 0 ? [0, 0] : [this.histogram.max, this.histogram.percentile(99)];
    const milliseconds = Math.round(max / NANO);
    if (milliseconds > TOO_LONG && milliseconds !== this.alarm?.milliseconds)
      this.alarm = { at: realNow(), milliseconds };
    return { max: milliseconds, p99: Math.round(p99 / NANO) };
  }
}
