/** Periods of figures as spans of local days, with the one before and the same of last year (RPT-3). */
import { reportingErrors } from '../reporting.errors';

export const PERIOD_KINDS = ['live', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'free'] as const;

/** `live` is today, as long as it lasts. */
export type PeriodKind = Exclude<(typeof PERIOD_KINDS)[number], 'live'>;

/** Both days included; `hour` of a single day, 0–23. */
export interface Period {
  readonly kind: PeriodKind;
  /** As it is written: `2026-09`, `2026-Q3`, `2026-W38`, `2026-09-17T14`, `2026-09-01..2026-09-17`. */
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly hour?: number;
}

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** `days` may be negative. */
export const addDays = (day: string, days: number): string => dayOf(utc(day) + days * DAY);

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && dayOf(utc(text)) === text;

const lastOfMonth = (year: number, month: number): string => dayOf(Date.UTC(year, month, 0));

const month = (year: number, one: number): Period => {
  const y = year + Math.floor((one - 1) / 12);
  const m = ((((one - 1) % 12) + 12) % 12) + 1;
  return { kind: 'month', text: `${y}-${pad(m)}`, from: `${y}-${pad(m)}-01`, to: lastOfMonth(y, m) };
};

const quarter = (year: number, one: number): Period => {
  const y = year + Math.floor((one - 1) / 4);
  const q = ((((one - 1) % 4) + 4) % 4) + 1;
  return { kind: 'quarter', text: `${y}-Q${q}`, from: `${y}-${pad(q * 3 - 2)}-01`, to: lastOfMonth(y, q * 3) };
};

const year = (y: number): Period => ({ kind: 'year', text: String(y), from: `${y}-01-01`, to: `${y}-12-31` });

const day = (text: string): Period => ({ kind: 'day', text, from: text, to: text });

/** Monday of ISO week `week`: week 1 is the one with 4 January. */
const mondayOf = (y: number, week: number): string => {
  const fourth = utc(`${y}-01-04`);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return dayOf(fourth + ((week - 1) * 7 - weekday) * DAY);
};

/** The ISO week in which a local day lies. */
export const weekOf = (text: string): Period => {
  const thursday = utc(text) + (3 - ((new Date(utc(text)).getUTCDay() + 6) % 7)) * DAY;
  const y = new Date(thursday).getUTCFullYear();
  return week(y, Math.floor((thursday - utc(`${y}-01-01`)) / DAY / 7) + 1);
};

const week = (y: number, number: number): Period => {
  const from = mondayOf(y, number);
  return { kind: 'week', text: `${y}-W${pad(number)}`, from, to: addDays(from, 6) };
};

/** The month, quarter or year in which a local day lies. */
export const monthOf = (text: string): Period => month(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
export const quarterOf = (text: string): Period =>
  quarter(Number(text.slice(0, 4)), Math.ceil(Number(text.slice(5, 7)) / 3));
export const yearOf = (text: string): Period => year(Number(text.slice(0, 4)));

/** @throws 422 with the ways a period can be written; `live` is today. */
export function parsePeriod(text: string, today: string): Period {
  if (text === 'live') return day(today);
  const whole = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|W(0[1-9]|[1-4]\d|5[0-3])))?$/.exec(text);
  if (whole) {
    const [, y, m, q, w] = whole;
    if (m) return month(Number(y), Number(m));
    if (q) return quarter(Number(y), Number(q));
    return w ? week(Number(y), Number(w)) : year(Number(y));
  }
  if (isDay(text)) return day(text);
  const [, hourDay, hour] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3])$/.exec(text) ?? [];
  if (hourDay && hour && isDay(hourDay)) return { kind: 'hour', text, from: hourDay, to: hourDay, hour: Number(hour) };
  const [from, to, more] = text.split('..');
  if (from && to && more === undefined && isDay(from) && isDay(to) && from <= to)
    return { kind: 'free', text, from, to };
  throw reportingErrors['bad-period']({ errors: [{ pointer: '/period', code: 'bad-period', detail: PERIOD_WAYS }] });
}

export const PERIOD_WAYS = 'live, 2026-09-17T14, 2026-09-17, 2026-W38, 2026-09, 2026-Q3, 2026, 2026-09-01..2026-09-17';

/** The period just before it. */
export function before({ kind, from, to, hour }: Period): Period {
  const y = Number(from.slice(0, 4));
  const m = Number(from.slice(5, 7));
  if (kind === 'month') return month(y, m - 1);
  if (kind === 'quarter') return quarter(y, Math.ceil(m / 3) - 1);
  if (kind === 'year') return year(y - 1);
  if (kind === 'hour') return hourOf(from, (hour ?? 0) - 1);
  const days = Math.round((utc(to) - utc(from)) / DAY) + 1;
  return span(kind, addDays(from, -days), addDays(to, -days));
}

/** The same period of last year; weeks and free spans by 52 weeks, so that weekdays agree. */
export function lastYear({ kind, from, to, hour }: Period): Period {
  const y = Number(from.slice(0, 4)) - 1;
  const m = Number(from.slice(5, 7));
  if (kind === 'month') return month(y, m);
  if (kind === 'quarter') return quarter(y, Math.ceil(m / 3));
  if (kind === 'year') return year(y);
  if (kind === 'hour') return hourOf(addDays(from, -364), hour ?? 0);
  return span(kind, addDays(from, -364), addDays(to, -364));
}

const hourOf = (text: string, hour: number): Period => {
  const from = hour < 0 ? addDays(text, -1) : text;
  const at = (hour + 24) % 24;
  return { kind: 'hour', text: `${from}T${pad(at)}`, from, to: from, hour: at };
};

const span = (kind: PeriodKind, from: string, to: string): Period => {
  if (kind === 'day') return day(from);
  return kind === 'week' ? weekOf(from) : { kind: 'free', text: `${from}..${to}`, from, to };
};

/** Months of a period made of whole months; none for others. */
export function monthsOf({ kind, from, to }: Period): readonly string[] {
  if (kind !== 'month' && kind !== 'quarter' && kind !== 'year') return [];
  const months: string[] = [];
  for (
    let one = from.slice(0, 7);
    one <= to.slice(0, 7);
    one = month(Number(one.slice(0, 4)), Number(one.slice(5)) + 1).text
  ) {
    months.push(one);
  }
  return months;
}
