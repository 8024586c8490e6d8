/** Runs pumps in this process: one run a pump at a time, and once more where it was called meanwhile (DLN-2). */
import { Injectable, Logger } from '@nestjs/common';
import { Clock, ClockMover, Pumps } from '@bihuan/clock';
import { describeError } from '@bihuan/plugin-kit';

/** A run ends after this long even where work keeps coming; the next call goes on. Milliseconds. */
const RUN = 20_000;

interface Run {
  again: boolean;
  done: Promise<number>;
}

@Injectable()
export class PumpRunner {
  private readonly logger = new Logger(PumpRunner.name);
  private readonly runs = new Map<string, Run>();
  private stopped = false;

  constructor(
    private readonly pumps: Pumps,
    private readonly clock: Clock,
    private readonly mover: ClockMover,
  ) {}

  /**
   * Pumps until nothing is due or pending; never throws. A call while it runs makes it look once more. Answers the most
   * that one round did. Under the manual clock all pumps run, and never while somebody moves it: what the mover's call
   * answers must be all that is due.
   */
  run(name: string): Promise<number> {
    const key = this.clock.manual ? 'all' : name;
    const running = this.runs.get(key);
    if (running) {
      running.again = true;
      return running.done;
    }
    const run: Run = { again: true, done: Promise.resolve(0) };
    this.runs.set(key, run);
    run.done = this.rounds(key, run);
    return run.done;
  }

  /** All pumps side by side: one that hangs does not hold up the others. Answers the most that one round of each did. */
  async runAll(): Promise<number> {
    const done = await Promise.all(this.pumps.entries().map(([name]) => this.run(name)));
    return done.reduce((sum, one) => sum + one, 0);
  }

  /** Waits for what runs and runs nothing more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.runs.values()].map(({ done }) => done));
  }

  private async rounds(name: string, run: Run): Promise<number> {
    let most = 0;
    while (run.again && !this.stopped) {
      run.again = false;
      try {
        most = Math.max(most, await this.once(name));
      } catch (error) {
        this.logger.warn(`the pump ${name} stopped: ${describeError(error)}`);
      }
    }
    // In the same breath as the last look: a call from now on begins a new run.
    this.runs.delete(name);
    return most;
  }

  private async once(name: string): Promise<number> {
    if (this.clock.manual) return this.mover.settle().then(() => 0);
    const until = performance.now() + RUN;
    let most = 0;
    const pump = this.pumps.get(name);
    const full = pump?.full ?? 1;
    for (let done = full; done >= full && !this.stopped && performance.now() < until;) {
      done = (await pump?.pump()) ?? 0;
      most = Math.max(most, done);
    }
    return most;
  }
}
