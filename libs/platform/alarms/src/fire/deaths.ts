/** Steps that were in hand when their process died: a failed try each, from then on alone, parked in the end (DLN-2; R15). */
import { Injectable, Logger } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { InHand, ProcessDied } from '@bihuan/outbox';
import { readDeadlines } from '../data/deadline.store';
import type { ClaimedStep } from './claim.sql';
import { claimDead } from './claim.sql';
import { markFailed } from './fired.store';
import { Repeats } from './repeats';

const STEPS = 'steps';

/** A step and its tries so far. */
const thingOf = ({ deadline_id, round, key, n, attempts }: ClaimedStep): string =>
  [deadline_id, round, key, n, attempts].join('~');

@Injectable()
export class DeadWorkers {
  private readonly logger = new Logger(DeadWorkers.name);

  constructor(
    private readonly inHand: InHand,
    private readonly repeats: Repeats,
  ) {}

  /** Before handlers get them. @returns to be called when their transaction is over */
  take({ steps, alone }: Apart): Promise<() => void> {
    return this.inHand.take(STEPS, steps.map(thingOf), alone);
  }

  /** Before anything is claimed. */
  settle(): Promise<void> {
    return this.inHand.settle(STEPS, 'deadlines', (tx, things) => this.failed(tx, new Set(things)));
  }

  private async failed(tx: Transaction, things: ReadonlySet<string>): Promise<void> {
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
  }
}

/** Steps that are tried now. */
export interface Apart {
  readonly steps: readonly ClaimedStep[];
  /** One that was in hand when a process died. */
  readonly alone: boolean;
}

/** What was in hand when a process died is tried alone, and after all others. */
export function apart(steps: readonly ClaimedStep[]): Apart {
  const others = steps.filter(({ died }) => !died);
  return others.length > 0 ? { steps: others, alone: false } : { steps: steps.slice(0, 1), alone: true };
}
