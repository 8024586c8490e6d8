/** Pumps: everything that happens by itself. The manual clock drives them one due instant after another (api.md). */
import { Registry } from '@bihuan/plugin-kit';

export interface Pump {
  /** The next instant at which something falls due; `null` when nothing waits. */
  nextDue(): Promise<Date | null>;
  /** Does all that is due or pending now; answers how much was done. */
  pump(): Promise<number>;
  /** A round that did less left nothing behind; what comes later has its own call. 1 unless said. */
  readonly full?: number;
}

/** Calls every worker process to run a pump soon; the payload is the pump's name (`WakeBus`). */
export const PUMP_CHANNEL = 'bihuan_pumps';

/** Rooms that do things by themselves add their pump here. */
export class Pumps extends Registry<Pump> {
  constructor() {
    super('pumps');
  }

  /** Pumps until nothing is pending; stops with an error that names the pump that never ends. */
  async drain(): Promise<void> {
    const LIMIT = 10_000;
    for (let round = 0; round < LIMIT; round++) {
      let done = 0;
      for (const pump of this.values()) done += await pump.pump();
      if (done === 0) return;
    }
    throw new Error(
      `The pumps ${this.entries()
        .map(([name]) => name)
        .join(', ')} still had work after ${LIMIT} rounds.`,
    );
  }

  /** The earliest due instant of all pumps. */
  async nextDue(): Promise<Date | null> {
    const dues = await Promise.all(this.values().map((pump) => pump.nextDue()));
    return dues.reduce<Date | null>((first, due) => (due && (!first || due < first) ? due : first), null);
  }
}
