/** Checks a calendar given from outside and turns it into day numbers; every fault is named by its path (CAL-1). */
import { CalendarError, type CalendarErrorCode } from './calendar.errors';
import { MINUTE, parseDate, parseMonthDay } from './civil';
import { DEFAULT_TIMEZONE, WEEKDAYS } from './definition';
import type { CheckedDefinition, DayWindow, WeekWindows } from './day-rules';
import { merged } from './intervals';

const FIELDS = [
  'timezone',
  'weekly',
  'changes',
  'holidays',
  'recurringHolidays',
  'specialDays',
  'breaks',
  'confirmedYears',
];

const pointer = (key: string): string => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;

export function checkObject(value: unknown, path: string, fields?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CalendarError('not-an-object', path);
  if (fields) {
    for (const key of Object.keys(value)) {
      if (!fields.includes(key)) throw new CalendarError('unknown-field', path + pointer(key));
    }
  }
  return { ...value };
}

function checkList(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new CalendarError('not-a-list', path);
  return value;
}

function orRefuse<T>(value: T | null, code: CalendarErrorCode, path: string): T {
  if (value === null) throw new CalendarError(code, path);
  return value;
}

function minutesOf(text: unknown, path: string, last: number): number {
  const match = typeof text === 'string' ? /^(\d\d):([0-5]\d)$/.exec(text) : null;
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Infinity;
  if (minutes > last) throw new CalendarError('bad-time', path);
  return minutes;
}

function checkWindows(value: unknown, path: string): readonly DayWindow[] {
  const flat: number[] = [];
  checkList(value, path).forEach((entry, i) => {
    const at = `${path}/${i}`;
    if (!Array.isArray(entry) || entry.length !== 2) throw new CalendarError('bad-window', at);
    const from = minutesOf(entry[0], `${at}/0`, 1_439);
    const to = minutesOf(entry[1], `${at}/1`, 1_440);
    flat.push(from * MINUTE, (to > from ? to : to + 1_440) * MINUTE);
  });
  const joined = merged(flat);
  const windows: DayWindow[] = [];
  for (let i = 0; i < joined.length; i += 2) windows.push({ from: joined[i] as number, to: joined[i + 1] as number });
  return windows;
}

function checkWeek(value: unknown, path: string): WeekWindows {
  const week = checkObject(value, path);
  for (const key of Object.keys(week)) {
    if (!WEEKDAYS.some((day) => day === key)) throw new CalendarError('bad-weekday', path + pointer(key));
  }
  return WEEKDAYS.map((day) => (week[day] === undefined ? [] : checkWindows(week[day], `${path}/${day}`)));
}

function checkDates(value: unknown, path: string, parse: (text: unknown) => number | null, code: CalendarErrorCode) {
  return new Set(
    checkList(value === undefined ? [] : value, path).map((text, i) => orRefuse(parse(text), code, `${path}/${i}`)),
  );
}

function checkDayWindows(value: unknown, path: string): Map<number, readonly DayWindow[]> {
  const days = new Map<number, readonly DayWindow[]>();
  for (const [date, windows] of Object.entries(checkObject(value === undefined ? {} : value, path))) {
    const at = path + pointer(date);
    days.set(orRefuse(parseDate(date), 'bad-date', at), checkWindows(windows, at));
  }
  return days;
}

function checkWeeks(calendar: Record<string, unknown>): CheckedDefinition['weeks'] {
  if (calendar.weekly === undefined) throw new CalendarError('required', '/weekly');
  const weeks = [{ from: -Infinity, week: checkWeek(calendar.weekly, '/weekly') }];
  checkList(calendar.changes === undefined ? [] : calendar.changes, '/changes').forEach((entry, i) => {
    const path = `/changes/${i}`;
    const change = checkObject(entry, path, ['from', 'weekly']);
    const from = orRefuse(parseDate(change.from), 'bad-date', `${path}/from`);
    if (from <= (weeks[weeks.length - 1]?.from ?? -Infinity)) {
      throw new CalendarError('changes-not-in-order', `${path}/from`);
    }
    if (change.weekly === undefined) throw new CalendarError('required', `${path}/weekly`);
    weeks.push({ from, week: checkWeek(change.weekly, `${path}/weekly`) });
  });
  return weeks;
}

function checkYears(value: unknown): ReadonlySet<number> | null {
  if (value === undefined) return null;
  return checkDates(
    value,
    '/confirmedYears',
    (year) => (typeof year === 'number' && Number.isInteger(year) && year >= 1 && year <= 9_999 ? year : null),
    'bad-year',
  );
}

/** Checks everything that can be checked without walking; throws CalendarError with the path of the first fault. */
export function checkDefinition(value: unknown): CheckedDefinition {
  const calendar = checkObject(value, '', FIELDS);
  const timezone = calendar.timezone === undefined ? DEFAULT_TIMEZONE : calendar.timezone;
  if (typeof timezone !== 'string') throw new CalendarError('bad-timezone', '/timezone');
  return {
    timezone,
    weeks: checkWeeks(calendar),
    holidays: checkDates(calendar.holidays, '/holidays', parseDate, 'bad-date'),
    recurringHolidays: checkDates(calendar.recurringHolidays, '/recurringHolidays', parseMonthDay, 'bad-month-day'),
    specialDays: checkDayWindows(calendar.specialDays, '/specialDays'),
    breaks: checkDayWindows(calendar.breaks, '/breaks'),
    confirmedYears: checkYears(calendar.confirmedYears),
  };
}
