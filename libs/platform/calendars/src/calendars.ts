/** Working calendars by code, compiled once and asked often (CAL-1, CAL-3). */
import { compileCalendar, statutoryCalendar, type WorkingCalendar } from '@bihuan/domain';
import { realNow } from '@bihuan/clock';
import type { Transaction, UnitOfWork } from '@bihuan/database';
import { calendarStore, type CalendarRow, type Query, type StatutoryDayRow } from './data/calendar.store';

/** How long a process trusts what it compiled, milliseconds: the bound where a wake-up call was lost. */
const TRUSTED = 60_000;

interface Compiled {
  readonly at: number;
  readonly calendar: Promise<WorkingCalendar | undefined>;
}

export class Calendars {
  private readonly compiled = new Map<string, Compiled>();

  constructor(private readonly work: UnitOfWork) {}

  /** The calendar of that code; a code nobody has stored is a defect of pack or rows. */
  async byCode(code: string): Promise<WorkingCalendar> {
    const calendar = await this.find(code);
    if (!calendar) throw new Error(`There is no calendar "${code}".`);
    return calendar;
  }

  /** The calendar of that code, if there is one. */
  find(code: string): Promise<WorkingCalendar | undefined> {
    const now = realNow().getTime();
    const known = this.compiled.get(code);
    if (known && now - known.at < TRUSTED) return known.calendar;
    const calendar = compiled((sql, parameters) => this.work.query(sql, parameters), code);
    this.compiled.set(code, { at: now, calendar });
    calendar.catch(() => this.compiled.delete(code));
    return calendar;
  }

  /** The calendar as this transaction sees it, its own changes included (CAL-4). */
  async read(tx: Transaction, code: string): Promise<WorkingCalendar> {
    const calendar = await compiled((sql, parameters) => tx.query(sql, parameters), code);
    if (!calendar) throw new Error(`There is no calendar "${code}".`);
    return calendar;
  }

  /** All calendars as stored. */
  rows(): Promise<CalendarRow[]> {
    return calendarStore.all((sql, parameters) => this.work.query(sql, parameters));
  }

  /** One calendar as stored. */
  row(code: string): Promise<CalendarRow | undefined> {
    return calendarStore.byCode((sql, parameters) => this.work.query(sql, parameters), code);
  }

  /** The statutory days of a year as stored. */
  statutoryDays(year: number): Promise<StatutoryDayRow[]> {
    return calendarStore.daysOf((sql, parameters) => this.work.query(sql, parameters), year);
  }

  /** Is the year's notice out? `ready` warns when the next year's is not. */
  async isConfirmed(year: number): Promise<boolean> {
    const days = await this.statutoryDays(year);
    return days.length > 0 && days.every(({ confirmed }) => confirmed);
  }

  /** Drops what was compiled: a calendar has changed. */
  forget(): void {
    this.compiled.clear();
  }
}

async function compiled(query: Query, code: string): Promise<WorkingCalendar | undefined> {
  const row = await calendarStore.byCode(query, code);
  if (!row) return undefined;
  return compileRow(row, row.worksOnHolidays ? [] : await calendarStore.days(query));
}

/** Row and statutory days as a calendar; throws CalendarError with the path of what is wrong. */
export function compileRow(
  row: Omit<CalendarRow, 'id' | 'version'>,
  days: readonly StatutoryDayRow[],
): WorkingCalendar {
  const { timezone, weekly, worksOnHolidays, exceptions } = row;
  return compileCalendar(statutoryCalendar({ timezone, weekly, days, worksOnHolidays, exceptions }));
}
