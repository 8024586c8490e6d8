/** Instants in sentences (CAL-3). */
import { wallTime } from './wall-time';

it('CAL-3 an instant in a sentence is the wall’s day and minute of the zone, over midnight and over a moved clock', () => {
  const at = (iso: string, zone = 'Asia/Shanghai') => wallTime(new Date(iso), zone);
  expect(at('2026-09-17T10:00:59Z')).toBe('2026-09-17 18:00');
  expect(at('2026-09-17T16:30:00Z')).toBe('2026-09-18 00:30');
  expect([at('2026-03-29T00:30:00Z', 'Europe/Berlin'), at('2026-03-29T01:30:00Z', 'Europe/Berlin')]).toEqual([
    '2026-03-29 01:30',
    '2026-03-29 03:30',
  ]);
});
