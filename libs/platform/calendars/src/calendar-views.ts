/** What the calendar routes show: calendars as stored, and a year's days with the rule that decided each (CAL-1). */
import { Injectable } from '@nestjs/common';
import { commonErrors, invalidField } from '@bihuan/plugin-kit';
import { Clock } from '@bihuan/clock';
import { DEFAULT_TIMEZONE } from '@bihuan/domain';
import { Calendars } from './calendars';
import type { CalendarRow } from './data/calendar.store';
import { yearIn } from './year';

@Injectable()
export class CalendarViews {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async list() {
    return { data: (await this.calendars.rows()).map(viewOf), page: {} };
  }

  async one(code: string) {
    const row = await this.calendars.row(code);
    if (!row) throw commonErrors['not-found']();
    return viewOf(row);
  }

  /** The days of a year; this year's on the calendar's own clock unless said. */
  async days(code: string, year?: string) {
    const calendar = await this.calendars.find(code);
    if (!calendar) throw commonErrors['not-found']();
    const wanted = yearOf(year) ?? yearIn(calendar.timezone, await this.clock.now());
    const names = new Map((await this.calendars.statutoryDays(wanted)).map(({ date, name }) => [date, name]));
    const data = datesOf(wanted).map((date) => {
      const { rule, confirmed, windows } = calendar.day(date);
      const open = windows.map(({ from, to }) => [calendar.toIso(from), calendar.toIso(to)]);
      return { date, rule, confirmed, working: open.length > 0, open, name: names.get(date) ?? null };
    });
    return { data, page: {} };
  }

  /** Holidays and make-up workdays of a year as stored. */
  async statutoryDays(year?: string) {
    const wanted = yearOf(year) ?? yearIn(DEFAULT_TIMEZONE, await this.clock.now());
    return { data: await this.calendars.statutoryDays(wanted), page: {} };
  }
}

const viewOf = ({ exceptions, ...row }: CalendarRow) => ({
  ...row,
  ...exceptions,
  allowedActions: ['change'],
});

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}$/.test(text) || text === '0000') throw invalidField('/year', 'bad-year', '年份应为四位数字，如 2026');
  return Number(text);
}

function datesOf(year: number): string[] {
  const dates: string[] = [];
  for (let day = new Date(`${String(year).padStart(4, '0')}-01-01T00:00:00Z`); day.getUTCFullYear() === year;) {
    dates.push(day.toISOString().slice(0, 10));
    day = new Date(day.getTime() + 86_400_000);
  }
  return dates;
}
