/** The open clocks as the board knows them: read by pages, and told of by the live connection meanwhile (DLN-6). */
import { isOpenClock, moodOf, standingOf, type Mood, type Standing, type SubjectClock } from '@bihuan/console-kit';

/** A clock with its instants as numbers: ten thousand are sorted and judged at every change. */
export interface Line extends Standing {
  readonly clock: SubjectClock;
}

const lineOf = (clock: SubjectClock): Line => ({ clock, ...standingOf(clock) });

export class BoardBook {
  private readonly lines = new Map<string, Line>();
  /** While pages are read: what came by them, and what was told since and is newer than any page. */
  private reading: { readonly paged: Set<string>; readonly told: Set<string> } | undefined;
  private sorted: readonly Line[] | undefined;

  /** A reading begins; what is known is shown until it ends. */
  begin(): void {
    this.reading = { paged: new Set(), told: new Set() };
  }

  page(clocks: readonly SubjectClock[]): void {
    for (const clock of clocks) {
      this.reading?.paged.add(clock.id);
      if (!this.reading?.told.has(clock.id)) this.put(clock);
    }
  }

  /** What no page had and nobody told of is open no more. */
  end(): void {
    const { reading } = this;
    this.reading = undefined;
    if (!reading) return;
    for (const id of this.lines.keys()) {
      if (!reading.paged.has(id) && !reading.told.has(id)) this.drop(id);
    }
  }

  /** @param unit the board shows only this one's: a clock given to another unit goes */
  tell(clocks: readonly SubjectClock[], unit?: string): void {
    for (const clock of clocks) {
      this.reading?.told.add(clock.id);
      if (isOpenClock(clock) && (!unit || clock.owner.unitId === unit)) this.put(clock);
      else this.drop(clock.id);
    }
  }

  get size(): number {
    return this.lines.size;
  }

  /** The earliest due first. */
  get rows(): readonly Line[] {
    this.sorted ??= [...this.lines.values()].sort((a, b) => a.due - b.due || (a.clock.id < b.clock.id ? -1 : 1));
    return this.sorted;
  }

  private put(clock: SubjectClock): void {
    this.lines.set(clock.id, lineOf(clock));
    this.sorted = undefined;
  }

  private drop(id: string): void {
    if (this.lines.delete(id)) this.sorted = undefined;
  }
}

export type Counts = Readonly<Record<Mood, number>>;

export function countsOf(lines: readonly Line[], now: Date): Counts {
  const counts = { late: 0, soon: 0, calm: 0, still: 0 };
  for (const line of lines) counts[moodOf(line, now.getTime())] += 1;
  return counts;
}
