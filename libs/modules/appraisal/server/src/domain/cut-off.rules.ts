/** The monthly calendar: self, head, latest; holidays move the days, never past the latest (APR-5, RD-34). */
import type { WorkingCalendar } from '@bihuan/domain';
import type { CutOffs } from '../appraisal.settings';

export interface CutOff {
  /** Day to whose end it runs. */
  readonly day: string;
  /** Day it would be without holidays. */
  readonly nominal: string;
  readonly dueAt: Date;
}

export interface MonthCutOffs {
  readonly self: CutOff;
  readonly head: CutOff;
  readonly latest: CutOff;
}

type Days = Pick<WorkingCalendar, 'isWorkingDay' | 'startOf'>;

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-09` → `2026-10`. */
export function nextPeriod(period: string): string {
  const [year, month] = yearAndMonth(period);
  return month === 12 ? `${year + 1}-01` : `${year}-${two(month + 1)}`;
}

/** `2026-09` → `2026-08`. */
export function previousPeriod(period: string): string {
  const [year, month] = yearAndMonth(period);
  return month === 1 ? `${year - 1}-12` : `${year}-${two(month - 1)}`;
}

/** `2026-09-17` → `2026-09`. */
export const periodOf = (day: string): string => day.slice(0, 7);

/** The instant at which the month is over. */
export const endOfPeriod = (period: string, calendar: Pick<Days, 'startOf'>): Date =>
  calendar.startOf(`${nextPeriod(period)}-01`);

/** Cut-offs of a month's appraisal, in the month after it. */
export function cutOffsOf(period: string, { self, head, latest, move }: CutOffs, calendar: Days): MonthCutOffs {
  const month = nextPeriod(period);
  const dayOf = (day: number): string => `${month}-${two(day)}`;
  const last = lastAllowed(month, dayOf(latest), calendar);
  const moved = (nominal: string): CutOff => {
    const working = step(nominal, move === 'later' ? 1 : -1, calendar);
    const day = working === undefined || working > last ? last : working;
    return { day, nominal, dueAt: endOf(day, calendar) };
  };
  return {
    self: moved(dayOf(self)),
    head: moved(dayOf(head)),
    latest: { day: last, nominal: dayOf(latest), dueAt: endOf(last, calendar) },
  };
}

/** The latest day itself, or the last working day of the month before it; a month without any keeps the day. */
function lastAllowed(month: string, latest: string, calendar: Days): string {
  const day = step(latest, -1, calendar);
  return day !== undefined && day.startsWith(month) ? day : latest;
}

/** Longest row of days off that is looked through; no company closes for a quarter. */
const MOST_DAYS = 92;

/** The day itself, or the nearest working day in that direction. */
function step(from: string, direction: 1 | -1, calendar: Days): string | undefined {
  let day = from;
  for (let walked = 0; walked < MOST_DAYS; walked++) {
    if (calendar.isWorkingDay(day)) return day;
    day = shifted(day, direction);
  }
  return undefined;
}

const endOf = (day: string, calendar: Days): Date => calendar.startOf(shifted(day, 1));

const shifted = (day: string, by: number): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + by * 86_400_000).toISOString().slice(0, 10);

function yearAndMonth(period: string): [number, number] {
  const [year, month] = period.split('-').map(Number);
  return [year ?? 0, month ?? 0];
}
