/** Fires what is due: claimed in batches, each step once in effect, one bad step alone (DLN-2). */
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@bihuan/clock';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { limitStatements } from '@bihuan/outbox';
import { GroupAttempts } from './attempts';
import type { Claim, ClaimedStep } from './claim.sql';
import { claimDue, claimMore, PATIENCE } from './claim.sql';
import { apart, type Apart, DeadWorkers } from './deaths';
import { isBusy, lockAgain, markFailed, markFired } from './fired.store';
import { StepNeverSettled } from './group';
import { isDowntime, OwnSteps } from './own-steps';
import { Repeats } from './repeats';

/** Steps a transaction: a storm costs hundreds of statements, and no use case waits long for a row. */
const BATCH = 200;

/** What else is due of the same subjects is taken along up to this, so that their notices become one. */
const MORE = 2_000;

/** One worker at a time catches up after downtime: two would tell a person twice about one subject. */
const CATCH_UP_LOCK = 7_201_011;

/** Looks at rows that somebody holds while the manual clock waits, and milliseconds between two of them. */
const LOOKS = 400;
const LOOK_AGAIN = 25;

@Injectable()
export class Firing {
  private readonly logger = new Logger(Firing.name);
  private told: Promise<void> | undefined;
  private allTold = (): void => undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly own: OwnSteps,
    private readonly attempts: GroupAttempts,
    private readonly repeats: Repeats,
    private readonly deaths: DeadWorkers,
  ) {}

  /** The instant of the next armed step, past ones included. */
  async nextDue(): Promise<Date | null> {
    const [row] = await this.work.query<{ at: Date | null }>(
      "select min(next_at) as at from alarms.step where state = 'armed'",
    );
    return row?.at ?? null;
  }

  /** Settles when all of a storm is told; nothing where there is none. */
  get storm(): Promise<void> | undefined {
    return this.told;
  }

  /** Fires all that is due now; several processes may do so at once. Answers how many steps were tried. */
  async fireDue(): Promise<number> {
    try {
      return await this.rounds();
    } finally {
      this.told = undefined;
      this.allTold();
    }
  }

  private async rounds(): Promise<number> {
    await this.deaths.settle();
    let count = 0;
    for (let look = 0; ;) {
      const fired = (await this.ownStates()) || (await this.batch().catch((error: unknown) => this.failed(error)));
      count += fired;
      if (fired > 0) continue;
      if (await this.tell()) continue;
      // The manual clock goes on only when nothing is due any more; what is due but held is being dealt with.
      if (!this.clock.manual || ++look > LOOKS || !(await this.isDue())) return count;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
  }

  /** The manual clock's instants are few at a time, and after downtime notices are merged: both go step by step. */
  private async ownStates(): Promise<number> {
    return this.clock.manual ? 0 : this.own.fire().catch((error: unknown) => this.failed(error));
  }

  private async tell(): Promise<boolean> {
    try {
      const { steps, full, failures } = await this.own.tell();
      if (full) this.told ??= new Promise((over) => (this.allTold = over));
      for (const { step, error } of failures) this.logger.warn(said(step, error));
      return steps > failures.length;
    } catch (error) {
      return (await this.givenUp(error, 'fired')) > 0;
    }
  }

  private async isDue(): Promise<boolean> {
    const next = await this.nextDue();
    return next !== null && next <= (await this.work.now());
  }

  private async batch(): Promise<number> {
    let leave = (): void => undefined;
    const taken = async (steps: Apart): Promise<void> => void (leave = await this.deaths.take(steps));
    return this.work.run(systemActor('deadlines'), (tx) => this.fire(tx, taken)).finally(() => leave());
  }

  /** @param taken called before handlers get what was claimed */
  private async fire(tx: Transaction, taken: (steps: Apart) => Promise<void>): Promise<number> {
    const [state] = await tx.query<{ oldest: Date | null }>(
      `select ${PATIENCE}, ${limitStatements(this.attempts.limit)},
         (select min(next_at) from alarms.step where state = 'armed') as oldest`,
    );
    if (!state?.oldest || state.oldest > tx.now) return 0;
    const downtime = !this.clock.manual && isDowntime(state.oldest, tx.now);
    if (downtime && !(await catchesUpAlone(tx))) return 0;
    const { steps: claimed, deadlines: rows } = await this.claim(tx, downtime);
    if (claimed.length === 0) return 0;
    const now = apart(claimed);
    const claim = { steps: now.steps, deadlines: rows };
    await taken(now);
    const { fired, failures, deadlines } = await this.attempts.run(tx, claim, downtime);
    await markFired(tx, fired);
    const parked = await markFailed(tx, failures, this.clock.manual);
    await this.repeats.arm(tx, [...fired, ...parked], deadlines);
    for (const { step, error } of failures) this.logger.warn(said(step, error));
    return claim.steps.length;
  }

  /** PostgreSQL waits for a row that is being updated also where it is to pass over it: then the next look has it. */
  private async failed(error: unknown): Promise<number> {
    return isBusy(error) ? 0 : this.givenUp(error, 'armed');
  }

  /** Of a handler that never settles: its transaction was taken back, the try is noted in one of its own. */
  private async givenUp(error: unknown, state: 'armed' | 'fired'): Promise<number> {
    if (!(error instanceof StepNeverSettled)) throw error;
    const { step } = error;
    return this.work.run(systemActor('deadlines'), async (tx) => {
      const row = await lockAgain(tx, step, state);
      if (!row) return 1;
      const parked = await markFailed(tx, [{ step, error }], this.clock.manual, state);
      await this.repeats.arm(tx, parked, new Map([[row.id, row]]));
      this.logger.warn(said(step, error));
      return 1;
    });
  }

  private async claim(tx: Transaction, downtime: boolean): Promise<Claim> {
    const first = await claimDue(tx, BATCH, this.clock.manual);
    if (!downtime || first.steps.length === 0) return first;
    const subjects = [...new Set([...first.deadlines.values()].map(({ subject_id }) => subject_id))];
    const all = await claimMore(tx, MORE, subjects);
    return all.steps.length > first.steps.length ? all : first;
  }
}

async function catchesUpAlone(tx: Transaction): Promise<boolean> {
  const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [CATCH_UP_LOCK]);
  return lock?.got === true;
}

const said = (step: ClaimedStep, error: unknown): string =>
  `step ${step.key} of deadline ${step.deadline_id} failed (try ${step.attempts + 1}): ` +
  (error instanceof Error ? error.name : 'unknown error');
