/**
 * China's statutory days as rows, and every working minute of 2004–2026 and of the years with summer time (CAL-1, B2): of
 * each 20th day, of every day in `npm run test:faults`.
 */
import { getDayDetail } from 'chinese-days';
import { compileCalendar } from './working-calendar';
import { statutoryCalendar, type StatutoryDay } from './statutory';
import { OFFICE, OFFICE_HOURS, beijing } from './test/office';
import { MinuteOracle } from './test/minute-oracle';

const DAY_MS = 86_400_000;
const [FROM, TO] = [Date.parse('2004-01-01'), Date.parse('2027-01-01')];
const { weekly } = OFFICE;
const STEP = process.env['FAULTS'] === 'full' ? 1 : 20;

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** What differs from the plain week, as the calendars part stores it. */
function rows(): StatutoryDay[] {
  const found: StatutoryDay[] = [];
  for (let ms = FROM; ms < TO; ms += DAY_MS) {
    const { work, name } = getDayDetail(dateOf(ms));
    if (name.includes(',')) found.push({ date: dateOf(ms), kind: work ? 'workday' : 'holiday', confirmed: true });
  }
  return found;
}

const days = rows();
const definition = statutoryCalendar({ weekly, days });
const calendar = compileCalendar(definition);

describe('CAL-1 statutory days', () => {
  it('CAL-1 B2 working days of 2004–2026 are those of the notices, all make-up days too', () => {
    const wrong: string[] = [];
    for (let ms = FROM; ms < TO; ms += DAY_MS) {
      const date = dateOf(ms);
      if (calendar.isWorkingDay(date) !== getDayDetail(date).work) wrong.push(date);
    }
    expect(wrong).toEqual([]);
    expect(days.filter(({ date, kind }) => kind === 'workday' && date.startsWith('2026'))).toHaveLength(6);
  });

  it.each([
    ['2004–2026', FROM, TO],
    ['1986–1991, when Shanghai had summer time', Date.parse('1986-01-01'), Date.parse('1992-01-01')],
  ])('CAL-3 B2 every minute equals the oracle: %s', (_years, from, to) => {
    let minutes = 0;
    for (let ms = from; ms < to - 2 * DAY_MS; ms += STEP * DAY_MS) {
      const oracle = new MinuteOracle(definition, ms, 1_440);
      for (let at = ms; at < ms + DAY_MS; at += 60_000) {
        if (calendar.isOpen(new Date(at)) !== oracle.isOpen(at)) throw new Error(new Date(at).toISOString());
        minutes += 1;
      }
    }
    expect(minutes).toBe(Math.ceil((to - from - 2 * DAY_MS) / (STEP * DAY_MS)) * 1_440);
  });

  it('CAL-1 a make-up workday has the hours of Monday', () => {
    expect(definition.specialDays?.['2026-09-20']).toEqual(OFFICE_HOURS);
    expect(calendar.add(beijing('2026-09-18 17:30'), 7_200)).toEqual(beijing('2026-09-20 10:30'));
  });

  it('CAL-1 a year without rows, or with one not confirmed, is unconfirmed and counts by the weekly hours', () => {
    const draft = compileCalendar(
      statutoryCalendar({
        weekly,
        days: [
          { date: '2027-02-08', kind: 'holiday', confirmed: false },
          { date: '2027-01-01', kind: 'holiday', confirmed: true },
        ],
      }),
    );
    expect(draft.isWorkingDay('2027-02-08')).toBe(true);
    expect(draft.isWorkingDay('2027-10-01')).toBe(false);
    expect(draft.isProvisional(beijing('2027-02-08 10:00'))).toBe(true);
    expect(calendar.isProvisional(beijing('2026-12-31 10:00'))).toBe(false);
    expect(calendar.isProvisional(beijing('2027-01-04 10:00'))).toBe(true);
  });

  it('CAL-1 a station that works on statutory holidays heeds no notice and is never provisional', () => {
    const station = compileCalendar(statutoryCalendar({ weekly, days, worksOnHolidays: true }));
    expect(station.isWorkingDay('2026-10-01')).toBe(true);
    expect(station.isWorkingDay('2026-09-20')).toBe(false);
    expect(station.isProvisional(beijing('2030-01-01 00:00'))).toBe(false);
  });

  it('CAL-1 company exceptions win over the notice, in both directions', () => {
    const own = compileCalendar(
      statutoryCalendar({
        weekly,
        days,
        exceptions: { holidays: ['2026-09-20'], specialDays: { '2026-10-01': [['10:00', '12:00']] } },
      }),
    );
    expect(own.isWorkingDay('2026-09-20')).toBe(false);
    expect(own.openingOf('2026-10-01')).toEqual(beijing('2026-10-01 10:00'));
  });
});
