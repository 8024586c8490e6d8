/** 2nd, 5th, 10th: holidays move the days, never past the 10th (APR-5, RD-34, SYS-46). */
import { compileCalendar } from '@bihuan/domain';
import { cutOffsOf, endOfPeriod, nextPeriod, previousPeriod } from './cut-off.rules';

const office = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
] as const;
const weekly = { mon: office, tue: office, wed: office, thu: office, fri: office };
const rule = { self: 2, head: 5, latest: 10, move: 'later' } as const;
const withHolidays = (...holidays: string[]) => compileCalendar({ weekly, holidays });
const range = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`);
const days = (period: string, calendar: ReturnType<typeof withHolidays>, move: 'later' | 'earlier' = 'later') => {
  const { self, head, latest } = cutOffsOf(period, { ...rule, move }, calendar);
  return [self.day, head.day, latest.day];
};

it('APR-5 a month without holidays keeps 2nd, 5th and 10th, each to the end of its day', () => {
  const cutOffs = cutOffsOf('2026-05', rule, withHolidays());
  expect([cutOffs.self.day, cutOffs.head.day, cutOffs.latest.day]).toEqual(['2026-06-02', '2026-06-05', '2026-06-10']);
  expect(cutOffs.self.dueAt.toISOString()).toBe(new Date('2026-06-03T00:00:00+08:00').toISOString());
});

it('APR-5 SYS-46 holidays move them to the next working day, what was is kept beside', () => {
  const nationalDay = withHolidays(...range('2026-10', 1, 7));
  const cutOffs = cutOffsOf('2026-09', rule, nationalDay);
  // 10 October 2026 is a Saturday: the last working day before it.
  expect([cutOffs.self, cutOffs.head, cutOffs.latest].map(({ day, nominal }) => [nominal, day])).toEqual([
    ['2026-10-02', '2026-10-08'],
    ['2026-10-05', '2026-10-08'],
    ['2026-10-10', '2026-10-09'],
  ]);
});

it('APR-5 a company may set them earlier', () => {
  // 2 August 2026 is a Sunday.
  expect(days('2026-07', withHolidays(), 'later')).toEqual(['2026-08-03', '2026-08-05', '2026-08-10']);
  expect(days('2026-07', withHolidays(), 'earlier')).toEqual(['2026-07-31', '2026-08-05', '2026-08-10']);
});

it('APR-5 RD-34 never past the 10th, even if that is a holiday: then the last working day before', () => {
  // Off from the 2nd to the 10th: only the 1st, a Monday, is left.
  expect(days('2026-05', withHolidays(...range('2026-06', 2, 10)))).toEqual(['2026-06-01', '2026-06-01', '2026-06-01']);
  // Off from the 4th to the 10th: the 2nd stands, the head's 5th falls back.
  expect(days('2026-05', withHolidays(...range('2026-06', 4, 12)))).toEqual(['2026-06-02', '2026-06-03', '2026-06-03']);
});

it('RD-34 a month that begins with ten days off keeps the 10th itself', () => {
  expect(days('2026-05', withHolidays(...range('2026-06', 1, 12)))).toEqual(['2026-06-10', '2026-06-10', '2026-06-10']);
});

it('APR-5 December is appraised in January', () => {
  expect([nextPeriod('2026-12'), previousPeriod('2027-01')]).toEqual(['2027-01', '2026-12']);
  expect(days('2026-12', withHolidays('2027-01-01'))).toEqual(['2027-01-04', '2027-01-05', '2027-01-08']);
  expect(endOfPeriod('2026-12', withHolidays()).toISOString()).toBe('2026-12-31T16:00:00.000Z');
});
