/** Where rooms hang on to the clocks: what a step does, and who wants to know that a due time moved. */
import { Registry } from '@bihuan/plugin-kit';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { DeadlineView } from './deadline-view';

/** A step that falls due. */
export interface FiredStep {
  readonly deadline: DeadlineView;
  readonly subject: Subject;
  /** Key of the step in its policy. */
  readonly step: string;
  /** 0 for the first time; a repeated step counts on. */
  readonly occurrence: number;
  /** When it was due; what it writes carries this instant, not the one at which the job ran (DLN-7). */
  readonly at: Date;
  /** 0 in normal running. */
  readonly lateBySeconds: number;
}

export interface StepHandler {
  /**
   * Does what the step says, in the transaction that marks it fired: once in effect. A step that fell due before its
   * deadline was met may still come after it; look at `deadline.state` where that matters. Throwing parks the step
   * after five tries.
   */
  fire(tx: Transaction, step: FiredStep): Promise<void>;
}

/**
 * Handlers by the policy step's `action`, such as `hotline.chase`. A bare word such as `supervise` is handled by the room
 * of the subject, here under `complaints.supervise`. `notify` needs none.
 */
export class StepHandlers extends Registry<StepHandler> {
  constructor() {
    super('step handlers');
  }

  /** @param module whose subject the clock belongs to */
  of(action: string, module: string): StepHandler | undefined {
    return this.get(`${module}.${action}`) ?? this.get(action);
  }
}

export interface DeadlineMove {
  readonly subject: Subject;
  readonly stage: string;
  readonly from: Date;
  readonly dueAt: Date;
}

export interface MoveListener {
  moved(tx: Transaction, move: DeadlineMove): Promise<void>;
}

/**
 * Told in the same transaction when the suite itself moved a due time: a calendar changed (CAL-4). What a room asked
 * for (resume, re-promise, change of owner) it gets as an answer, not through here.
 */
export class DeadlineMoved extends Registry<MoveListener> {
  constructor() {
    super('listeners to moved deadlines');
  }
}
