/** Concrete cases of working time: the ones the specification names, and every edge of a window (CAL-1…3). */
import { CalendarError } from './calendar.errors';
import { ALWAYS, OFFICE, OFFICE_2026, beijing } from './test/office';
import { compileCalendar } from './working-calendar';

const HOUR = 3_600;
const office = compileCalendar(OFFICE);
const office2026 = compileCalendar(OFFICE_2026);
const always = compileCalendar(ALWAYS);

const codeOf = (act: () => unknown): string | null => {
  try {
    act();
  } catch (error) {
    return error instanceof CalendarError ? error.code : String(error);
  }
  return null;
};

describe('CAL-3 add', () => {
  it.each([
    ['SYS-06 Friday 17:30 and 2 working hours: Monday 10:30', '2026-09-18 17:30', 2 * HOUR, '2026-09-21 10:30'],
    ['HOT-8a a Sunday contact: Monday 11:00', '2026-09-27 14:00', 2 * HOUR, '2026-09-28 11:00'],
    ['a limit used up exactly at closing is due at closing', '2026-09-18 17:00', HOUR, '2026-09-18 18:00'],
    ['also before lunch', '2026-09-18 11:00', HOUR, '2026-09-18 12:00'],
    ['one second more goes over lunch', '2026-09-18 11:00', HOUR + 1, '2026-09-18 13:00:01'],
    ['0 seconds in open time', '2026-09-18 11:00:07', 0, '2026-09-18 11:00:07'],
    ['0 seconds at closing give the next opening', '2026-09-18 18:00', 0, '2026-09-21 09:00'],
    ['0 seconds at opening', '2026-09-18 09:00', 0, '2026-09-18 09:00'],
  ])('CAL-3 %s', (_title, start, seconds, due) => {
    expect(office.add(beijing(start), seconds)).toEqual(beijing(due));
  });

  it('SYS-06 CAL-1 the same form is due on Sunday 10:30 where that Sunday is a make-up workday', () => {
    expect(office2026.add(beijing('2026-09-18 17:30'), 2 * HOUR)).toEqual(beijing('2026-09-20 10:30'));
  });

  it('CAL-1 holidays are leapt over', () => {
    expect(office2026.add(beijing('2026-09-30 17:00'), 2 * HOUR)).toEqual(beijing('2026-10-08 10:00'));
  });

  it('CAL-1 24×7 counts as elapsed time, over midnights and years', () => {
    expect(always.add(beijing('2026-12-31 23:00'), 40 * 86_400)).toEqual(beijing('2027-02-09 23:00'));
    expect(always.between(beijing('2026-12-31 23:00'), beijing('2027-01-01 01:00'))).toBe(2 * HOUR);
  });

  it('CAL-3 seconds and milliseconds are exact', () => {
    expect(office.add(beijing('2026-09-18 11:59:59.500'), 1)).toEqual(beijing('2026-09-18 13:00:00.500'));
    expect(office.between(beijing('2026-09-18 11:59:59.500'), beijing('2026-09-18 13:00:00.500'))).toBe(1);
  });

  it('CAL-3 twenty years at once equal the sum of their days', () => {
    const days = Math.round((Date.parse('2026-01-01') - Date.parse('2006-01-01')) / 86_400_000);
    expect(always.add(beijing('2006-01-01 00:00'), days * 86_400)).toEqual(beijing('2026-01-01 00:00'));
  });
});

describe('CAL-3 pauses', () => {
  const pause = (from: string, to: string) => ({ from: beijing(from), to: beijing(to) });

  it('CAL-3 only cut open time: a pause over lunch takes what was open of it', () => {
    const pauses = [pause('2026-09-18 11:30', '2026-09-18 13:30')];
    expect(office.add(beijing('2026-09-18 11:00'), HOUR, pauses)).toEqual(beijing('2026-09-18 14:00'));
    expect(office.between(beijing('2026-09-18 11:00'), beijing('2026-09-18 14:00'), pauses)).toBe(HOUR);
  });

  it('CAL-3 overlapping ones are merged, in any order', () => {
    const pauses = [pause('2026-09-18 10:00', '2026-09-18 11:00'), pause('2026-09-18 09:30', '2026-09-18 10:30')];
    expect(office.add(beijing('2026-09-18 09:00'), HOUR, pauses)).toEqual(beijing('2026-09-18 11:30'));
  });

  it('CAL-3 are half-open: a limit used up where one begins is due there, none is left at its end', () => {
    const pauses = [pause('2026-09-18 10:00', '2026-09-18 11:00')];
    expect(office.add(beijing('2026-09-18 09:00'), HOUR, pauses)).toEqual(beijing('2026-09-18 10:00'));
    expect(office.add(beijing('2026-09-18 10:00'), HOUR, pauses)).toEqual(beijing('2026-09-18 12:00'));
    expect(office.add(beijing('2026-09-18 10:00'), 0, pauses)).toEqual(beijing('2026-09-18 11:00'));
    expect(office.add(beijing('2026-09-18 11:00'), 0, pauses)).toEqual(beijing('2026-09-18 11:00'));
  });

  it('CAL-3 one that ends before it begins is refused, an empty one changes nothing', () => {
    const start = beijing('2026-09-18 09:00');
    expect(codeOf(() => office.add(start, 1, [pause('2026-09-18 11:00', '2026-09-18 10:00')]))).toBe('bad-pause');
    expect(office.add(start, HOUR, [pause('2026-09-18 09:30', '2026-09-18 09:30')])).toEqual(
      beijing('2026-09-18 10:00'),
    );
  });
});

describe('CAL-3 subtract and between', () => {
  it.each([
    ['inside a window', '2026-09-18 11:00', HOUR, '2026-09-18 10:00'],
    ['used up exactly at opening is the opening', '2026-09-18 14:00', HOUR, '2026-09-18 13:00'],
    ['over lunch', '2026-09-18 13:30', HOUR, '2026-09-18 11:30'],
    ['over the weekend', '2026-09-21 10:00', 2 * HOUR, '2026-09-18 17:00'],
    ['0 seconds inside', '2026-09-18 11:00', 0, '2026-09-18 11:00'],
    ['0 seconds outside: the closing', '2026-09-20 11:00', 0, '2026-09-18 18:00'],
    ['0 seconds at closing: the closing', '2026-09-18 12:00', 0, '2026-09-18 12:00'],
  ])('CAL-3 subtract %s', (_title, start, seconds, from) => {
    expect(office.subtract(beijing(start), seconds)).toEqual(beijing(from));
  });

  it('CAL-3 between is 0 where the end lies before the start', () => {
    expect(office.between(beijing('2026-09-18 11:00'), beijing('2026-09-18 10:00'))).toBe(0);
  });

  it('CAL-3 negative and fractional-millisecond seconds are refused', () => {
    expect(codeOf(() => office.add(beijing('2026-09-18 11:00'), -1))).toBe('bad-seconds');
    expect(codeOf(() => office.subtract(beijing('2026-09-18 11:00'), -1))).toBe('bad-seconds');
    expect(codeOf(() => office.add(beijing('2026-09-18 11:00'), NaN))).toBe('bad-seconds');
    expect(codeOf(() => office.add(new Date(NaN), 1))).toBe('bad-instant');
  });
});

describe('CAL-1 windows over midnight', () => {
  const night = compileCalendar({ weekly: { fri: [['22:00', '06:00']], mon: [['22:00', '06:00']] } });

  it('CAL-1 run into the next date', () => {
    expect(night.isOpen(beijing('2026-09-19 05:59:59'))).toBe(true);
    expect(night.isOpen(beijing('2026-09-19 06:00'))).toBe(false);
    expect(night.closingOf('2026-09-18')).toEqual(beijing('2026-09-19 06:00'));
    expect(night.isWorkingDay('2026-09-19')).toBe(false);
  });

  it('CAL-1 belong wholly to the day they start on: a holiday closes all of one, and nothing of the one before', () => {
    const friday = compileCalendar({ weekly: { fri: [['22:00', '06:00']] }, holidays: ['2026-09-18'] });
    const saturday = compileCalendar({ weekly: { fri: [['22:00', '06:00']] }, holidays: ['2026-09-19'] });
    expect(friday.isOpen(beijing('2026-09-18 23:00'))).toBe(false);
    expect(friday.isOpen(beijing('2026-09-19 02:00'))).toBe(false);
    expect(saturday.isOpen(beijing('2026-09-19 02:00'))).toBe(true);
  });

  it('CAL-1 an end equal to the start is 24 hours; 24:00 is midnight', () => {
    const day = compileCalendar({ weekly: { fri: [['09:00', '09:00']] } });
    expect(day.between(beijing('2026-09-18 00:00'), beijing('2026-09-20 00:00'))).toBe(24 * HOUR);
    const late = compileCalendar({ weekly: { fri: [['20:00', '24:00']] } });
    expect(late.closingOf('2026-09-18')).toEqual(beijing('2026-09-19 00:00'));
  });

  it('CAL-1 time open by two days is counted once', () => {
    const both = compileCalendar({ weekly: { fri: [['22:00', '06:00']], sat: [['05:00', '07:00']] } });
    expect(both.between(beijing('2026-09-18 12:00'), beijing('2026-09-19 12:00'))).toBe(9 * HOUR);
  });
});

describe('CAL-1 which rule wins', () => {
  it('CAL-1 a special day wins over a holiday, a holiday over the week, breaks are taken off last', () => {
    const calendar = compileCalendar({
      weekly: { thu: [['09:00', '18:00']], fri: [['09:00', '18:00']] },
      holidays: ['2026-09-17', '2026-09-18'],
      specialDays: { '2026-09-18': [['10:00', '14:00']] },
      breaks: { '2026-09-18': [['11:00', '11:20']] },
    });
    expect(calendar.isWorkingDay('2026-09-17')).toBe(false);
    expect(calendar.day('2026-09-18').rule).toBe('special-day');
    expect(calendar.between(beijing('2026-09-18 00:00'), beijing('2026-09-19 00:00'))).toBe(4 * HOUR - 20 * 60);
    expect(calendar.isOpen(beijing('2026-09-18 11:10'))).toBe(false);
    expect(calendar.isOpen(beijing('2026-09-18 11:20'))).toBe(true);
  });

  it('CAL-1 a special day without windows is closed, a recurring holiday closes every year', () => {
    const calendar = compileCalendar({ ...ALWAYS, specialDays: { '2026-09-18': [] }, recurringHolidays: ['12-25'] });
    expect(calendar.isWorkingDay('2026-09-18')).toBe(false);
    expect(['2025-12-25', '2026-12-25'].map((date) => calendar.isWorkingDay(date))).toEqual([false, false]);
    expect(calendar.isWorkingDay('2026-12-24')).toBe(true);
  });

  it('CAL-1 a break of the whole day, or at night in the window of the day before, closes what it covers', () => {
    const calendar = compileCalendar({
      weekly: { fri: [['22:00', '06:00']], sat: [['10:00', '12:00']] },
      breaks: {
        '2026-09-19': [
          ['02:00', '03:00'],
          ['10:00', '12:00'],
        ],
      },
    });
    expect(calendar.isOpen(beijing('2026-09-19 02:30'))).toBe(false);
    expect(calendar.isWorkingDay('2026-09-19')).toBe(false);
    expect(calendar.isWorkingDay('2026-09-26')).toBe(true);
  });

  it('CAL-1 weekly hours may change from a date', () => {
    const calendar = compileCalendar({
      weekly: { fri: [['09:00', '12:00']] },
      changes: [{ from: '2026-09-25', weekly: { fri: [['08:00', '12:00']] } }],
    });
    expect(calendar.openingOf('2026-09-18')).toEqual(beijing('2026-09-18 09:00'));
    expect(calendar.openingOf('2026-09-25')).toEqual(beijing('2026-09-25 08:00'));
  });
});

describe('CAL-1 unconfirmed years', () => {
  const calendar = compileCalendar({ ...ALWAYS, confirmedYears: [2026] });

  it('CAL-1 count by the weekly hours with 1 January, 1–2 May and 1–3 October closed', () => {
    const closed = ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'];
    expect(closed.map((date) => calendar.isWorkingDay(date))).toEqual(closed.map(() => false));
    expect(['2027-01-02', '2027-05-03', '2027-10-04'].every((date) => calendar.isWorkingDay(date))).toBe(true);
    expect(closed.map((date) => calendar.isWorkingDay(date.replace('2027', '2026')))).toEqual(closed.map(() => true));
  });

  it('CAL-1 make what touches them provisional, and only that', () => {
    expect(calendar.isProvisional(beijing('2026-12-30 09:00'), beijing('2026-12-31 23:59'))).toBe(false);
    expect(calendar.isProvisional(beijing('2026-12-30 09:00'), beijing('2027-01-02 09:00'))).toBe(true);
    expect(calendar.isProvisional(beijing('2027-01-02 09:00'), beijing('2026-12-30 09:00'))).toBe(true);
    expect(always.isProvisional(beijing('2099-01-02 09:00'))).toBe(false);
  });
});

describe('CAL-2 working days', () => {
  it.each([
    ['HOT-8b the start day is not counted', '2026-09-16 08:00', 2, '2026-09-18 18:00'],
    ['over a weekend with a make-up Sunday', '2026-09-18 10:00', 2, '2026-09-21 18:00'],
    ['from a closed day', '2026-09-19 10:00', 1, '2026-09-20 18:00'],
    ['backwards', '2026-09-21 10:00', -2, '2026-09-18 18:00'],
    ['over the National Day week', '2026-09-30 10:00', 1, '2026-10-08 18:00'],
  ])('CAL-2 at the close: %s', (_title, start, days, due) => {
    expect(office2026.addWorkingDays(beijing(start), days, true)).toEqual(beijing(due));
  });

  it.each([
    ['the same clock time', '2026-09-16 10:15:30', 2, '2026-09-18 10:15:30'],
    ['outside open hours the next opening', '2026-09-16 12:30', 1, '2026-09-17 13:00'],
    ['after closing the opening of the next day', '2026-09-17 20:00', 1, '2026-09-20 09:00'],
    ['negative: the same clock time', '2026-09-18 10:00', -1, '2026-09-17 10:00'],
    ['negative: outside open hours the last closing before', '2026-09-18 12:30', -1, '2026-09-17 12:00'],
    ['negative: before opening the closing of the day before', '2026-09-18 08:00', -1, '2026-09-16 18:00'],
    ['0 days: the start itself where open', '2026-09-18 10:00', 0, '2026-09-18 10:00'],
    ['0 days: else the next opening', '2026-09-19 10:00', 0, '2026-09-20 09:00'],
  ])('CAL-2 clock time: %s', (_title, start, days, due) => {
    expect(office2026.addWorkingDays(beijing(start), days)).toEqual(beijing(due));
  });

  it('HOT-8c the opening of the next working day, strictly later', () => {
    expect(office2026.nextOpeningOfDay(beijing('2026-09-18 18:00'))).toEqual(beijing('2026-09-20 09:00'));
    expect(office2026.nextOpeningOfDay(beijing('2026-09-20 09:00'))).toEqual(beijing('2026-09-21 09:00'));
    expect(office2026.nextOpeningOfDay(beijing('2026-09-21 08:59:59'))).toEqual(beijing('2026-09-21 09:00'));
    expect(always.nextOpeningOfDay(beijing('2026-09-21 08:59:59'))).toEqual(beijing('2026-09-22 00:00'));
  });
});

describe('CAL-3 walks without end', () => {
  it('CAL-3 a calendar that is never open is refused', () => {
    expect(codeOf(() => compileCalendar({ weekly: {} }))).toBe('never-open');
    expect(codeOf(() => compileCalendar({ weekly: { mon: [] }, specialDays: { '2026-09-18': [] } }))).toBe(
      'never-open',
    );
    const shut = { '2026-09-18': [['09:00', '12:00']] } as const;
    expect(codeOf(() => compileCalendar({ weekly: {}, specialDays: shut, breaks: shut }))).toBe('never-open');
  });

  it('CAL-3 a walk past the last open day is refused, in both directions', () => {
    const once = compileCalendar({ weekly: {}, specialDays: { '2026-09-18': [['09:00', '12:00']] } });
    expect(once.add(beijing('2020-01-01 00:00'), 3 * HOUR)).toEqual(beijing('2026-09-18 12:00'));
    expect(codeOf(() => once.add(beijing('2020-01-01 00:00'), 3 * HOUR + 1))).toBe('no-end');
    expect(once.subtract(beijing('2030-01-01 00:00'), 3 * HOUR)).toEqual(beijing('2026-09-18 09:00'));
    expect(codeOf(() => once.subtract(beijing('2030-01-01 00:00'), 3 * HOUR + 1))).toBe('no-end');
    expect(codeOf(() => once.nextOpen(beijing('2026-09-18 12:00')))).toBe('no-end');
    expect(codeOf(() => once.addWorkingDays(beijing('2026-09-18 12:00'), 1, true))).toBe('no-end');
    expect(codeOf(() => once.nextOpeningOfDay(beijing('2026-09-18 12:00')))).toBe('no-end');
  });

  it('CAL-3 a count of centuries is refused, quickly', () => {
    expect(codeOf(() => office.add(beijing('2026-09-18 12:00'), Number.MAX_SAFE_INTEGER / 1_000 - 1))).toBe('no-end');
    expect(codeOf(() => office.addWorkingDays(beijing('2026-09-18 12:00'), 1e9))).toBe('no-end');
    expect(codeOf(() => office.between(new Date('0002-01-01T00:00:00Z'), beijing('2026-01-01 00:00')))).toBe('no-end');
    expect(codeOf(() => office.add(new Date('+275000-01-01T00:00:00Z'), 1))).toBe('no-end');
  });
});
