/**
 * The clocks' own steps, which need no room's code: their states are written set-based as they fall due, and what
 * timeline, people and other rooms hear of them follows in batches, each once (DLN-2). A storm of breaches is thereby
 * decided in seconds, whatever the telling costs.
 */
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { GroupAttempts } from './attempts';
import { claimUntold, fireOwnStates, lookForDue } from './claim.sql';
import type { Failure } from './fired.store';
import { markFailed } from './fired.store';
import { Repeats } from './repeats';

/** Clocks and steps a statement: no use case waits long for one of their rows. */
const CLOCKS = 1_000;
const TELLINGS = 1_000;

/** Steps that waited longer than this were due while nothing ran, milliseconds. */
const DOWNTIME = 120_000;

export const isDowntime = (oldest: Date, now: Date): boolean => now.getTime() - oldest.getTime() > DOWNTIME;

const actor = systemActor('deadlines');

export interface Told {
  readonly steps: number;
  /** There were as many as one batch takes: more may wait. */
  readonly full: boolean;
  readonly failures: readonly Failure[];
}

@Injectable()
export class OwnSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: GroupAttempts,
    private readonly repeats: Repeats,
  ) {}

  /** Writes states of what is due, a batch. Answers how many steps fired; none after downtime, when notices are merged. */
  fire(): Promise<number> {
    return this.work.run(actor, async (tx) => {
      const due = await lookForDue(tx);
      if (!due.oldest || due.oldest > tx.now || isDowntime(due.oldest, tx.now)) return 0;
      return fireOwnStates(tx, CLOCKS, due);
    });
  }

  /** Tells a batch of what has fired; nothing while another process does so. */
  tell(): Promise<Told> {
    return this.work.run(actor, async (tx) => {
      const claim = await claimUntold(tx, TELLINGS);
      if (claim.steps.length === 0) return { steps: 0, full: false, failures: [] };
      const { fired, failures, deadlines } = await this.attempts.run(tx, claim, false);
      await markFailed(tx, failures, false, 'fired');
      await this.repeats.arm(tx, fired, deadlines);
      return { steps: claim.steps.length, full: claim.steps.length === TELLINGS, failures };
    });
  }
}
