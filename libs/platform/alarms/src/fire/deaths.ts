/** Steps that were in hand when their process died: a failed try each, from then on alone, parked in the end (DLN-2; R15). */
import { Injectable, Logger } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { InHand, ProcessDied } from '@bihuan/outbox';
import { readDeadlines } from '../data/deadline.store';
import type { ClaimedStep } from './claim.sql';
import { claimDead } from './claim.sql';
import { markFailed } from './fired.store';
import { Repeats } from './repeats';

const STEPS = 'steps';

/** Looked for once in so many milliseconds. */
const EVERY = 1_000;

/** A step and its tries so far. */
const thingOf = ({ deadline_id, round, key, n, attempts }: ClaimedStep): string =>
  [deadline_id, round, key, n, attempts].join('~');

@Injectable()
export class DeadWorkers {
  private readonly logger = new Logger(DeadWorkers.name);
  private next = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly inHand: InHand,
    private readonly repeats: Repeats,
  ) {}

  /** Before handlers get them. */
  take(steps: readonly ClaimedStep[]): Promise<void> {
    return this.inHand.take(STEPS, steps.map(thingOf));
  }

  /** Before anything is claimed: what killed one process is not to kill the next with the same neighbours. */
  async settle(): Promise<void> {
    if (performance.now() < this.next) return;
    this.next = performance.now() + EVERY;
    await this.work.run(systemActor('deadlines'), async (tx) => {
      const things = new Set(await this.inHand.left(tx, STEPS));
      if (things.size === 0) return;
      const claimed = await claimDead(
        tx,
        [...things].map((thing) => thing.split('~')[0] as string),
      );
      const failures = claimed
        .filter((step) => things.has(thingOf(step)))
        .map((step) => ({ step, error: new ProcessDied() }));
      if (failures.length === 0) return;
      const parked = await markFailed(tx, failures, false, 'armed', () => 0);
      const rows = await readDeadlines(tx, [...new Set(parked.map(({ deadline_id }) => deadline_id))]);
      await this.repeats.arm(tx, parked, new Map(rows.map((row) => [row.id, row])));
      this.logger.warn(`a process died with ${failures.length} steps in hand, ${parked.length} of them parked`);
    });
  }
}

/** What was in hand when a process died is tried alone, and after all others. */
export function apart(steps: readonly ClaimedStep[]): readonly ClaimedStep[] {
  const others = steps.filter(({ died }) => !died);
  return others.length > 0 ? others : steps.slice(0, 1);
}
