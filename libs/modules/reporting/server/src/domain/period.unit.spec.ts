/** Periods as people write them, the one before, the same of last year (RPT-3). */
import { before, lastYear, monthsOf, parsePeriod, weekOf } from './period.rules';

const TODAY = '2026-09-17';
const of = (text: string) => parsePeriod(text, TODAY);

describe('periods', () => {
  it.each([
    ['live', 'day', '2026-09-17', '2026-09-17'],
    ['2026-09-17', 'day', '2026-09-17', '2026-09-17'],
    ['2026-W38', 'week', '2026-09-14', '2026-09-20'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03'],
    ['2026-09', 'month', '2026-09-01', '2026-09-30'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-09-01..2026-09-10', 'free', '2026-09-01', '2026-09-10'],
  ])('RPT-3 %s is a %s from %s to %s', (text, kind, from, to) => {
    expect(of(text)).toMatchObject({ kind, from, to });
  });

  it('RPT-3 an hour is an hour of one day', () => {
    expect(of('2026-09-17T14')).toEqual({
      kind: 'hour',
      text: '2026-09-17T14',
      from: TODAY,
      to: TODAY,
      hour: 14,
    });
  });

  it.each(['2026-13', '2026-Q5', '2026-02-30', '2026-W54', '2026-09-10..2026-09-01', '2026-09-17T24', 'x', ''])(
    'RPT-3 "%s" is refused with the ways a period is written',
    (text) => {
      expect(() => of(text)).toThrow(expect.objectContaining({ code: 'bad-period' }) as Error);
    },
  );

  it.each([
    ['2026-01', '2025-12', '2025-01'],
    ['2026-Q1', '2025-Q4', '2025-Q1'],
    ['2026', '2025', '2025'],
    ['2026-09-01', '2026-08-31', '2025-09-02'],
    ['2026-W38', '2026-W37', '2025-W38'],
    ['2026-09-01..2026-09-10', '2026-08-22..2026-08-31', '2025-09-02..2025-09-11'],
    ['2026-09-17T00', '2026-09-16T23', '2025-09-18T00'],
  ])('RPT-3 before %s comes %s, a year ago it was %s', (text, previous, year) => {
    expect([before(of(text)).text, lastYear(of(text)).text]).toEqual([previous, year]);
  });

  it('RPT-3 a quarter is its three months, a week is no months', () => {
    expect(monthsOf(of('2026-Q4'))).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOf(of('2026'))).toHaveLength(12);
    expect(monthsOf(of('2026-W38'))).toEqual([]);
    expect(weekOf('2027-01-03').text).toBe('2026-W53');
  });
});
