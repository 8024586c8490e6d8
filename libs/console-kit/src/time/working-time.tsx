/** Working time in the browser, by the suite's own calendars, so that badges tick without asking the server. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type ListAnswer } from '../api/client';
import { usePackWords } from '../house/pack';
import { elapsed, type Clock, type Measure } from './clock';
import { wallClock } from './format';
import { measureOf, type CalendarDay } from './open-time';

const yearOf = (instant: string): number => Number(wallClock(instant).date.slice(0, 4));

/** Measures the open time of the clock's calendar; elapsed time where none counts, and until its days are read. */
export function useMeasure(clock: Pick<Clock, 'calendar' | 'elapsed' | 'policy' | 'startedAt' | 'dueAt'>): Measure {
  const { isElapsed } = usePackWords();
  const code = clock.elapsed || isElapsed(clock.policy) ? undefined : (clock.calendar ?? undefined);
  const [first, last] = [yearOf(clock.startedAt), yearOf(clock.dueAt)];
  const years = code ? [...new Set([first, last])] : [];
  const read = useQueries({
    queries: years.map((year) => ({
      queryKey: ['calendar-days', code, year],
      queryFn: () => api.get<ListAnswer<CalendarDay>>(`/api/calendars/${code}/days`, { year }),
      staleTime: 3_600_000,
      gcTime: Infinity,
    })),
    combine: (results) => ({ days: results.map(({ data }) => data?.data) }),
  });
  return useMemo(() => {
    const lists = read.days.filter((list) => list !== undefined);
    const [first] = lists;
    if (!first || lists.length < read.days.length) return elapsed;
    return lists.length === 1 ? measureOfYear(first) : measureOf(lists.flat());
  }, [read]);
}

/** One for all badges of a calendar: to reckon a year's windows takes longer than to draw a badge. */
const made = new WeakMap<readonly CalendarDay[], Measure>();

function measureOfYear(days: readonly CalendarDay[]): Measure {
  const known = made.get(days) ?? (days.length > 0 ? measureOf(days) : elapsed);
  made.set(days, known);
  return known;
}
