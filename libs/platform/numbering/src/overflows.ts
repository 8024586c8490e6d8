/** Who is told when a serial outgrew its width: the 1,000th form of an officer's day (NUM-1). */
import { Registry } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';

export interface NumberOverflow {
  /** Name of the numbering in the pack: `problem-form`. */
  readonly name: string;
  /** The first number with the wider serial. */
  readonly number: string;
  /** Counter whose serial it is: the officer's day. */
  readonly counterId: string;
}

/** Called in the transaction that took the number; once a counter. */
export type OverflowListener = (tx: Transaction, overflow: NumberOverflow) => Promise<void>;

/** Rooms that want to know of an overflow add their listener here while they start. */
export class NumberOverflows extends Registry<OverflowListener> {
  constructor() {
    super('overflow listeners');
  }
}
