import { elapsed, nearestClock, readClock, type Clock } from './clock';
import { formatDuration, formatInstant, wallToIso } from './format';
import { measureOf } from './open-time';

const clock = (more: Partial<Clock> = {}): Clock => ({
  stage: 'referral',
  state: 'armed',
  startedAt: '2026-09-18T09:00:00+08:00',
  dueAt: '2026-09-18T11:00:00+08:00',
  warnAt: '2026-09-18T10:48:00+08:00',
  ...more,
});
const at = (time: string): Date => new Date(`2026-09-18T${time}+08:00`);

/** Friday, a closed Saturday, and a Sunday that is a make-up workday. */
const days = [
  {
    date: '2026-09-18',
    open: [
      ['2026-09-18T09:00:00+08:00', '2026-09-18T12:00:00+08:00'],
      ['2026-09-18T13:00:00+08:00', '2026-09-18T18:00:00+08:00'],
    ],
  },
  { date: '2026-09-19', open: [] },
  { date: '2026-09-20', open: [['2026-09-20T09:00:00+08:00', '2026-09-20T12:00:00+08:00']] },
] as const;

describe('readClock', () => {
  it('DLN-6 is calm while there is time, and says how much is left and used', () => {
    expect(readClock(clock(), at('09:30:00'), elapsed)).toEqual({
      mood: 'calm',
      word: 'left',
      seconds: 5_400,
      share: 0.25,
    });
  });

  it('DLN-6 turns amber at the warning instant even before the server said so', () => {
    expect(readClock(clock(), at('10:47:59'), elapsed).mood).toBe('calm');
    expect(readClock(clock(), at('10:48:00'), elapsed).mood).toBe('soon');
    expect(readClock(clock({ state: 'warned', warnAt: null }), at('09:30:00'), elapsed).mood).toBe('soon');
  });

  it('DLN-7 is still on time at the due instant itself, red a moment later', () => {
    expect(readClock(clock(), at('11:00:00'), elapsed).mood).toBe('soon');
    expect(readClock(clock(), at('11:00:01'), elapsed)).toMatchObject({
      mood: 'late',
      word: 'late',
      seconds: 1,
      share: 1,
    });
  });

  it('DLN-3 stands still while paused, with the rest of the time', () => {
    const paused = clock({ state: 'paused', pausedAt: '2026-09-18T10:00:00+08:00' });
    expect(readClock(paused, at('23:00:00'), elapsed)).toEqual({
      mood: 'still',
      word: 'paused',
      seconds: 3_600,
      share: 0.5,
    });
  });

  it('DLN-7 tells a clock met late from one met in time', () => {
    expect(readClock(clock({ state: 'met', metAt: '2026-09-18T11:00:00+08:00' }), at('12:00:00'), elapsed).word).toBe(
      'metInTime',
    );
    expect(readClock(clock({ state: 'met', metAt: '2026-09-18T11:00:01+08:00' }), at('12:00:00'), elapsed).word).toBe(
      'metLate',
    );
  });

  it('HOT-8a counts open time only: Friday 17:30 to a make-up Sunday 10:30 are two hours', () => {
    const measure = measureOf(days);
    const referral = clock({
      startedAt: '2026-09-18T17:30:00+08:00',
      dueAt: '2026-09-20T10:30:00+08:00',
      warnAt: null,
    });
    expect(readClock(referral, at('17:30:00'), measure).seconds).toBe(7_200);
    expect(readClock(referral, new Date('2026-09-19T12:00:00+08:00'), measure)).toMatchObject({
      seconds: 5_400,
      share: 0.25,
    });
  });

  it('DLN-6 puts the earliest running clock first and leaves out what is met', () => {
    const met = clock({ state: 'met', dueAt: '2026-09-18T09:10:00+08:00' });
    const later = clock({ stage: 'result', dueAt: '2026-09-20T18:00:00+08:00' });
    expect(nearestClock([later, met, clock()])?.stage).toBe('referral');
  });
});

describe('measureOf', () => {
  it('CAL-3 measures over lunch and closed days, and nothing backwards', () => {
    const measure = measureOf(days);
    expect(measure(at('11:30:00'), at('13:30:00'))).toBe(3_600);
    expect(measure(at('18:00:00'), new Date('2026-09-20T09:00:00+08:00'))).toBe(0);
    expect(measure(at('13:30:00'), at('11:30:00'))).toBe(0);
  });
});

describe('words of time', () => {
  it('DLN-6 says durations and instants as a clerk reads them, in the suite’s zone', () => {
    expect(formatDuration(4_800, 'zh')).toBe('1 小时 20 分');
    expect(formatDuration(59, 'zh')).toBe('不到 1 分');
    expect(formatInstant('2026-11-21T06:05:00Z', 'zh')).toBe('2026-11-21 周六 14:05');
  });

  it('HOT-9d reads the time the customer asks for on the suite’s wall clock, wherever the browser stands', () => {
    expect(wallToIso('2026-09-18 14:00')).toBe('2026-09-18T14:00:00+08:00');
    expect(wallToIso('tomorrow')).toBeUndefined();
  });
});
