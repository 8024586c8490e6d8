/** What a working-time calendar is made of (CAL-1): plain data, as stored, as in a pack, as in a preview request. */

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** The week in the order in which it is counted. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A calendar date 'YYYY-MM-DD' on the calendar's own wall clock. */
export type LocalDate = string;

/**
 * A window of open time ['HH:mm', 'HH:mm'], half-open. '24:00' is allowed as its end. An end at or before the start
 * means the next day; such a window belongs wholly to the day it starts on.
 */
export type Window = readonly [from: string, to: string];

/** Weekly hours; a weekday that is not named is closed. */
export type WeeklyHours = Partial<Record<Weekday, readonly Window[]>>;

/** A calendar as data. A special day wins over a holiday, a holiday over the week; breaks are taken off last. */
export interface CalendarDefinition {
  /** IANA time zone; Asia/Shanghai unless set. */
  readonly timezone?: string;
  readonly weekly: WeeklyHours;
  /** Weekly hours that hold from a date on, instead of those before. */
  readonly changes?: readonly { readonly from: LocalDate; readonly weekly: WeeklyHours }[];
  readonly holidays?: readonly LocalDate[];
  /** 'MM-DD', closed every year. */
  readonly recurringHolidays?: readonly string[];
  /** Dates with hours of their own; an empty list closes the day. */
  readonly specialDays?: Readonly<Record<LocalDate, readonly Window[]>>;
  /** Time taken off the open time of a date, whatever opened it. */
  readonly breaks?: Readonly<Record<LocalDate, readonly Window[]>>;
  /**
   * Years whose official holidays are known. Any other year is unconfirmed: it counts by the weekly hours with
   * UNCONFIRMED_CLOSED, and what touches it is provisional. Undefined = every year is confirmed.
   */
  readonly confirmedYears?: readonly number[];
}

/** The zone of a calendar that names none (CAL-1). */
export const DEFAULT_TIMEZONE = 'Asia/Shanghai';

/** Days closed in a year whose holiday notice is not out yet, as 'MM-DD' (CAL-1). */
export const UNCONFIRMED_CLOSED: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** Why a day is open or closed: the rule that decided it. */
export type DayRule = 'special-day' | 'holiday' | 'recurring-holiday' | 'unconfirmed-holiday' | 'weekly';
