/** Who recomputes when a calendar changes: open deadlines that use it (CAL-4). */
import { Registry } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';

/** Called in the transaction of the change, after its rows were written; `Calendars.read(tx, code)` sees the new rows. */
export type CalendarListener = (tx: Transaction, codes: readonly string[]) => Promise<void>;

/** Rooms whose records lean on calendars add their listener here while they start. */
export class CalendarChanged extends Registry<CalendarListener> {
  constructor() {
    super('calendar listeners');
  }

  async tell(tx: Transaction, codes: readonly string[]): Promise<void> {
    for (const listener of this.values()) await listener(tx, codes);
  }
}
