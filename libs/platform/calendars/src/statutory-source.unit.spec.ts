/** The maintained package as rows. */
import { publishedDays } from './statutory-source';

const days = publishedDays();
const of = (year: number, kind: string) =>
  days.filter(({ date, kind: each }) => date.startsWith(String(year)) && each === kind).map(({ date }) => date);

describe('statutory days from the package', () => {
  it('CAL-1 knows the make-up workdays of 2026, Sunday 20 September among them', () => {
    expect(of(2026, 'workday')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('CAL-1 knows the holidays of 2026 with their names, weekends inside them too', () => {
    expect(of(2026, 'holiday')).toHaveLength(33);
    expect(days.find(({ date }) => date === '2026-09-25')).toEqual({
      date: '2026-09-25',
      kind: 'holiday',
      name: '中秋',
      source: 'chinese-days',
      confirmed: true,
    });
    expect(of(2026, 'holiday')).toEqual(expect.arrayContaining(['2026-10-03', '2026-10-04']));
  });

  it('CAL-1 has every year from 2004 without a gap and names no date twice', () => {
    const years = [...new Set(days.map(({ date }) => Number(date.slice(0, 4))))];
    expect(years[0]).toBe(2004);
    expect(years.at(-1)).toBeGreaterThanOrEqual(2026);
    expect(years).toEqual(years.map((_, i) => 2004 + i));
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
  });
});
