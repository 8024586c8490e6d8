/** Revisit calls lie in call hours (RVT-2). */
import { DateTime } from 'luxon';
import { ZONE } from '../check/check-times';
import { callTimes, dayOf, laterOn, nextMorning } from './call-hours';
import type { RestHours } from './call-hours';

const REST: RestHours = [
  ['12:00', '13:30'],
  ['20:30', '08:30'],
];

const local = (at: Date): string => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('dd HH:mm');
const instant = (text: string): Date => DateTime.fromISO(text, { zone: ZONE }).toJSDate();
const EARLY = instant('2026-09-18T00:00');

test('RVT-2 the calls of a day begin at nine and pass over the rest at noon', () => {
  const times = callTimes('2026-09-18', 40, REST, EARLY).map(local);
  expect(times.slice(0, 2)).toEqual(['18 09:00', '18 09:05']);
  expect(times.slice(35, 38)).toEqual(['18 11:55', '18 13:30', '18 13:35']);
});

test('RVT-2 many calls are made closer together, all on their day and none in rest hours', () => {
  for (const count of [1, 100, 1000, 4000]) {
    const times = callTimes('2026-09-18', count, REST, EARLY).map(local);
    expect(times).toHaveLength(count);
    for (const time of times) {
      expect(time.startsWith('18 ')).toBe(true);
      expect(time >= '18 12:00' && time < '18 13:30').toBe(false);
    }
  }
});

test('RVT-2 a call is never before the present time, and a later one not in the rest of the night', () => {
  expect(callTimes('2026-09-18', 1, REST, instant('2026-09-18T12:10')).map(local)).toEqual(['18 13:30']);
  expect(local(laterOn(instant('2026-09-18T18:00'), 3, REST))).toBe('19 08:30');
  expect(local(laterOn(instant('2026-09-18T09:20'), 3, REST))).toBe('18 13:30');
});

test('RVT-1a days and mornings are those of the house, not of the machine', () => {
  expect(dayOf(new Date('2026-09-17T17:00:00Z'))).toBe('2026-09-18');
  expect(local(nextMorning(new Date('2026-09-17T17:00:00Z')))).toBe('19 09:00');
});
