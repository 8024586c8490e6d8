/** Periods as addresses write them: `live`, `2026-09-17T14`, `2026-09-17`, `2026-W38`, `2026-09`, `2026-Q3`, `2026`, a span (RPT-3). */
import { formatDay, type Language } from '@bihuan/console-kit';

export const PERIOD_KINDS = ['live', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'free'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');

export function kindOf(period: string): PeriodKind {
  if (period === 'live') return 'live';
  if (period.includes('..')) return 'free';
  if (/T\d\d$/.test(period)) return 'hour';
  if (period.includes('-W')) return 'week';
  if (period.includes('-Q')) return 'quarter';
  return ({ 4: 'year', 7: 'month' } as const)[period.length] ?? 'day';
}

/** `2026-W38` of a day: the ISO week in which it lies. */
export function weekOf(day: string): string {
  const thursday = utc(day) + (3 - ((new Date(utc(day)).getUTCDay() + 6) % 7)) * DAY;
  const year = dayOf(thursday).slice(0, 4);
  return `${year}-W${two(Math.floor((thursday - utc(`${year}-01-01`)) / DAY / 7) + 1)}`;
}

/** Monday of an ISO week. */
export function mondayOf(week: string): string {
  const fourth = utc(`${week.slice(0, 4)}-01-04`);
  const back = (new Date(fourth).getUTCDay() + 6) % 7;
  return dayOf(fourth + ((Number(week.slice(6)) - 1) * 7 - back) * DAY);
}

/** First day of the period; of a live one today. */
export function firstDay(period: string, today: string): string {
  switch (kindOf(period)) {
    case 'live':
      return today;
    case 'week':
      return mondayOf(period);
    case 'quarter':
      return `${period.slice(0, 4)}-${two(Number(period.slice(6)) * 3 - 2)}-01`;
    case 'month':
      return `${period}-01`;
    case 'year':
      return `${period}-01-01`;
    default:
      return period.slice(0, 10);
  }
}

/** The period of a kind in which a day lies; a span reaches from the first of its month to it. */
export function periodOn(kind: PeriodKind, day: string, hour = 9): string {
  switch (kind) {
    case 'live':
      return 'live';
    case 'hour':
      return `${day}T${two(hour)}`;
    case 'day':
      return day;
    case 'week':
      return weekOf(day);
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'year':
      return day.slice(0, 4);
    default:
      return `${day.slice(0, 8)}01..${day}`;
  }
}

const monthBy = (day: string, months: number): string => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}-01`;
};

/** The neighbour of a period; today has none after it. */
export function stepped(period: string, step: 1 | -1, today: string): string {
  const kind = kindOf(period);
  const first = firstDay(period, today);
  const days = (count: number): string => dayOf(utc(first) + count * step * DAY);
  if (kind === 'live') return days(1);
  if (kind === 'hour') {
    const at = new Date(Date.parse(`${period}:00:00Z`) + step * 3_600_000).toISOString();
    return at.slice(0, 13);
  }
  if (kind === 'day') return days(1);
  if (kind === 'week') return weekOf(days(7));
  if (kind === 'free') {
    const [from = first, to = first] = period.split('..');
    const length = Math.round((utc(to) - utc(from)) / DAY) + 1;
    const moved = (day: string): string => dayOf(utc(day) + step * length * DAY);
    return `${moved(from)}..${moved(to)}`;
  }
  return periodOn(kind, monthBy(first, step * { month: 1, quarter: 3, year: 12 }[kind]));
}

/** `2026 年 9 月`, `2026 年第 3 季度`, `2026-09-17 周四`. */
export function periodName(period: string, language: Language): string {
  const year = period.slice(0, 4);
  const zh = language === 'zh';
  switch (kindOf(period)) {
    case 'live':
      return zh ? '今天' : 'today';
    case 'hour':
      return `${period.slice(0, 10)} ${period.slice(11)}:00–${period.slice(11)}:59`;
    case 'day':
      return formatDay(period, language);
    case 'week':
      return zh ? `${year} 年第 ${Number(period.slice(6))} 周` : period;
    case 'month':
      return zh ? `${year} 年 ${Number(period.slice(5))} 月` : period;
    case 'quarter':
      return zh ? `${year} 年第 ${period.slice(6)} 季度` : `${year} Q${period.slice(6)}`;
    case 'year':
      return zh ? `${year} 年` : year;
    default:
      return period.replace('..', ' – ');
  }
}
