/** Random calendars, instants and pauses for the property tests, dense in edges: midnight, lunch, overnight, zones. */
import fc from 'fast-check';
import { WEEKDAYS, type CalendarDefinition, type WeeklyHours, type Window } from '../definition';

export const DAY_MS = 86_400_000;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const minuteOfDay = fc.oneof(
  fc.constantFrom(0, 60, 90, 120, 150, 180, 540, 720, 780, 1_080, 1_320, 1_439),
  fc.integer({ min: 0, max: 1_439 }),
);

const window: fc.Arbitrary<Window> = fc
  .tuple(minuteOfDay, fc.oneof(minuteOfDay, fc.constant(1_440)))
  .map(([from, to]) => [clock(from), clock(to)] as const);

const usual: readonly Window[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

const windows: fc.Arbitrary<readonly Window[]> = fc.oneof(
  fc.constant(usual),
  fc.array(window, { minLength: 0, maxLength: 3 }),
);

const week: fc.Arbitrary<WeeklyHours> = fc
  .tuple(...WEEKDAYS.map(() => windows))
  .map((days) => Object.fromEntries(WEEKDAYS.map((name, i) => [name, days[i] ?? []])));

/** Zones with, without and formerly with summer time, at half hours, and one that jumps at midnight. */
export const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'UTC',
];

/** A first day and the calendar's named dates around it. */
export interface Scene {
  readonly first: number;
  readonly definition: CalendarDefinition;
}

const span = (from: string, to: string): fc.Arbitrary<number> =>
  fc.integer({ min: Date.parse(from) / DAY_MS, max: Date.parse(to) / DAY_MS }).map((day) => day * DAY_MS);

/** 2004–2026, and 1986–1991, when Asia/Shanghai had summer time; biased towards days on which clocks are moved. */
const firstDay = fc.oneof(
  span('2004-01-01', '2026-11-01'),
  span('1986-01-01', '1991-12-01'),
  fc.constantFrom(
    ...['1986-04-20', '1986-09-01', '1991-04-01', '2018-10-25', '2026-03-15', '2026-10-15'].map(Date.parse),
  ),
  fc.constantFrom(...['2008-12-15', '2025-12-15', '2024-02-10'].map(Date.parse)),
);

export const sceneOf = (days: number): fc.Arbitrary<Scene> =>
  firstDay.chain((first) => {
    const date = fc
      .integer({ min: 0, max: days })
      .map((offset) => new Date(first + offset * DAY_MS).toISOString().slice(0, 10));
    const year = Number(new Date(first).toISOString().slice(0, 4));
    return fc
      .record(
        {
          timezone: fc.constantFrom(...ZONES),
          weekly: week,
          changes: fc.tuple(date, week).map(([from, weekly]) => [{ from, weekly }]),
          holidays: fc.array(date, { maxLength: 6 }),
          recurringHolidays: fc.array(
            date.map((each) => each.slice(5)),
            { maxLength: 3 },
          ),
          specialDays: fc.dictionary(date, windows, { maxKeys: 5 }),
          breaks: fc.dictionary(date, fc.array(window, { maxLength: 2 }), { maxKeys: 5 }),
          confirmedYears: fc.constantFrom([year], [year + 1], []),
        },
        { requiredKeys: ['weekly'] },
      )
      .map((definition) => ({ first, definition }));
  });
