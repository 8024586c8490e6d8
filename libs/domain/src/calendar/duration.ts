/** Durations of limits and the instants they end at: elapsed and working units side by side (CAL-2). */
import { CalendarError } from './calendar.errors';
import { SECOND, shiftDate } from './civil';
import type { WorkingCalendar } from './working-calendar';

/**
 * `minute`, `hour` and `day` (24 hours) are elapsed. `working-hour` counts open time only. `working-day` ends at the
 * close of the Nth working day, `calendar-day` at the close of the Nth calendar day, or of the next that opens.
 */
export type DurationUnit = 'minute' | 'hour' | 'day' | 'working-hour' | 'working-day' | 'calendar-day';

/** A limit as a pack writes it. Value: 0 or more; whole for `working-day` and `calendar-day`. */
export interface Duration {
  readonly unit: DurationUnit;
  readonly value: number;
  /** working-day: the start's own day is the first, unless it is closed or over by then. */
  readonly countStartDay?: boolean;
  /** working-day: due at the start's clock time on that day instead of its close. */
  readonly keepClockTime?: boolean;
}

const UNIT_SECONDS: Readonly<Record<DurationUnit, number>> = {
  minute: 60,
  hour: 3_600,
  day: 86_400,
  'working-hour': 3_600,
  'working-day': 0,
  'calendar-day': 0,
};

/** True for the units that run day and night, by no calendar. */
export const isElapsed = ({ unit }: Duration): boolean => unit === 'minute' || unit === 'hour' || unit === 'day';

/** Throws CalendarError 'bad-duration' unless the unit is known and the value fits it. */
export function checkDuration(duration: Duration, path = ''): Duration {
  const { unit, value } = duration;
  if (!Object.hasOwn(UNIT_SECONDS, unit)) throw new CalendarError('bad-duration', `${path}/unit`);
  const whole = UNIT_SECONDS[unit] === 0;
  if (!(Number.isFinite(value) && value >= 0) || (whole && !Number.isSafeInteger(value))) {
    throw new CalendarError('bad-duration', `${path}/value`);
  }
  return duration;
}

/** Seconds of a unit that has a fixed length, rounded to the whole second. */
const secondsOf = ({ unit, value }: Duration): number => Math.round(value * UNIT_SECONDS[unit]);

/** When a limit that began at `start` is due, on the calendar of the stage (CAL-2, DLN-1). */
export function dueAt(start: Date, duration: Duration, calendar: WorkingCalendar): Date {
  checkDuration(duration);
  switch (duration.unit) {
    case 'working-hour':
      return calendar.add(start, secondsOf(duration));
    case 'working-day':
      return workingDays(start, duration, calendar);
    case 'calendar-day':
      return calendarDays(start, duration, calendar);
    default:
      return new Date(start.getTime() + secondsOf(duration) * SECOND);
  }
}

/** True where the due instant leans on a year whose holiday notice is not out (CAL-1). */
export function isDueProvisional(start: Date, due: Date, duration: Duration, calendar: WorkingCalendar): boolean {
  return !isElapsed(duration) && calendar.isProvisional(start, due);
}

function workingDays(start: Date, duration: Duration, calendar: WorkingCalendar): Date {
  const { value, countStartDay = false, keepClockTime = false } = duration;
  const closing = calendar.closingOf(calendar.dateOf(start));
  const days = countStartDay && value > 0 && closing !== null && start < closing ? value - 1 : value;
  if (keepClockTime) return calendar.addWorkingDays(start, days);
  const due = calendar.addWorkingDays(start, days, true);
  return due > start ? due : calendar.addWorkingDays(start, 1, true);
}

function calendarDays(start: Date, duration: Duration, calendar: WorkingCalendar): Date {
  const closeFrom = (days: number): Date =>
    calendar.addWorkingDays(calendar.startOf(shiftDate(calendar.dateOf(start), days)), 0, true);
  const due = closeFrom(duration.value);
  return due > start ? due : closeFrom(duration.value + 1);
}
