/** The slow truth: every minute of a span looked up on its own, by nothing but the words of CAL-1 and the wall clock. */
import { UNCONFIRMED_CLOSED, WEEKDAYS, type CalendarDefinition, type Window } from '../definition';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** Written anew here on purpose, without the code under test. */
function windowsOn(definition: CalendarDefinition, date: string): readonly Window[] {
  const special = definition.specialDays?.[date];
  if (special) return special;
  if (definition.holidays?.includes(date)) return [];
  if (definition.recurringHolidays?.includes(date.slice(5))) return [];
  const confirmed = definition.confirmedYears?.includes(Number(date.slice(0, 4))) ?? true;
  if (!confirmed && UNCONFIRMED_CLOSED.includes(date.slice(5))) return [];
  const weekly = (definition.changes ?? []).filter(({ from }) => from <= date).at(-1)?.weekly ?? definition.weekly;
  return weekly[WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'] ?? [];
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

type Minutes = readonly (readonly [from: number, to: number])[];

const inMinutes = (windows: readonly Window[]): Minutes => windows.map(([from, to]) => [minuteOf(from), minuteOf(to)]);

const covers = (today: Minutes, yesterday: Minutes, minute: number): boolean =>
  today.some(([from, to]) => minute >= from && (to <= from || minute < to)) ||
  yesterday.some(([from, to]) => to <= from && minute < to);

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** A span of minutes with a yes or no each; start and pauses lie on whole seconds, pauses on whole minutes. */
export class MinuteOracle {
  private open: Uint8Array;
  private readonly wall: Intl.DateTimeFormat;
  private readonly days = new Map<string, { readonly open: Minutes; readonly off: Minutes }>();

  constructor(
    private readonly definition: CalendarDefinition,
    private readonly from: number,
    readonly minutes: number,
  ) {
    this.wall = new Intl.DateTimeFormat('en-CA', {
      timeZone: definition.timezone ?? 'Asia/Shanghai',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    this.open = new Uint8Array(minutes);
    for (let i = 0; i < minutes; i += 15) this.fillQuarter(i);
  }

  /** The same minutes with those of the pauses shut. */
  without(pauses: readonly (readonly [from: number, to: number])[]): MinuteOracle {
    const copy = Object.create(this) as MinuteOracle;
    copy.open = this.open.slice();
    for (const [from, to] of pauses) copy.open.fill(0, Math.max(0, this.index(from)), Math.max(0, this.index(to)));
    return copy;
  }

  isOpen(at: number): boolean {
    return this.open[this.index(at)] === 1;
  }

  /** Null where the walk leaves the span. */
  add(start: number, seconds: number): number | null {
    const { open, from, minutes } = this;
    let left = seconds * 1_000;
    let at = start;
    for (let i = this.index(start); i < minutes; i++) {
      const end = from + (i + 1) * MINUTE;
      if (open[i] === 1) {
        if (left <= end - at) return at + left;
        left -= end - at;
      }
      at = end;
    }
    return null;
  }

  subtract(start: number, seconds: number): number | null {
    if (seconds === 0 && this.isOpen(start)) return start;
    let left = seconds * 1_000;
    let end = start;
    for (let i = this.index(start - 1); i >= 0; i--) {
      const begin = this.from + i * MINUTE;
      if (this.open[i] === 1) {
        if (left <= end - begin) return end - left;
        left -= end - begin;
      }
      end = begin;
    }
    return null;
  }

  between(start: number, end: number): number {
    if (end <= start) return 0;
    const { open } = this;
    const [first, last] = [this.index(start), this.index(end)];
    let minutes = 0;
    for (let i = first; i < last; i++) minutes += open[i] ?? 0;
    const head = start - (this.from + first * MINUTE);
    const tail = end - (this.from + last * MINUTE);
    return (minutes * MINUTE - head * (open[first] ?? 0) + tail * (open[last] ?? 0)) / 1_000;
  }

  private index(at: number): number {
    return Math.floor((at - this.from) / MINUTE);
  }

  private dayOf(date: string): { readonly open: Minutes; readonly off: Minutes } {
    const known = this.days.get(date);
    if (known) return known;
    const open = inMinutes(windowsOn(this.definition, date));
    const day = { open, off: inMinutes(this.definition.breaks?.[date] ?? []) };
    this.days.set(date, day);
    return day;
  }

  /** Clocks are moved at whole quarters, so the wall clock is read once a quarter and run on within. */
  private fillQuarter(first: number): void {
    const at = this.from + first * MINUTE;
    if (at % QUARTER !== 0) throw new Error('the span must begin on a quarter');
    const parts = Object.fromEntries(this.wall.formatToParts(at).map(({ type, value }) => [type, value]));
    const date = `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
    const minute = Number(parts.hour) * 60 + Number(parts.minute);
    const [today, yesterday] = [this.dayOf(date), this.dayOf(dayBefore(date))];
    for (let i = 0; i < 15 && first + i < this.minutes; i++) {
      const is = covers(today.open, yesterday.open, minute + i) && !covers(today.off, yesterday.off, minute + i);
      this.open[first + i] = is ? 1 : 0;
    }
  }
}
