/** Working time where clocks are moved: Berlin, and Shanghai's summer time of 1986–1991 (CAL-3, B2). */
import type { CalendarDefinition, Window } from './definition';
import { compileCalendar } from './working-calendar';

const HOUR = 3_600;

const every = (timezone: string, window: Window): CalendarDefinition => ({
  timezone,
  weekly: { mon: [window], tue: [window], wed: [window], thu: [window], fri: [window], sat: [window], sun: [window] },
});

describe('CAL-3 Europe/Berlin', () => {
  it('CAL-3 a night shift has 7 hours when clocks go forward and 9 when they go back', () => {
    const night = compileCalendar(every('Europe/Berlin', ['22:00', '06:00']));
    const of = (from: string, to: string): number => night.between(new Date(from), new Date(to));
    expect(of('2026-03-28T12:00:00+01:00', '2026-03-29T12:00:00+02:00')).toBe(7 * HOUR);
    expect(of('2026-10-24T12:00:00+02:00', '2026-10-25T12:00:00+01:00')).toBe(9 * HOUR);
    expect(of('2026-10-25T12:00:00+01:00', '2026-10-26T12:00:00+01:00')).toBe(8 * HOUR);
  });

  it('CAL-3 what the clock skips is not there: 02:00–03:00 is closed that day, and is no working day alone', () => {
    const skipped = compileCalendar(every('Europe/Berlin', ['02:00', '03:00']));
    expect(skipped.isWorkingDay('2026-03-28')).toBe(true);
    expect(skipped.isWorkingDay('2026-03-29')).toBe(false);
    expect(skipped.toIso(skipped.add(new Date('2026-03-28T02:30:00+01:00'), HOUR))).toBe('2026-03-30T02:30:00+02:00');
  });

  it('CAL-3 what the clock shows twice is there twice', () => {
    const twice = compileCalendar(every('Europe/Berlin', ['02:00', '03:00']));
    expect(twice.between(new Date('2026-10-25T00:00:00+02:00'), new Date('2026-10-25T12:00:00+01:00'))).toBe(2 * HOUR);
    expect(twice.toIso(twice.nextOpen(new Date('2026-10-25T00:00:00+02:00')))).toBe('2026-10-25T02:00:00+02:00');
  });

  it('CAL-3 an opening inside the gap is the moment the clock jumps', () => {
    const calendar = compileCalendar(every('Europe/Berlin', ['02:30', '06:00']));
    expect(calendar.toIso(calendar.nextOpen(new Date('2026-03-29T00:00:00+01:00')))).toBe('2026-03-29T03:00:00+02:00');
  });

  it('CAL-2 working days keep the clock time over the change', () => {
    const calendar = compileCalendar(every('Europe/Berlin', ['00:00', '24:00']));
    const later = (start: string, days: number): string =>
      calendar.toIso(calendar.addWorkingDays(new Date(start), days));
    expect(later('2026-03-28T10:00:00+01:00', 2)).toBe('2026-03-30T10:00:00+02:00');
    expect(later('2026-03-28T02:30:00+01:00', 1)).toBe('2026-03-29T03:30:00+02:00');
    expect(later('2026-10-24T02:30:00+02:00', 1)).toBe('2026-10-25T02:30:00+02:00');
    expect(later('2026-10-27T02:30:00+01:00', -2)).toBe('2026-10-25T02:30:00+02:00');
  });

  it('CAL-3 answers carry the offset of their own day', () => {
    const calendar = compileCalendar(every('Europe/Berlin', ['09:00', '17:00']));
    expect(calendar.toIso(calendar.add(new Date('2026-10-24T16:00:00+02:00'), 2 * HOUR))).toBe(
      '2026-10-25T10:00:00+01:00',
    );
    expect(calendar.toIso(new Date('2026-10-25T00:30:00.250Z'))).toBe('2026-10-25T02:30:00.250+02:00');
  });
});

describe('CAL-3 Asia/Shanghai 1986–1991', () => {
  const always = compileCalendar(every('Asia/Shanghai', ['00:00', '24:00']));

  it('CAL-3 the day summer time began has 23 hours, the day it ended 25', () => {
    const hours = (date: string, next: string): number =>
      always.between(always.startOf(date), always.startOf(next)) / HOUR;
    expect(hours('1986-05-04', '1986-05-05')).toBe(23);
    expect(hours('1986-09-14', '1986-09-15')).toBe(25);
    expect(hours('1991-04-14', '1991-04-15')).toBe(23);
    expect(hours('1991-09-15', '1991-09-16')).toBe(25);
    expect(hours('1992-04-12', '1992-04-13')).toBe(24);
  });

  it('CAL-3 office hours of that summer lie an hour earlier by UTC', () => {
    const office = compileCalendar(every('Asia/Shanghai', ['09:00', '17:00']));
    expect(office.nextOpen(new Date('1988-07-01T00:00:00Z')).toISOString()).toBe('1988-07-01T00:00:00.000Z');
    expect(office.nextOpen(new Date('1992-07-01T00:00:00Z')).toISOString()).toBe('1992-07-01T01:00:00.000Z');
    expect(office.toIso(new Date('1988-07-01T00:00:00Z'))).toBe('1988-07-01T09:00:00+09:00');
  });
});

describe('CAL-3 other odd clocks', () => {
  it('CAL-3 a date that a zone skipped is no working day', () => {
    const apia = compileCalendar(every('Pacific/Apia', ['00:00', '24:00']));
    expect(apia.isWorkingDay('2011-12-30')).toBe(false);
    expect(apia.toIso(apia.addWorkingDays(new Date('2011-12-29T10:00:00-10:00'), 1))).toBe('2011-12-31T10:00:00+14:00');
  });

  it('CAL-3 a day that begins at 01:00 is whole', () => {
    const brazil = compileCalendar(every('America/Sao_Paulo', ['00:00', '24:00']));
    expect(brazil.between(brazil.startOf('2018-11-04'), brazil.startOf('2018-11-05'))).toBe(23 * HOUR);
    expect(brazil.toIso(brazil.startOf('2018-11-04'))).toBe('2018-11-04T01:00:00-02:00');
  });
});
