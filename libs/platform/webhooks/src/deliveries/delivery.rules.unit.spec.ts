/** Tries of a webhook and the day after which an endpoint is failing (EVT-3). */
import { afterFailure, isFailing, pausedUntil, WAITS } from './delivery.rules';

const NOW = new Date('2026-09-17T10:00:00Z');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

it('EVT-3 waits longer before each try, about a day in all, then it is parked', () => {
  WAITS.forEach((wait, index) => {
    expect(afterFailure(index + 1, NOW, false)).toEqual({ state: 'pending', tryAt: at(wait) });
    expect(wait).toBeGreaterThan(WAITS[index - 1] ?? 0);
  });
  expect(afterFailure(WAITS.length + 1, NOW, false)).toEqual({ state: 'parked', tryAt: null });
  const hours = WAITS.reduce((sum, wait) => sum + wait, 0) / 3_600;
  expect(hours).toBeGreaterThan(24);
  expect(hours).toBeLessThan(25);
});

it('EVT-3 under the manual clock it is tried again at once, as often', () => {
  expect(afterFailure(1, NOW, true)).toEqual({ state: 'pending', tryAt: NOW });
  expect(afterFailure(WAITS.length + 1, NOW, true).state).toBe('parked');
});

it('EVT-3 a dead endpoint is left alone for longer and longer, five minutes at most, and not at all under the manual clock', () => {
  const pauses = [1, 4, 5, 6, 7, 11, 12, 1_000].map((failures) => pausedUntil(failures, NOW, false));
  expect(pauses).toEqual([null, null, at(5), at(10), at(20), at(300), at(300), at(300)]);
  expect(pausedUntil(1_000, NOW, true)).toBeNull();
});

it('EVT-3 an endpoint is failing a whole day after its first failure, not a second before', () => {
  expect([86_399, 86_400].map((seconds) => isFailing(NOW, at(seconds)))).toEqual([false, true]);
});
