/** Times of a call file: written in several ways, one day, forwards only. */
import { checkTimes, timeOf } from './check-times';
import { tableWith } from './test/rows';

const check = (...times: readonly string[]) => checkTimes(tableWith(...times.map((time) => ({ time }))).rows);

test.each([
  ['2026-09-17 09:05', '2026-09-17T01:05:00.000Z'],
  ['2026-9-17 9:05:30', '2026-09-17T01:05:30.000Z'],
  ['2026/9/17 9:05', '2026-09-17T01:05:00.000Z'],
  ['2026-09-17T09:05', '2026-09-17T01:05:00.000Z'],
  ['2026-09-17T09:05:00+09:00', '2026-09-17T00:05:00.000Z'],
  ['46282.3784722222', '2026-09-17T01:05:00.000Z'],
  ['2026-09-17T01:05:00Z', '2026-09-17T01:05:00.000Z'],
])('npm run demo: %s is a time, without an offset the house’s', (text, instant) => {
  expect(timeOf(text)?.toJSDate().toISOString()).toBe(instant);
});

test.each(['', '09:05', '2026-02-30 09:05', '2026-09-17 25:00', '17.9.2026 09:05'])(
  'npm run demo: "%s" is no time',
  (text) => {
    expect(timeOf(text)).toBeUndefined();
  },
);

test('npm run demo: calls of one minute keep the order of the file', () => {
  const { instants, day } = check('2026-09-17 09:05', '2026-09-17 09:05', '2026-09-17 09:05', '2026-09-17 09:06');
  expect(instants.map((instant) => instant.toISOString().slice(14))).toEqual([
    '05:00.000Z',
    '05:00.001Z',
    '05:00.002Z',
    '06:00.000Z',
  ]);
  expect(day).toBe('2026-09-17');
});

test('npm run demo: another day and a time that goes back are named by their line', () => {
  const { findings, instants } = check('2026-09-17 09:05', '2026-09-18 09:06', '2026-09-17 09:04', '2026-09-17 09:07');
  expect(findings.map(({ line, column }) => [line, column])).toEqual([
    [3, 'time'],
    [4, 'time'],
  ]);
  expect(instants).toEqual([]);
});
