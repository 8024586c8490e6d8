/** When reports are due and over which days they go (RPT-7). */
import { dueFrom, nextDue, retryAt } from './schedule.rules';

const at = (day: string): Date => new Date(`${day}T08:00:00+08:00`);

describe('schedules', () => {
  it.each([
    ['weekly', 1, '2026-09-17', '2026-09-21', '2026-W38'],
    ['weekly', 1, '2026-09-21', '2026-09-21', '2026-W38'],
    ['weekly', 5, '2026-09-17', '2026-09-18', '2026-W37'],
    ['monthly', undefined, '2026-09-17', '2026-10-01', '2026-09'],
    ['monthly', undefined, '2026-10-01', '2026-10-01', '2026-09'],
    ['quarterly', undefined, '2026-09-17', '2026-10-01', '2026-Q3'],
    ['quarterly', undefined, '2026-10-02', '2027-01-01', '2026-Q4'],
    ['yearly', undefined, '2026-09-17', '2027-01-01', '2026'],
  ] as const)('RPT-7 %s (weekday %s) seen on %s is due on %s over %s', (cadence, weekday, day, due, period) => {
    const found = dueFrom({ cadence, at: '08:00', ...(weekday ? { weekday } : {}) }, day);
    expect([found.day, found.period.text]).toEqual([due, period]);
  });

  it('RPT-7 before the time of its day it is due that day, after it the next time', () => {
    const weekly = { cadence: 'weekly', weekday: 1, at: '08:00' } as const;
    expect(nextDue(weekly, new Date('2026-09-21T07:59:00+08:00'), '2026-09-21', at).day).toBe('2026-09-21');
    expect(nextDue(weekly, at('2026-09-21'), '2026-09-21', at).day).toBe('2026-09-28');
  });

  it('RPT-7 a report that failed is tried again later and later, then given up', () => {
    const now = at('2026-09-21');
    const minutes = [1, 2, 3, 4, 5].map((attempt) => {
      const again = retryAt(attempt, now);
      return again && (again.getTime() - now.getTime()) / 60_000;
    });
    expect(minutes).toEqual([5, 15, 60, 240, null]);
  });
});
