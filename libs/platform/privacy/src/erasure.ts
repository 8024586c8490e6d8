/** Erasing a customer: every room removes his values from its own tables, then the keys go (CUS-5). */
import type { Transaction } from '@bihuan/database';
import { Registry } from '@bihuan/plugin-kit';

export interface Eraser {
  /** Overwrites or deletes this customer's personal values in the room's tables; statistics stay. Answers the rows touched. */
  erase(tx: Transaction, customerId: string): Promise<number>;
}

/** Rooms that hold personal values in plain columns add their eraser here. */
export class Erasers extends Registry<Eraser> {
  constructor() {
    super('erasers');
  }
}
