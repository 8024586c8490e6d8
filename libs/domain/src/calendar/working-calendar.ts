/** Working time of one calendar: dates in, dates out, to the second and by the calendar's wall clock (CAL-1…3). */
import { CalendarError } from './calendar.errors';
import { checkDefinition } from './check-definition';
import { DAY, HOUR, MINUTE, SECOND, civil, formatDate, pad, parseDate } from './civil';
import { DayRules } from './day-rules';
import type { CalendarDefinition, DayRule, LocalDate } from './definition';
import { merged, without } from './intervals';
import { OpenTime } from './open-time';
import { addOutside, betweenOutside, mergePauses, type Pause } from './pauses';
import { zoneOf, type Zone } from './zone';

/** One date of a calendar, as a person would look at it. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly rule: DayRule;
  /** False in a year whose holiday notice is not out. */
  readonly confirmed: boolean;
  /** Open time that starts on this date, breaks taken off; it may end on the next. */
  readonly windows: readonly { readonly from: Date; readonly to: Date }[];
}

/** A walk over more days than 400 years have is refused. */
const MAX_DAYS = 146_097;

const dayOf = (date: LocalDate): number => {
  const day = parseDate(date);
  if (day === null) throw new CalendarError('bad-date', '/date');
  return day;
};

/** Compiled once, then asked often; its answers never change. */
export class WorkingCalendar {
  private readonly rules: DayRules;
  private readonly zone: Zone;
  private readonly time: OpenTime;

  /** Throws CalendarError with the path of what is wrong; a calendar that is never open is refused. */
  constructor(readonly definition: CalendarDefinition) {
    this.rules = new DayRules(checkDefinition(definition));
    this.zone = zoneOf(this.rules.definition.timezone);
    this.time = new OpenTime(this.rules, this.zone);
    if (this.isNeverOpen()) throw new CalendarError('never-open');
  }

  get timezone(): string {
    return this.zone.name;
  }

  /**
   * The instant at which `seconds` of open time have passed since `start`, pauses not counted. A limit used up exactly
   * at closing is due at closing; 0 seconds give the next open instant.
   */
  add(start: Date, seconds: number, pauses: readonly Pause[] = []): Date {
    const [from, open] = [instant(start, '/start'), milliseconds(seconds)];
    if (pauses.length > 0) return new Date(addOutside(this.time, from, open, mergePauses(pauses)));
    return new Date(open === 0 ? this.time.nextOpen(from) : this.time.add(from, open));
  }

  /** The instant from which `seconds` of open time pass until `start`; 0 gives the last open instant before. */
  subtract(start: Date, seconds: number): Date {
    const [from, open] = [instant(start, '/start'), milliseconds(seconds)];
    return new Date(open === 0 ? this.time.lastOpen(from) : this.time.subtract(from, open));
  }

  /** Open seconds in [start, end), pauses not counted; 0 if the end lies before the start. */
  between(start: Date, end: Date, pauses: readonly Pause[] = []): number {
    const [from, to] = [instant(start, '/start'), instant(end, '/end')];
    return (
      (pauses.length > 0 ? betweenOutside(this.time, from, to, mergePauses(pauses)) : this.time.between(from, to)) /
      SECOND
    );
  }

  isOpen(at: Date): boolean {
    return this.time.isOpen(instant(at, '/at'));
  }

  /** `at` itself where open, else the next opening. */
  nextOpen(at: Date): Date {
    return new Date(this.time.nextOpen(instant(at, '/at')));
  }

  /** True where the date has open time that starts on it. */
  isWorkingDay(date: LocalDate): boolean {
    return this.worksOn(dayOf(date));
  }

  /** The date the calendar's wall clock shows. */
  dateOf(at: Date): LocalDate {
    return formatDate(this.localDay(instant(at, '/at')));
  }

  /** When the date's own open time begins, or null on a day without any. */
  openingOf(date: LocalDate): Date | null {
    return this.day(date).windows[0]?.from ?? null;
  }

  /** When the date's own open time ends (perhaps on the next date), or null on a day without any. */
  closingOf(date: LocalDate): Date | null {
    return this.day(date).windows.at(-1)?.to ?? null;
  }

  /** The opening of the first working day that opens after `at` (HOT-8c). */
  nextOpeningOfDay(at: Date): Date {
    const after = instant(at, '/at');
    for (let day = this.localDay(after); ; day = this.workingDayFrom(day + 1, 1)) {
      const opening = this.ownTime(day)[0];
      if (opening !== undefined && opening > after) return new Date(opening);
    }
  }

  /**
   * The Nth working day after (before, if negative) the start's date, which never counts. `atClose`: its closing. Else
   * the same clock time on it, and outside open hours the next opening, for negative days the last closing before.
   */
  addWorkingDays(start: Date, days: number, atClose = false): Date {
    if (!Number.isSafeInteger(days)) throw new CalendarError('bad-days', '/days');
    if (Math.abs(days) > MAX_DAYS) throw new CalendarError('no-end', '/days');
    const from = instant(start, '/start');
    const first = this.localDay(from);
    let day = first;
    for (let left = Math.abs(days); left > 0; left--) day = this.workingDayFrom(day + Math.sign(days), Math.sign(days));
    if (atClose) return new Date(this.closing(days === 0 ? this.workingDayFrom(day, 1) : day));
    const clock = from + this.zone.offsetAt(from) - first * DAY;
    const candidate = days === 0 ? from : this.zone.instantOf(day * DAY + clock);
    return new Date(days < 0 ? this.time.lastOpen(candidate) : this.time.nextOpen(candidate));
  }

  /** The date as a person would look at it, with the rule that decided it. */
  day(date: LocalDate): CalendarDay {
    const day = dayOf(date);
    const set = this.ownTime(day);
    const windows: { from: Date; to: Date }[] = [];
    for (let i = 0; i < set.length; i += 2) {
      windows.push({ from: new Date(set[i] as number), to: new Date(set[i + 1] as number) });
    }
    return { date, rule: this.rules.ruleOf(day), confirmed: this.rules.isConfirmed(civil(day).year), windows };
  }

  /** True where an answer that looked at the time from `from` to `to` (in any order) touched an unconfirmed year. */
  isProvisional(from: Date, to: Date = from): boolean {
    if (this.rules.definition.confirmedYears === null) return false;
    const [a, b] = [this.time.yearAt(instant(from, '/start')), this.time.yearAt(instant(to, '/end'))];
    for (let year = Math.min(a, b); year <= Math.max(a, b); year++) if (!this.rules.isConfirmed(year)) return true;
    return false;
  }

  /** ISO 8601 with the calendar's offset at that instant. */
  toIso(at: Date): string {
    const ms = instant(at, '/at');
    const offset = this.zone.offsetAt(ms);
    if (offset % MINUTE !== 0) return at.toISOString();
    const wall = ms + offset;
    const day = Math.floor(wall / DAY);
    const clock = wall - day * DAY;
    const two = (value: number): string => pad(Math.floor(value), 2);
    const fraction = clock % SECOND === 0 ? '' : `.${pad(clock % SECOND, 3)}`;
    const size = Math.abs(offset);
    return (
      `${formatDate(day)}T${two(clock / HOUR)}:${two((clock % HOUR) / MINUTE)}:${two((clock % MINUTE) / SECOND)}` +
      `${fraction}${offset < 0 ? '-' : '+'}${two(size / HOUR)}:${two((size % HOUR) / MINUTE)}`
    );
  }

  /** The instant at which the wall clock shows midnight at the beginning of the date. */
  startOf(date: LocalDate): Date {
    return new Date(this.zone.instantOf(dayOf(date) * DAY));
  }

  private localDay(at: number): number {
    return Math.floor((at + this.zone.offsetAt(at)) / DAY);
  }

  /** The day itself or the first working day beyond it in that direction. */
  private workingDayFrom(day: number, direction: number): number {
    for (let walked = 0; walked < MAX_DAYS; walked++) {
      const candidate = day + walked * direction;
      if (this.worksOn(candidate)) return candidate;
    }
    throw new CalendarError('no-end');
  }

  private worksOn(day: number): boolean {
    if (this.rules.windowsOf(day).length === 0) return false;
    if (this.zone.isSteadyAround(day) && !this.rules.hasBreaksNear(day)) return true;
    return this.ownTime(day).length > 0;
  }

  private closing(day: number): number {
    return this.ownTime(day).at(-1) as number;
  }

  /** Open time that starts on the day, breaks taken off, as a merged set. */
  private ownTime(day: number): number[] {
    const stretches = this.zone.stretches(civil(day).year);
    const [open, off]: [number[], number[]] = [[], []];
    for (const { from, to } of this.rules.windowsOf(day))
      this.zone.project(day * DAY + from, day * DAY + to, stretches, open);
    if (!this.rules.hasBreaksNear(day)) return merged(open);
    for (const near of [day - 1, day, day + 1]) {
      for (const { from, to } of this.rules.breaksOf(near)) {
        this.zone.project(near * DAY + from, near * DAY + to, stretches, off);
      }
    }
    return without(merged(open), merged(off));
  }

  private isNeverOpen(): boolean {
    const { weeks, recurringHolidays, specialDays } = this.rules.definition;
    if (recurringHolidays.size < 365 && weeks.some(({ week }) => week.some((windows) => windows.length > 0)))
      return false;
    return ![...specialDays.keys()].some((day) => this.worksOn(day));
  }
}

function instant(at: Date, path: string): number {
  const ms = at.getTime();
  if (Number.isNaN(ms)) throw new CalendarError('bad-instant', path);
  return ms;
}

function milliseconds(seconds: number): number {
  const open = Math.round(seconds * SECOND);
  if (!Number.isSafeInteger(open) || open < 0) throw new CalendarError('bad-seconds', '/seconds');
  return open;
}

/** Checks and compiles a calendar; throws CalendarError with the JSON pointer of what is wrong. */
export function compileCalendar(definition: CalendarDefinition): WorkingCalendar {
  return new WorkingCalendar(definition);
}
