/** Turns rows of statutory days (holidays and make-up workdays 调休) and weekly hours into a calendar (CAL-1). */
import type { CalendarDefinition, LocalDate, WeeklyHours, Window } from './definition';

/** A day of a holiday notice as stored: editable, and confirmed once the notice of its year is out. */
export interface StatutoryDay {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'workday';
  readonly confirmed: boolean;
}

export interface StatutoryCalendar {
  readonly timezone?: string;
  readonly weekly: WeeklyHours;
  readonly days: readonly StatutoryDay[];
  /** 节假日无休服务: the station works on statutory holidays, so that no notice moves anything. */
  readonly worksOnHolidays?: boolean;
  /** Company exceptions, which win over the notice. */
  readonly exceptions?: Pick<
    CalendarDefinition,
    'changes' | 'holidays' | 'recurringHolidays' | 'specialDays' | 'breaks'
  >;
}

/** A make-up workday has Monday's hours, or those of the first weekday that has any. */
function makeUpHours(weekly: WeeklyHours): readonly Window[] {
  const days = [weekly.mon, weekly.tue, weekly.wed, weekly.thu, weekly.fri];
  return days.find((windows) => windows !== undefined && windows.length > 0) ?? [];
}

/** Weekly hours that hold on a date, changes counted. */
function weeklyOn(date: LocalDate, source: StatutoryCalendar): WeeklyHours {
  const changes = source.exceptions?.changes ?? [];
  return changes.filter((change) => change.from <= date).at(-1)?.weekly ?? source.weekly;
}

/**
 * A year is confirmed when it has rows and all are confirmed; rows of other years are left out, since an unconfirmed
 * year counts by the weekly hours.
 */
export function statutoryCalendar(source: StatutoryCalendar): CalendarDefinition {
  const { timezone, weekly, exceptions = {} } = source;
  const base = { ...exceptions, ...(timezone === undefined ? {} : { timezone }), weekly };
  if (source.worksOnHolidays) return base;

  const years = new Map<number, boolean>();
  for (const { date, confirmed } of source.days) {
    const year = Number(date.slice(0, 4));
    years.set(year, confirmed && (years.get(year) ?? true));
  }
  const holidays = new Set(exceptions.holidays);
  const specialDays: Record<LocalDate, readonly Window[]> = {};
  for (const { date, kind } of source.days) {
    if (!years.get(Number(date.slice(0, 4)))) continue;
    if (kind === 'holiday') holidays.add(date);
    else if (!holidays.has(date)) {
      const hours = makeUpHours(weeklyOn(date, source));
      if (hours.length > 0) specialDays[date] = hours;
    }
  }
  return {
    ...base,
    holidays: [...holidays],
    specialDays: { ...specialDays, ...exceptions.specialDays },
    confirmedYears: [...years].filter(([, confirmed]) => confirmed).map(([year]) => year),
  };
}
