/** Clocks armed in a transaction and not written yet: one that ends in the same breath is written ended (DLN-3). */
import type { Subject } from '@bihuan/plugin-kit';
import type { Appended, Transaction } from '@bihuan/database';
import type { DeadlineRow } from './deadline.row';
import type { End } from './deadline.store';

/** A step that waits to be written with its clock. */
export interface FreshStep {
  readonly at: Date;
  readonly written: Appended;
}

interface Fresh {
  readonly row: DeadlineRow;
  readonly written: Appended;
  readonly steps: readonly FreshStep[];
}

export class FreshClocks {
  private readonly clocks = new Map<string, Map<string, Fresh>>();

  /** Those of this transaction. */
  static of(tx: Transaction): FreshClocks {
    return tx.memo('alarms:fresh', () => new FreshClocks());
  }

  add(fresh: Fresh): void {
    const { subject_id: id, stage } = fresh.row;
    const stages = this.clocks.get(id) ?? new Map<string, Fresh>();
    this.clocks.set(id, stages.set(stage, fresh));
  }

  /** Was anything armed for it here? A question to the database must wait until it is written. */
  has({ id }: Subject): boolean {
    return this.clocks.has(id);
  }

  /** Ends a clock that is not written yet, by the rule of `endOpen`; no answer where it is written, or not armed here. */
  end({ id }: Subject, stage: string, { state, at, reason }: End, now: Date): DeadlineRow | undefined {
    const fresh = this.clocks.get(id)?.get(stage);
    if (!fresh || fresh.row.ended_at) return undefined;
    const met = state === 'met';
    const ended = {
      state,
      ended_at: now,
      end_reason: reason,
      met_at: met ? at : null,
      late: met ? at > fresh.row.due_at : null,
    } as const;
    if (!fresh.written.amend(ended)) return undefined;
    // What never came to stand need not be kept: an ended clock has no step to come.
    for (const step of fresh.steps) if (step.at > at) step.written.drop();
    const row = { ...fresh.row, ...ended };
    this.clocks.get(id)?.set(stage, { ...fresh, row });
    return row;
  }
}
