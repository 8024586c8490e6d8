/** Elapsed and working units side by side (CAL-2). */
import { CalendarError } from './calendar.errors';
import { checkDuration, dueAt, isDueProvisional, type Duration } from './duration';
import { ALWAYS, OFFICE_2026, beijing } from './test/office';
import { compileCalendar } from './working-calendar';

const office = compileCalendar(OFFICE_2026);
const always = compileCalendar(ALWAYS);

describe('CAL-2 durations', () => {
  it.each<[Duration, string, string]>([
    [{ unit: 'minute', value: 30 }, '2026-09-18 17:45', '2026-09-18 18:15'],
    [{ unit: 'hour', value: 24 }, '2026-09-18 17:45', '2026-09-19 17:45'],
    [{ unit: 'day', value: 7 }, '2026-09-18 17:45', '2026-09-25 17:45'],
    [{ unit: 'working-hour', value: 2 }, '2026-09-18 17:30', '2026-09-20 10:30'],
    [{ unit: 'working-hour', value: 0.5 }, '2026-09-18 17:30', '2026-09-18 18:00'],
    [{ unit: 'working-day', value: 2 }, '2026-09-18 17:30', '2026-09-21 18:00'],
    [{ unit: 'working-day', value: 2 }, '2026-09-18 02:00', '2026-09-21 18:00'],
    [{ unit: 'working-day', value: 2, countStartDay: true }, '2026-09-18 17:30', '2026-09-20 18:00'],
    [{ unit: 'working-day', value: 1, countStartDay: true }, '2026-09-18 17:30', '2026-09-18 18:00'],
    [{ unit: 'working-day', value: 1, countStartDay: true }, '2026-09-18 18:00', '2026-09-20 18:00'],
    [{ unit: 'working-day', value: 1, countStartDay: true }, '2026-09-19 10:00', '2026-09-20 18:00'],
    [{ unit: 'working-day', value: 2, keepClockTime: true }, '2026-09-18 17:30', '2026-09-21 17:30'],
    [{ unit: 'working-day', value: 0 }, '2026-09-18 17:30', '2026-09-18 18:00'],
    [{ unit: 'working-day', value: 0 }, '2026-09-18 18:00', '2026-09-20 18:00'],
    [{ unit: 'calendar-day', value: 1 }, '2026-09-17 10:00', '2026-09-18 18:00'],
    [{ unit: 'calendar-day', value: 1 }, '2026-09-18 10:00', '2026-09-20 18:00'],
    [{ unit: 'calendar-day', value: 0 }, '2026-09-18 19:00', '2026-09-20 18:00'],
  ])('CAL-2 %j from %s is due %s', (duration, start, due) => {
    expect(dueAt(beijing(start), duration, office)).toEqual(beijing(due));
  });

  it('RVT-1a CAL-2 the next calendar day of a calendar of 365 days ends at its close', () => {
    expect(dueAt(beijing('2026-09-30 23:50'), { unit: 'calendar-day', value: 1 }, always)).toEqual(
      beijing('2026-10-02 00:00'),
    );
  });

  it('CAL-2 a wrong unit or value is refused with its path', () => {
    const refused = (duration: unknown): string => {
      try {
        checkDuration(duration as Duration, '/limit');
      } catch (error) {
        return error instanceof CalendarError ? error.path : String(error);
      }
      return 'taken';
    };
    expect(refused({ unit: 'fortnight', value: 1 })).toBe('/limit/unit');
    expect(refused({ unit: 'hour', value: -1 })).toBe('/limit/value');
    expect(refused({ unit: 'hour', value: NaN })).toBe('/limit/value');
    expect(refused({ unit: 'working-day', value: 1.5 })).toBe('/limit/value');
    expect(refused({ unit: 'working-hour', value: 1.5 })).toBe('taken');
  });

  it('CAL-1 only working units are provisional in an unconfirmed year', () => {
    const draft = compileCalendar({ ...OFFICE_2026, confirmedYears: [2026] });
    const [start, due] = [beijing('2026-12-31 17:00'), beijing('2027-01-04 10:00')];
    expect(isDueProvisional(start, due, { unit: 'working-hour', value: 2 }, draft)).toBe(true);
    expect(isDueProvisional(start, due, { unit: 'hour', value: 89 }, draft)).toBe(false);
  });
});
