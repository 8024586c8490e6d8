/** Rows of calendars and statutory days: the only reader and writer of the tables (CAL-1). */
import type { CalendarDefinition, LocalDate, StatutoryDay, WeeklyHours } from '@bihuan/domain';
import type { Title } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';

/** What a company adds on top of week and notice. */
export type Exceptions = Pick<
  CalendarDefinition,
  'changes' | 'holidays' | 'recurringHolidays' | 'specialDays' | 'breaks'
>;

export interface CalendarRow {
  readonly code: string;
  readonly id: string;
  readonly title: Title;
  readonly timezone: string;
  readonly weekly: WeeklyHours;
  readonly worksOnHolidays: boolean;
  readonly exceptions: Exceptions;
  readonly version: number;
}

export interface StatutoryDayRow extends StatutoryDay {
  readonly name: string;
  /** Where the day comes from: a package with its version, or the notice a person named. */
  readonly source: string;
}

/** A query in a transaction or outside. */
export type Query = <R>(sql: string, parameters?: readonly unknown[]) => Promise<R[]>;

const CALENDAR = `select code, id, title, timezone, weekly, works_on_holidays as "worksOnHolidays", exceptions, version
  from calendars.calendar`;
const DAY = `select to_char(date, 'YYYY-MM-DD') as date, kind, name, source, confirmed from calendars.statutory_day`;
const LOCK = 7_201_009;

export const calendarStore = {
  /** One change of calendars at a time, so that a notice and an edit never mix. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  },

  all: (query: Query): Promise<CalendarRow[]> => query<CalendarRow>(`${CALENDAR} order by code`),

  async byCode(query: Query, code: string): Promise<CalendarRow | undefined> {
    return (await query<CalendarRow>(`${CALENDAR} where code = $1`, [code]))[0];
  },

  /** Adds calendars that are not there yet; answers the codes added. */
  async addMissing(tx: Transaction, calendars: readonly Omit<CalendarRow, 'id' | 'version'>[]): Promise<string[]> {
    const rows = await tx.query<{ code: string }>(
      `insert into calendars.calendar (code, title, timezone, weekly, works_on_holidays, exceptions, changed_at)
       select code, title, timezone, weekly, "worksOnHolidays", exceptions, $2
         from jsonb_to_recordset($1::jsonb) as c(code text, title jsonb, timezone text, weekly jsonb,
                                                 "worksOnHolidays" boolean, exceptions jsonb)
       on conflict (code) do nothing returning code`,
      [JSON.stringify(calendars), tx.now],
    );
    return rows.map(({ code }) => code);
  },

  /** Writes the calendar over; its version goes up by one. */
  async update(tx: Transaction, row: Omit<CalendarRow, 'id' | 'version'>): Promise<void> {
    await tx.query(
      `update calendars.calendar set title = $2, timezone = $3, weekly = $4, works_on_holidays = $5, exceptions = $6,
              version = version + 1, changed_at = $7 where code = $1`,
      [
        row.code,
        JSON.stringify(row.title),
        row.timezone,
        JSON.stringify(row.weekly),
        row.worksOnHolidays,
        JSON.stringify(row.exceptions),
        tx.now,
      ],
    );
  },

  days: (query: Query): Promise<StatutoryDayRow[]> => query<StatutoryDayRow>(`${DAY} order by date`),

  daysOf: (query: Query, year: number): Promise<StatutoryDayRow[]> =>
    query<StatutoryDayRow>(`${DAY} where date between $1 and $2 order by date`, [firstOf(year), lastOf(year)]),

  /** Replaces the statutory days of a year. */
  async replaceYear(tx: Transaction, year: number, days: readonly StatutoryDayRow[]): Promise<void> {
    await tx.query('delete from calendars.statutory_day where date between $1 and $2', [firstOf(year), lastOf(year)]);
    await calendarStore.addDays(tx, days);
  },

  async addDays(tx: Transaction, days: readonly StatutoryDayRow[]): Promise<void> {
    await tx.query(
      `insert into calendars.statutory_day (date, kind, name, source, confirmed)
       select date, kind, name, source, confirmed
         from jsonb_to_recordset($1::jsonb) as d(date date, kind text, name text, source text, confirmed boolean)`,
      [JSON.stringify(days)],
    );
  },
};

const firstOf = (year: number): LocalDate => `${String(year).padStart(4, '0')}-01-01`;
const lastOf = (year: number): LocalDate => `${String(year).padStart(4, '0')}-12-31`;
