/** A group of steps in one savepoint; where that fails, by halves of the subjects, then step by step (DLN-2). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import type { Claim, ClaimedStep } from './claim.sql';
import type { Failure } from './fired.store';
import { FiringGroup, StepNeverSettled } from './group';

/** What became of claimed steps. */
export interface Attempted {
  readonly fired: readonly ClaimedStep[];
  readonly failures: readonly Failure[];
  /** As they are afterwards. */
  readonly deadlines: ReadonlyMap<string, DeadlineRow>;
}

interface Batch {
  readonly downtime: boolean;
  readonly deadlines: Map<string, DeadlineRow>;
  readonly fired: ClaimedStep[];
  readonly failures: Failure[];
}

@Injectable()
export class GroupAttempts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly group: FiringGroup,
  ) {}

  /** How long a step may take, milliseconds. */
  get limit(): number {
    return this.group.limit;
  }

  /** @param downtime notices are merged, one a person and subject */
  async run(tx: Transaction, { steps, deadlines }: Claim, downtime: boolean): Promise<Attempted> {
    const batch: Batch = { downtime, deadlines: new Map(deadlines), fired: [], failures: [] };
    await this.attempt(tx, steps, batch);
    return batch;
  }

  private async attempt(tx: Transaction, steps: readonly ClaimedStep[], batch: Batch): Promise<void> {
    const outcome = await this.work.attempt(tx, () => this.group.run(tx, steps, batch.deadlines, batch.downtime));
    // It may still be at work: this transaction is given up, and no other savepoint of it meets what it does.
    if (!outcome.ok && outcome.error instanceof StepNeverSettled) throw outcome.error;
    const [only, second] = steps;
    if (outcome.ok) {
      batch.fired.push(...steps.filter((step) => !outcome.value.ended.has(step)));
      for (const [id, row] of outcome.value.rows) batch.deadlines.set(id, row);
    } else if (only && !second) batch.failures.push({ step: only, error: outcome.error });
    else for (const part of split(steps, batch.deadlines)) await this.attempt(tx, part, batch);
  }
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
