/** The one clock (architecture.md rule 2). Rules get `now` as an argument; only this room reads the wall clock. */
import type { EntityManager } from 'typeorm';

/** Real time, for what runs on real time also under the manual clock: sessions, lock-out, leases (api.md). */
export const realNow = (): Date => new Date();

/** Where the manual clock's time is read: a transaction's connection, or any. */
export type ClockReader = Pick<EntityManager, 'query'> | { query(sql: string): Promise<unknown> };

/** The suite's time. `now` is read once a transaction, so that all its rows carry the same instant. */
export abstract class Clock {
  /** Is it a clock that stands still until somebody moves it? */
  abstract readonly manual: boolean;
  /** @param reader reads inside this transaction; without it on a connection of its own */
  abstract now(reader?: ClockReader): Promise<Date>;
}

/** The wall clock. */
export class SystemClock extends Clock {
  readonly manual = false;

  now(): Promise<Date> {
    return Promise.resolve(realNow());
  }
}

/** Time kept in the database: moved by hand, the same for all processes, kept over restarts. */
export class ManualClock extends Clock {
  readonly manual = true;

  constructor(private readonly manager: EntityManager) {
    super();
  }

  async now(reader: ClockReader = this.manager): Promise<Date> {
    const [row] = (await reader.query('select now from clock.manual_clock')) as { now: Date }[];
    if (!row) throw new Error('The manual clock has no time yet: it is set when an empty database is set up.');
    return row.now;
  }
}
