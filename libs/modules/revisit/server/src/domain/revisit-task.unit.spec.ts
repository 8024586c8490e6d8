/** A revisit: prepared before it is called, attempts counted, sent back where it was not good (RVT-2, RVT-3, RVT-4). */
import { REVISIT_STATES } from '@bihuan/revisit-contract';
import { aTask, CALLER, PLANNED } from '../test/revisit-task.builder';
import * as decide from './revisit-task.decide';
import { demandNoRest, isGood, taskActions } from './revisit-task.rules';

const wrongState = expect.objectContaining({ kind: 'wrong-state' });
const at = (minutes: number) => new Date(PLANNED.getTime() + minutes * 60_000);
const prepared = () => decide.prepared(aTask(), at(1));
const calling = () => decide.calling(prepared(), 'start', CALLER);
const result = { outcome: 'reached', satisfied: true, machineWorks: true, rating: 5, words: '很好' } as const;

describe('calling', () => {
  it('RVT-2 the caller reads the matters before he can start', () => {
    expect(() => decide.calling(aTask(), 'start', CALLER)).toThrow(wrongState);
    expect(prepared()).toMatchObject({ state: 'prepared', preparedAt: at(1) });
    expect(calling()).toMatchObject({ state: 'calling', callerId: 'agent', callerName: '李敏' });
  });

  it('RVT-3 not reached counts the attempt with time and caller, and he is called again', () => {
    const missed = decide.notReached(calling(), '没人接', CALLER, at(5));
    expect(missed).toMatchObject({
      state: 'not-reached',
      attempts: [{ at: at(5).toISOString(), by: CALLER, reached: false, text: '没人接' }],
    });
    const again = decide.notReached(decide.calling(missed, 'start', CALLER), '', CALLER, at(60));
    expect(again.attempts.map(({ at: when }) => when)).toEqual([at(5).toISOString(), at(60).toISOString()]);
    expect(decide.reached(decide.calling(again, 'start', CALLER), result, true, CALLER, at(90)).attempts).toHaveLength(
      3,
    );
  });

  it('RVT-3 what he said is kept: satisfied, machine, rating, words', () => {
    expect(decide.reached(calling(), result, true, CALLER, at(9))).toMatchObject({
      state: 'done',
      satisfied: 'true',
      machineWorks: true,
      rating: 5,
      words: '很好',
      revisitedAt: at(9),
    });
    expect(decide.reached(calling(), { outcome: 'reached', satisfied: 'fair' }, true, CALLER, at(9))).toMatchObject({
      satisfied: 'fair',
      machineWorks: null,
      rating: null,
      words: '',
    });
    expect(() => decide.reached(prepared(), result, true, CALLER, at(9))).toThrow(wrongState);
  });

  it('RVT-2 a better time moves the task, its day and its limit', () => {
    const to = new Date('2026-09-19T15:00:00+08:00');
    const due = new Date('2026-09-19T21:00:00+08:00');
    expect(decide.moved(calling(), to, '2026-09-19', due)).toMatchObject({
      state: 'moved',
      plannedFor: to,
      day: '2026-09-19',
      dueAt: due,
    });
    expect(taskActions({ state: 'moved' })).toContain('start');
  });
});

describe('sent back', () => {
  it.each([
    [{ satisfied: true, machineWorks: true }, true],
    [{ satisfied: true, machineWorks: undefined }, true],
    [{ satisfied: true, machineWorks: false }, false],
    [{ satisfied: false, machineWorks: true }, false],
    [{ satisfied: false, machineWorks: undefined }, false],
  ] as const)('RVT-4 %j is good: %s', (answer, good) => {
    expect(isGood(answer, false)).toBe(good);
  });

  it('RVT-3 whether “fair” counts as satisfied is the pack’s', () => {
    const fair = { satisfied: 'fair', machineWorks: true } as const;
    expect([isGood(fair, true), isGood(fair, false)]).toEqual([true, false]);
    expect(isGood({ ...fair, machineWorks: false }, true)).toBe(false);
  });

  it('RVT-4 stays open until the matter came back, then calls again', () => {
    const sent = decide.reached(calling(), { ...result, satisfied: false }, false, CALLER, at(9));
    expect(sent.state).toBe('waiting');
    expect(taskActions(sent)).toEqual(['resume', 'cancel']);
    expect(decide.calling(sent, 'resume', CALLER).state).toBe('calling');
    expect(() => decide.calling(sent, 'start', CALLER)).toThrow(wrongState);
    // A matter that somebody else opened again makes the call wait without a limit.
    expect(decide.waiting(aTask())).toMatchObject({ state: 'waiting', dueAt: null });
  });
});

describe('rest hours', () => {
  const night = [['21:00', '09:00']] as const;

  it.each([
    ['20:59', false],
    ['21:00', true],
    ['23:30', true],
    ['00:00', true],
    ['08:59', true],
    ['09:00', false],
    ['12:30', false],
  ])('RVT-2 at %s nobody is called: %s (21:00–09:00)', (time, resting) => {
    const call = () => demandNoRest(time, night);
    if (resting)
      expect(call).toThrow(
        expect.objectContaining({ code: 'rest-hours', details: { params: { from: '21:00', to: '09:00' } } }),
      );
    else expect(call).not.toThrow();
  });

  it('RVT-2 several rests a day are kept, and a rest within the day ends the same day', () => {
    const both = [['12:00', '14:00'], ...night] as const;
    expect(() => demandNoRest('13:59', both)).toThrow();
    expect(() => demandNoRest('14:00', both)).not.toThrow();
    expect(() => demandNoRest('22:00', both)).toThrow();
    expect(() => demandNoRest('03:00', [])).not.toThrow();
  });
});

it('RVT-3 done and cancelled are ends; everything else can be cancelled with a reason', () => {
  expect(REVISIT_STATES.filter((state) => taskActions({ state }).length === 0)).toEqual(['done', 'cancelled']);
  expect(REVISIT_STATES.filter((state) => taskActions({ state }).includes('cancel'))).toEqual(
    REVISIT_STATES.filter((state) => state !== 'done' && state !== 'cancelled'),
  );
  expect(decide.cancelled(aTask(), '客户要求')).toMatchObject({
    state: 'cancelled',
    cancelReason: '客户要求',
    dueAt: null,
  });
});
