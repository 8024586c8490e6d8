/**
 * The clocks' own steps, which need no room's code: their states are written set-based as they fall due, and what
 * timeline, people and other rooms hear of them follows in batches, each once (DLN-2). A storm of breaches is thereby
 * decided in seconds, whatever the telling costs.
 */
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { GroupAttempts } from './attempts';
import { claimUntold, fireOwnStates } from './claim.sql';
import type { Failure } from './fired.store';
import { markFailed, markTold } from './fired.store';
import { Repeats } from './repeats';

/** Steps a statement: no use case waits long for one of their rows. */
const STATES = 2_000;
const TELLINGS = 500;

const actor = systemActor('deadlines');

export interface Told {
  readonly steps: number;
  readonly failures: readonly Failure[];
}

@Injectable()
export class OwnSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: GroupAttempts,
    private readonly repeats: Repeats,
  ) {}

  /** Writes states of what is due, a batch. Answers how many steps fired. */
  fire(): Promise<number> {
    return this.work.run(actor, (tx) => fireOwnStates(tx, STATES));
  }

  /** Tells a batch of what has fired; several processes may do so at once. */
  tell(): Promise<Told> {
    return this.work.run(actor, async (tx) => {
      const claim = await claimUntold(tx, TELLINGS);
      if (claim.steps.length === 0) return { steps: 0, failures: [] };
      const { fired, failures, deadlines } = await this.attempts.run(tx, claim, false);
      await markTold(tx, fired);
      await markFailed(tx, failures, false, 'fired');
      await this.repeats.arm(tx, fired, deadlines);
      return { steps: claim.steps.length, failures };
    });
  }
}
