/** What happens when: the earliest first, and at one instant in the order in which it was planned. */

/** The manual clock as the player sees it. */
export interface MovableClock {
  readonly now: Date;
  moveTo(at: Date): Promise<void>;
}

interface Entry {
  readonly at: number;
  readonly line: number | undefined;
  readonly what: string;
  readonly run: () => Promise<void>;
}

export class Agenda {
  private readonly entries: Entry[] = [];

  constructor(private readonly clock: MovableClock) {}

  /** @param line line of the call in the file and @param what are told with an error */
  add(at: Date, line: number | undefined, what: string, run: () => Promise<void>): void {
    const after = this.entries.findIndex((entry) => entry.at > at.getTime());
    this.entries.splice(after < 0 ? this.entries.length : after, 0, { at: at.getTime(), line, what, run });
  }

  /** Plays until nothing is planned; what runs may plan more. Answers how much was played. */
  async play(failed: (line: number | undefined, what: string, error: unknown) => Error): Promise<number> {
    let played = 0;
    for (let next = this.entries.shift(); next; next = this.entries.shift()) {
      try {
        if (next.at > this.clock.now.getTime()) await this.clock.moveTo(new Date(next.at));
        await next.run();
      } catch (error) {
        throw failed(next.line, next.what, error);
      }
      played += 1;
    }
    return played;
  }
}
