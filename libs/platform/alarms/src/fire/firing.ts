/** Fires what is due: claimed in batches, each step once in effect, one bad step alone (DLN-2). */
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@bihuan/clock';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import type { Claim, ClaimedStep } from './claim.sql';
import { claimDue, claimMore } from './claim.sql';
import type { Failure } from './fired.store';
import { markFailed, markFired } from './fired.store';
import { FiringGroup } from './group';
import { Repeats } from './repeats';

/** Steps a transaction: a storm costs hundreds of statements, and no use case waits long for a row. */
const BATCH = 200;

/** What else is due of the same subjects is taken along up to this, so that their notices become one. */
const MORE = 2_000;

/** Steps that waited longer than this were due while nothing ran, milliseconds. */
const DOWNTIME = 120_000;

/** One worker at a time catches up after downtime: two would tell a person twice about one subject. */
const CATCH_UP_LOCK = 7_201_011;

/** A use case that holds a row has its way: the step gives up before PostgreSQL calls it a deadlock. */
const PATIENCE = '250ms';

/** Looks at rows that somebody holds while the manual clock waits, and milliseconds between two of them. */
const LOOKS = 400;
const LOOK_AGAIN = 25;

interface Batch {
  readonly downtime: boolean;
  /** As they are now. */
  readonly deadlines: Map<string, DeadlineRow>;
  readonly fired: ClaimedStep[];
  readonly failures: Failure[];
}

@Injectable()
export class Firing {
  private readonly logger = new Logger(Firing.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly group: FiringGroup,
    private readonly repeats: Repeats,
  ) {}

  /** The instant of the next armed step, past ones included. */
  async nextDue(): Promise<Date | null> {
    const [row] = await this.work.query<{ at: Date | null }>(
      "select min(next_at) as at from alarms.step where state = 'armed'",
    );
    return row?.at ?? null;
  }

  /** Fires all that is due now; several processes may do so at once. Answers how many steps were tried. */
  async fireDue(): Promise<number> {
    let count = 0;
    for (let look = 0; ;) {
      const fired = await this.batch();
      count += fired;
      if (fired > 0) continue;
      // The manual clock goes on only when nothing is due any more; what is due but held is being dealt with.
      if (!this.clock.manual || ++look > LOOKS || !(await this.isDue())) return count;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
  }

  private async isDue(): Promise<boolean> {
    const next = await this.nextDue();
    return next !== null && next <= (await this.work.now());
  }

  private async batch(): Promise<number> {
    return this.work.run(systemActor('deadlines'), async (tx) => {
      const [state] = await tx.query<{ oldest: Date | null }>(
        `select set_config('lock_timeout', '${PATIENCE}', true),
           (select min(next_at) from alarms.step where state = 'armed') as oldest`,
      );
      if (!state?.oldest || state.oldest > tx.now) return 0;
      const downtime = !this.clock.manual && tx.now.getTime() - state.oldest.getTime() > DOWNTIME;
      if (downtime && !(await catchesUpAlone(tx))) return 0;
      const { steps, deadlines } = await this.claim(tx, downtime);
      if (steps.length === 0) return 0;
      const batch: Batch = { downtime, deadlines: new Map(deadlines), fired: [], failures: [] };
      await this.fire(tx, steps, batch);
      await markFired(tx, batch.fired);
      const parked = await markFailed(tx, batch.failures, this.clock.manual);
      await this.repeats.arm(tx, [...batch.fired, ...parked], batch.deadlines);
      for (const { step, error } of batch.failures) this.logger.warn(said(step, error));
      return steps.length;
    });
  }

  private async claim(tx: Transaction, downtime: boolean): Promise<Claim> {
    const first = await claimDue(tx, BATCH, this.clock.manual);
    if (!downtime || first.steps.length === 0) return first;
    const subjects = [...new Set([...first.deadlines.values()].map(({ subject_id }) => subject_id))];
    const all = await claimMore(tx, MORE, subjects);
    return all.steps.length > first.steps.length ? all : first;
  }

  /** All in one savepoint; where that fails, by halves of the subjects, then step by step. */
  private async fire(tx: Transaction, steps: readonly ClaimedStep[], batch: Batch): Promise<void> {
    const outcome = await this.work.attempt(tx, () => this.group.run(tx, steps, batch.deadlines, batch.downtime));
    const [only, second] = steps;
    if (outcome.ok) {
      batch.fired.push(...steps);
      for (const [id, row] of outcome.value) batch.deadlines.set(id, row);
    } else if (only && !second) batch.failures.push({ step: only, error: outcome.error });
    else for (const part of split(steps, batch.deadlines)) await this.fire(tx, part, batch);
  }
}

async function catchesUpAlone(tx: Transaction): Promise<boolean> {
  const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [CATCH_UP_LOCK]);
  return lock?.got === true;
}

function split(steps: readonly ClaimedStep[], deadlines: Claim['deadlines']): ClaimedStep[][] {
  const bySubject = new Map<string | undefined, ClaimedStep[]>();
  for (const step of steps) {
    const subject = deadlines.get(step.deadline_id)?.subject_id;
    const group = bySubject.get(subject);
    if (group) group.push(step);
    else bySubject.set(subject, [step]);
  }
  const groups = [...bySubject.values()];
  if (groups.length === 1) return steps.map((step) => [step]);
  const middle = Math.ceil(groups.length / 2);
  return [groups.slice(0, middle).flat(), groups.slice(middle).flat()];
}

const said = (step: ClaimedStep, error: unknown): string =>
  `step ${step.key} of deadline ${step.deadline_id} failed (try ${step.attempts + 1}): ` +
  (error instanceof Error ? error.name : 'unknown error');
