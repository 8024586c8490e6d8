/** The week's figures are counted from the talks (form 10), and coverage from the agreed dates (RVT-1c). */
import { aTask, CALLER } from '../test/revisit-task.builder';
import { coverageOf } from './coverage.rules';
import { MATTER_CLOSED } from './revisit-task.decide';
import type { Attempt } from './revisit-task.state';
import { isoWeek, weekOf } from './weekly.rules';

const FROM = new Date('2026-09-14T00:00:00+08:00');
const TO = new Date('2026-09-21T00:00:00+08:00');
const ratings = { good: 4, fair: 3 };

const call = (at: string, more: Partial<Attempt> = {}): Attempt => ({
  at: new Date(at).toISOString(),
  by: CALLER,
  way: 'phone',
  reached: true,
  text: '',
  satisfied: 'true',
  counts: true,
  machineWorks: true,
  rating: 5,
  ...more,
});
const missed = (at: string): Attempt => ({
  at: new Date(at).toISOString(),
  by: CALLER,
  way: 'phone',
  reached: false,
  text: '',
});

describe('form 10', () => {
  const engineer = { handlerId: 'chen', handlerName: '陈志强' };
  const tasks = [
    aTask({
      number: 'A',
      ...engineer,
      state: 'done',
      attempts: [missed('2026-09-15T09:00:00+08:00'), call('2026-09-15T10:00:00+08:00', { text: '很好' })],
    }),
    aTask({
      number: 'B',
      ...engineer,
      state: 'done',
      attempts: [call('2026-09-16T10:00:00+08:00', { satisfied: 'fair', counts: false, rating: 3 })],
    }),
    // Did not work on Wednesday, was mended, and well again in the week after.
    aTask({
      number: 'C',
      handlerId: 'sun',
      handlerName: '孙涛',
      state: 'done',
      attempts: [
        call('2026-09-16T11:00:00+08:00', {
          satisfied: 'false',
          counts: false,
          machineWorks: false,
          rating: null,
          sentTo: ['matter', 'order'],
          text: '又卡了',
        }),
        call('2026-09-22T11:00:00+08:00', { text: '好了' }),
      ],
    }),
    aTask({ number: 'D', state: 'not-reached', attempts: [missed('2026-09-20T23:59:59+08:00')] }),
    aTask({ number: 'E', state: 'planned' }),
  ];
  const week = weekOf(tasks, FROM, TO, ratings);
  const numbers = (list: readonly { task: { number: string } }[]) => list.map(({ task }) => task.number);

  it('RVT-5 SYS-15 made, reached and satisfied are those of the week, whatever came after', () => {
    expect(week).toMatchObject({ due: 5, made: 4, reached: 3, satisfied: 1 });
    expect(week.rate).toBeCloseTo(1 / 3);
  });

  it('RVT-5 per engineer good, middling and poor; the rating first, else whether he was satisfied', () => {
    expect(week.engineers).toEqual([
      { name: '孙涛', good: 0, fair: 0, poor: 1 },
      { name: '陈志强', good: 1, fair: 1, poor: 0 },
    ]);
  });

  it('RVT-5 machines that did not work, what was passed on, what is unsolved, what customers said', () => {
    expect(numbers(week.notWorking)).toEqual(['C']);
    expect(numbers(week.passedOn)).toEqual(['C']);
    expect(week.unsolved.map(({ number }) => number)).toEqual(['D', 'E']);
    expect(numbers(week.opinions)).toEqual(['A', 'C']);
    // As it was said then, not what was said a week later.
    expect(week.opinions.map(({ call: { text } }) => text)).toEqual(['很好', '又卡了']);
  });

  it('RVT-5 the week after counts its own talks only; without any there is no rate', () => {
    const next = weekOf(tasks, TO, new Date('2026-09-28T00:00:00+08:00'), ratings);
    expect(next).toMatchObject({ made: 1, reached: 1, satisfied: 1, rate: 1 });
    expect(next.notWorking).toEqual([]);
    expect(weekOf([], FROM, TO, ratings).rate).toBeNull();
  });

  it.each([
    ['2026-09-14', 2026, 38],
    ['2026-09-20', 2026, 38],
    ['2026-01-01', 2026, 1],
    ['2027-01-01', 2026, 53],
    ['2024-12-30', 2025, 1],
  ])('RVT-5 %s lies in week %d-%d', (date, year, number) => {
    expect(isoWeek(date)).toEqual({ year, week: number });
  });
});

describe('coverage', () => {
  const now = new Date('2026-09-25T12:00:00+08:00');
  const limitAt = new Date('2026-09-20T21:00:00+08:00');
  const inTime = aTask({ id: 'in-time', state: 'done', limitAt, revisitedAt: new Date('2026-09-20T20:59:00+08:00') });
  const late = aTask({ id: 'late', state: 'done', limitAt, revisitedAt: new Date('2026-09-21T09:00:00+08:00') });
  const missing = aTask({ id: 'missing', state: 'not-reached', limitAt });
  const dropped = aTask({ id: 'dropped', state: 'cancelled', limitAt: new Date('2026-09-30T21:00:00+08:00') });
  const agreed = aTask({ id: 'agreed', state: 'moved', limitAt: new Date('2026-09-28T21:00:00+08:00') });

  it('RVT-1c SYS-33 all made: 100 %', () => {
    expect(coverageOf([inTime, late], now)).toMatchObject({ planned: 2, made: 2, inTime: 1, coverage: 1, missing: [] });
  });

  it('RVT-1c SYS-33 or the missing are listed: nobody reached in time, and cancelled', () => {
    const found = coverageOf([inTime, late, missing, dropped], now);
    expect(found).toMatchObject({ planned: 4, made: 2, coverage: 0.5 });
    expect(found.missing.map(({ id }) => id)).toEqual(['missing', 'dropped']);
    const calledOff = aTask({ state: 'cancelled', limitAt, cancelReason: MATTER_CLOSED });
    expect(coverageOf([inTime, calledOff], now)).toMatchObject({ planned: 1, coverage: 1 });
  });

  it('RVT-1c RD-35 a date agreed later counts on that date: until then it is pending, not missing', () => {
    expect(coverageOf([inTime, agreed], now)).toMatchObject({ pending: 1, coverage: 1, missing: [] });
    expect(coverageOf([agreed], new Date('2026-09-28T21:00:00+08:00')).missing).toHaveLength(1);
    expect(coverageOf([], now).coverage).toBeNull();
  });
});
