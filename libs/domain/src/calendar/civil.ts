/** Calendar dates as day numbers since 1970-01-01, by the proleptic Gregorian calendar; no zone, no clock. */
import type { LocalDate } from './definition';

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a date; Date.UTC is not used because it reads the years 0 to 99 as 1900 to 1999. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The date of a day number. */
export function civil(day: number): Civil {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 0 = Monday … 6 = Sunday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** 'YYYY-MM-DD' of a day number. */
export function formatDate(day: number): LocalDate {
  const date = civil(day);
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** Day number of 'YYYY-MM-DD', or null where the text is no date that exists. */
export function parseDate(text: unknown): number | null {
  const match = typeof text === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null;
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  const number = dayNumber(year, month, day);
  const back = civil(number);
  return back.month === month && back.day === day ? number : null;
}

/** 'MM-DD' as month × 100 + day, or null; 02-29 exists. */
export function parseMonthDay(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  const number = parseDate(`2000-${text}`);
  if (number === null) return null;
  const date = civil(number);
  return date.month * 100 + date.day;
}

/** The date so many days later; the date must exist. */
export const shiftDate = (date: LocalDate, days: number): LocalDate => formatDate((parseDate(date) ?? NaN) + days);
