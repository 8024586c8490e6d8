/** Which windows a date has, and by which rule: special day, then holiday, then the week (CAL-1). */
import { UNCONFIRMED_CLOSED, type DayRule } from './definition';
import { civil, parseMonthDay, weekdayIndex } from './civil';

/** A checked window: milliseconds of the wall clock since the day's midnight; `to` may reach into the next day. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

export type WeekWindows = readonly (readonly DayWindow[])[];

/** A definition after its check, keyed by day numbers. */
export interface CheckedDefinition {
  readonly timezone: string;
  /** In order of `from`; the first holds from the beginning. */
  readonly weeks: readonly { readonly from: number; readonly week: WeekWindows }[];
  readonly holidays: ReadonlySet<number>;
  /** month × 100 + day */
  readonly recurringHolidays: ReadonlySet<number>;
  readonly specialDays: ReadonlyMap<number, readonly DayWindow[]>;
  readonly breaks: ReadonlyMap<number, readonly DayWindow[]>;
  readonly confirmedYears: ReadonlySet<number> | null;
}

const NONE: readonly DayWindow[] = [];
const CLOSED_WHEN_UNCONFIRMED = new Set(UNCONFIRMED_CLOSED.map(parseMonthDay));

export class DayRules {
  constructor(readonly definition: CheckedDefinition) {}

  isConfirmed(year: number): boolean {
    return this.definition.confirmedYears?.has(year) ?? true;
  }

  /** The rule that decides the date. */
  ruleOf(day: number): DayRule {
    const { specialDays, holidays, recurringHolidays } = this.definition;
    if (specialDays.has(day)) return 'special-day';
    if (holidays.has(day)) return 'holiday';
    const date = civil(day);
    const monthDay = date.month * 100 + date.day;
    if (recurringHolidays.has(monthDay)) return 'recurring-holiday';
    if (CLOSED_WHEN_UNCONFIRMED.has(monthDay) && !this.isConfirmed(date.year)) return 'unconfirmed-holiday';
    return 'weekly';
  }

  /** Windows that start on the date, before breaks. */
  windowsOf(day: number): readonly DayWindow[] {
    const rule = this.ruleOf(day);
    if (rule === 'special-day') return this.definition.specialDays.get(day) ?? NONE;
    return rule === 'weekly' ? (this.weekOf(day)[weekdayIndex(day)] ?? NONE) : NONE;
  }

  breaksOf(day: number): readonly DayWindow[] {
    return this.definition.breaks.get(day) ?? NONE;
  }

  /** True where breaks may touch windows that start on the date. */
  hasBreaksNear(day: number): boolean {
    const { breaks } = this.definition;
    return breaks.size > 0 && (breaks.has(day - 1) || breaks.has(day) || breaks.has(day + 1));
  }

  /** Whether the week opens a day again and again, at the far end of time (+1) or at its beginning (-1). */
  opensForEver(direction: 1 | -1): boolean {
    const { weeks, recurringHolidays } = this.definition;
    const week = weeks[direction === 1 ? weeks.length - 1 : 0]?.week ?? [];
    return recurringHolidays.size < 365 && week.some((windows) => windows.length > 0);
  }

  /** The first and last day about which the definition says something by name. */
  namedSpan(): readonly [first: number, last: number] {
    const named = [...this.definition.specialDays.keys(), ...this.definition.weeks.slice(1).map((each) => each.from)];
    return [named.reduce((a, b) => Math.min(a, b), Infinity), named.reduce((a, b) => Math.max(a, b), -Infinity)];
  }

  private weekOf(day: number): WeekWindows {
    const { weeks } = this.definition;
    let found = weeks[0]?.week ?? [];
    for (let i = 1; i < weeks.length; i++) {
      const next = weeks[i];
      if (!next || next.from > day) break;
      found = next.week;
    }
    return found;
  }
}
