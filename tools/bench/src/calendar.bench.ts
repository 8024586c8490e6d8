/** A working-time limit of about a year, beside the naive walk minute by minute (issue "Speed and memory"; CAL-3). */
import { getDayDetail } from 'chinese-days';
import { compileCalendar, type CalendarDefinition, type Window } from '@bihuan/domain';
import { median } from './load/statistics';
import type { BenchRow } from './row';

/** 250 working days of eight hours. */
const SECONDS = 250 * 8 * 3_600;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Peking time has no summer time. */
const OFFSET = 8 * 60 * MINUTE;

const HOURS: readonly Window[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const START = Date.parse('2024-03-01T00:00:00+08:00');

const ROUNDS = 5;
const FAST_CALLS = 20_000;
const NAIVE_CALLS = 1;

/** Office hours with the holidays and make-up workdays of two years. */
function office(): CalendarDefinition {
  const weekdays = { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS };
  const holidays: string[] = [];
  const specialDays: Record<string, readonly Window[]> = {};
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2026, 0, 1); at += DAY) {
    const date = new Date(at).toISOString().slice(0, 10);
    const { name, work } = getDayDetail(date);
    if (!name.includes(',')) continue;
    if (work) specialDays[date] = HOURS;
    else holidays.push(date);
  }
  return { timezone: 'Asia/Shanghai', weekly: weekdays, holidays, specialDays };
}

export function benchCalendar(): BenchRow[] {
  const definition = office();
  const calendar = compileCalendar(definition);
  const starts = Array.from({ length: 365 }, (_none, index) => new Date(START + index * 61 * MINUTE));
  const start = (index: number): Date => starts[index % starts.length] as Date;
  const naive = naiveWalk(definition);
  for (let index = 0; index < 3; index++) {
    const [right, walked] = [calendar.add(start(index * 50), SECONDS), naive(start(index * 50), SECONDS)];
    if (right.getTime() !== walked.getTime()) {
      throw new Error(`The two ways differ: ${right.toISOString()} and ${walked.toISOString()}.`);
    }
  }
  const fast: number[] = [];
  const slow: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    fast.push(microseconds(FAST_CALLS, (index) => calendar.add(start(index), SECONDS)));
    slow.push(microseconds(NAIVE_CALLS, (index) => naive(start(index), SECONDS)));
  }
  const value = median(fast);
  const baseline = median(slow);
  return [
    { name: 'calendar: add a year', value, unit: 'µs', goal: { atMost: 20 }, ratio: baseline / value },
    { name: 'calendar: the same by naive minute walking', value: baseline, unit: 'µs' },
  ];
}

function microseconds(calls: number, call: (index: number) => Date): number {
  const start = performance.now();
  for (let index = 0; index < calls; index++) call(index);
  return ((performance.now() - start) * 1_000) / calls;
}

/** What is usually written first: go on a minute, look whether it is open, count. */
function naiveWalk({ weekly, holidays = [], specialDays = {} }: CalendarDefinition) {
  const week = [weekly.sun, weekly.mon, weekly.tue, weekly.wed, weekly.thu, weekly.fri, weekly.sat];
  const closed = new Set(holidays);
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const isOpen = (at: number): boolean => {
    const local = new Date(at + OFFSET);
    const date = local.toISOString().slice(0, 10);
    const windows = specialDays[date] ?? (closed.has(date) ? [] : (week[local.getUTCDay()] ?? []));
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
    return windows.some(([from, to]) => minute >= minutes(from) && minute < minutes(to));
  };
  return (start: Date, seconds: number): Date => {
    let at = start.getTime();
    for (let left = seconds * 1_000; left > 0; at += MINUTE) if (isOpen(at)) left -= MINUTE;
    return new Date(at);
  };
}
