/**
 * The slow truth of a clock (CAL-2, CAL-4, DLN-3, DLN-7): what happened to it is played again from its start, every
 * instant found by a walk minute by minute. Written anew here on purpose, without a line of libs/domain's code.
 */
import type { CalendarDefinition } from '@bihuan/domain';

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const MINUTES_A_DAY = 1_440;
/** Of Shanghai, which has no summer time in these years. */
const ZONE = 8 * 60 * MINUTE;
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A span of days of Shanghai with a yes or no for each minute. */
export class SlowCalendar {
  private readonly open: Uint8Array;

  /** @param from a midnight of Shanghai */
  constructor(
    definition: CalendarDefinition,
    private readonly from: number,
    days: number,
  ) {
    this.open = new Uint8Array(days * MINUTES_A_DAY);
    for (let day = 0; day < days; day++) {
      const date = new Date(from + ZONE + day * DAY);
      const name = date.toISOString().slice(0, 10);
      const usual = definition.holidays?.includes(name) ? [] : definition.weekly[WEEK[date.getUTCDay()] ?? 'sun'];
      for (const [start, end] of definition.specialDays?.[name] ?? usual ?? []) {
        const first = day * MINUTES_A_DAY;
        this.open.fill(1, first + minuteOf(start), first + minuteOf(end));
      }
    }
  }

  /** When so many open seconds are over. */
  add(start: number, seconds: number): number {
    let [at, left] = [start, seconds * SECOND];
    for (let i = this.index(start); i < this.open.length; i++) {
      const end = this.from + (i + 1) * MINUTE;
      if (this.open[i] === 1 && left <= end - at) return at + left;
      if (this.open[i] === 1) left -= end - at;
      at = end;
    }
    throw new Error('the walk left the span');
  }

  /** Open seconds. */
  between(start: number, end: number): number {
    let sum = 0;
    for (let i = this.index(start); i <= this.index(end); i++) {
      const [from, to] = [Math.max(start, this.from + i * MINUTE), Math.min(end, this.from + (i + 1) * MINUTE)];
      if (this.open[i] === 1 && to > from) sum += to - from;
    }
    return sum / SECOND;
  }

  /** The close of the nth day with open time after the start's own. */
  closeOfDay(start: number, n: number): number {
    let days = 0;
    for (let day = Math.floor((start - this.from) / DAY) + 1; (day + 1) * MINUTES_A_DAY <= this.open.length; day++) {
      let close = 0;
      for (let i = day * MINUTES_A_DAY; i < (day + 1) * MINUTES_A_DAY; i++) if (this.open[i] === 1) close = i + 1;
      if (close > 0) days += 1;
      if (close > 0 && days === n) return this.from + close * MINUTE;
    }
    throw new Error('the walk left the span');
  }

  private index(at: number): number {
    return Math.floor((at - this.from) / MINUTE);
  }
}

export interface SlowLimit {
  readonly unit: 'minute' | 'day' | 'working-hour' | 'working-day';
  readonly value: number;
}

/** One generation of a clock. */
export class SlowClock {
  private readonly stops: { readonly at: number; readonly stands: boolean }[] = [];
  /** Once its due time has come it is judged: nothing moves that any more. */
  private judgedAt: number | undefined;
  private end: { readonly met: boolean; readonly late: boolean | null; readonly due: number } | undefined;

  /** @param calendar the owner's, as it is now */
  constructor(
    private readonly limit: SlowLimit,
    private readonly startedAt: number,
    readonly generation: number,
    private calendar: SlowCalendar,
  ) {}

  get ended(): boolean {
    return this.end !== undefined;
  }

  get stands(): boolean {
    return this.stops.at(-1)?.stands ?? false;
  }

  /** Another owner's calendar, or the same after a change. */
  runBy(calendar: SlowCalendar): void {
    if (!this.ended) this.calendar = calendar;
  }

  pause(at: number): void {
    this.stops.push({ at, stands: true });
  }

  resume(at: number): void {
    this.stops.push({ at, stands: false });
  }

  /** `null`: something else took its place. */
  endAt(at: number, met: boolean): void {
    const { due, rest } = this.played();
    const late = at > due && !(this.stands && rest > 0);
    this.end = { met, late: met ? late : null, due };
  }

  /** Time has come so far. */
  at(now: number): void {
    if (this.ended || this.stands || this.judgedAt !== undefined) return;
    const { due } = this.played();
    if (now >= due) this.judgedAt = due;
  }

  /** As the suite shows it. */
  view() {
    const { due, rest } = this.played();
    const open = this.stands ? 'paused' : this.judgedAt === undefined ? 'running' : 'breached';
    return {
      generation: this.generation,
      state: this.end ? (this.end.met ? 'met' : 'cancelled') : open,
      due: new Date(this.end?.due ?? due).toISOString(),
      rest: this.stands && !this.end ? rest : null,
      late: this.end?.late ?? null,
      breached: this.judgedAt !== undefined,
    };
  }

  private played(): { readonly due: number; readonly rest: number } {
    if (this.judgedAt !== undefined) return { due: this.judgedAt, rest: 0 };
    let [due, rest] = [this.first(), 0];
    for (const { at, stands } of this.stops) {
      if (stands) rest = this.between(at, due);
      else if (rest > 0) due = this.after(at, rest);
    }
    return { due, rest };
  }

  private first(): number {
    const { limit, startedAt } = this;
    if (limit.unit === 'working-day') return this.calendar.closeOfDay(startedAt, limit.value);
    const seconds = { minute: 60, day: 86_400, 'working-hour': 3_600 }[limit.unit] * limit.value;
    return this.after(startedAt, seconds);
  }

  private get elapsed(): boolean {
    return this.limit.unit === 'minute' || this.limit.unit === 'day';
  }

  private after(at: number, seconds: number): number {
    return this.elapsed ? at + seconds * SECOND : this.calendar.add(at, seconds);
  }

  private between(from: number, to: number): number {
    if (to <= from) return 0;
    return this.elapsed ? (to - from) / SECOND : this.calendar.between(from, to);
  }
}
