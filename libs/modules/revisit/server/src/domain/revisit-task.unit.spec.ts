/** A revisit: prepared before it is called, attempts counted, sent back where it was not good (RVT-2, RVT-3, RVT-4). */
import { REVISIT_STATES, type TaskResult } from '@bihuan/revisit-contract';
import { aTask, CALLER, PLANNED } from '../test/revisit-task.builder';
import { sectionOf } from '../test/section';
import * as decide from './revisit-task.decide';
import {
  branchOf,
  countsAsSatisfied,
  demandScriptKept,
  isGood,
  overLimits,
  scriptOf,
  sentTo,
  taskActions,
} from './revisit-task.rules';
import type { RevisitTask, SentTo } from './revisit-task.state';

const wrongState = expect.objectContaining({ kind: 'wrong-state' });
const at = (minutes: number) => new Date(PLANNED.getTime() + minutes * 60_000);
const prepared = (more: Partial<RevisitTask> = {}) => decide.prepared(aTask(more), at(1));
const calling = (more: Partial<RevisitTask> = {}) => decide.calling(prepared(more), 'start', CALLER, at(2));
const result = { outcome: 'reached', satisfied: true, machineWorks: true, rating: 5, words: '很好' } as const;
const good = { good: true, counts: true, sentTo: [] };
const day = '2026-09-18';
const reached = (task: RevisitTask, more: Partial<TaskResult> = {}, judged: decide.Judged = good, minutes = 9) =>
  decide.reached(task, { ...result, ...more }, judged, CALLER, at(minutes), day);
const state = (of: RevisitTask['state'], more: Partial<RevisitTask> = {}) => taskActions(aTask({ state: of, ...more }));

describe('calling', () => {
  it('RVT-2 the caller reads the matters before he can start', () => {
    expect(() => decide.calling(aTask(), 'start', CALLER, at(1))).toThrow(wrongState);
    expect(prepared()).toMatchObject({ state: 'prepared', preparedAt: at(1) });
    expect(calling()).toMatchObject({ state: 'calling', way: 'phone', callerId: 'agent', callerName: '李敏' });
  });

  it('RVT-3 not reached counts the attempt with time and caller, and he is called again', () => {
    const missed = decide.notReached(calling(), '没人接', CALLER, at(5));
    expect(missed).toMatchObject({
      state: 'not-reached',
      lastCallAt: at(5),
      attempts: [{ at: at(5).toISOString(), by: CALLER, way: 'phone', reached: false, text: '没人接' }],
    });
    const again = decide.notReached(decide.calling(missed, 'start', CALLER, at(59)), '', CALLER, at(60));
    expect(again.attempts.map(({ at: when }) => when)).toEqual([at(5).toISOString(), at(60).toISOString()]);
    expect(reached(decide.calling(again, 'start', CALLER, at(89)), {}, good, 90).attempts).toHaveLength(3);
  });

  it('RVT-3 what he said is kept: satisfied, machine, rating, words, about what, what to improve, what was promised', () => {
    expect(
      reached(calling(), {
        about: '等候',
        improve: '提前通知',
        promised: '下次提前一天联系',
        suggestion: '周末上门',
        recording: 'REC-1',
      }),
    ).toMatchObject({
      state: 'done',
      satisfied: 'true',
      machineWorks: true,
      rating: 5,
      words: '很好',
      about: '等候',
      improve: '提前通知',
      promised: '下次提前一天联系',
      suggestion: '周末上门',
      recording: 'REC-1',
      revisitedAt: at(9),
      day,
    });
    expect(
      decide.reached(calling(), { outcome: 'reached', satisfied: 'fair' }, good, CALLER, at(9), day),
    ).toMatchObject({ satisfied: 'fair', machineWorks: null, rating: null, words: '' });
    expect(() => reached(prepared())).toThrow(wrongState);
  });

  it('RVT-1c RVT-2 a better time moves the task, its day and its limit, and the move is kept', () => {
    const to = new Date('2026-09-19T15:00:00+08:00');
    const limitAt = new Date('2026-09-19T21:00:00+08:00');
    const moved = decide.moved(calling(), { at: to, day: '2026-09-19', limitAt, reason: '出差' }, CALLER, at(3));
    expect(moved).toMatchObject({ state: 'moved', plannedFor: to, day: '2026-09-19', limitAt });
    expect(moved.moves).toEqual([
      { from: PLANNED.toISOString(), to: to.toISOString(), at: at(3).toISOString(), by: CALLER, reason: '出差' },
    ]);
    expect(state('moved')).toContain('start');
    const again = decide.moved(moved, { at: at(600), day, limitAt, reason: '' }, CALLER, at(5));
    expect(again.moves).toHaveLength(2);
  });
});

describe('ways', () => {
  it('RVT-1e by phone and visit together: done only when both were made', () => {
    const both = { ways: ['phone', 'visit'] } as const;
    const first = reached(calling(both));
    expect(first).toMatchObject({ state: 'prepared', waysDone: ['phone'] });
    const visiting = decide.calling(first, 'start', CALLER, at(20));
    expect(visiting.way).toBe('visit');
    expect(reached(visiting, {}, good, 30)).toMatchObject({ state: 'done', waysDone: ['phone', 'visit'] });
    // What is not good is sent back at once, whichever way it was heard.
    const bad = reached(calling(both), {}, { good: false, counts: false, sentTo: ['matter'] });
    expect(bad).toMatchObject({ state: 'waiting', waysDone: [] });
  });

  it('RVT-2 a questionnaire is sent only where the pack allows it, never instead of a visit', () => {
    expect(state('planned')).not.toContain('send');
    expect(state('planned', { writtenWays: ['sms'] })).toContain('send');
    expect(state('planned', { writtenWays: ['sms'], ways: ['phone', 'visit'] })).not.toContain('send');
    expect(() => decide.sent(aTask(), 'sms', 'hash', CALLER, at(1))).toThrow(wrongState);
  });

  it('RVT-2 a questionnaire nobody answered counts as an attempt in its way and becomes a call; its link is dead', () => {
    const sent = decide.sent(aTask({ writtenWays: ['sms'] }), 'sms', 'hash', CALLER, at(1));
    expect(sent).toMatchObject({ state: 'calling', way: 'sms', sentAt: at(1), linkHash: 'hash' });
    const unanswered = decide.notReached(sent, '', CALLER, at(60));
    expect(unanswered).toMatchObject({ state: 'not-reached', linkHash: null, sentAt: null });
    expect(unanswered.attempts).toMatchObject([{ way: 'sms', reached: false }]);
    expect(decide.calling(unanswered, 'start', CALLER, at(61)).way).toBe('phone');
    // Answered, it is done like a call.
    expect(reached(sent)).toMatchObject({ state: 'done', seconds: null, linkHash: null });
  });
});

describe('answers', () => {
  const own = sectionOf('atm-5s4e');
  const franchise = sectionOf('franchise');

  it.each([
    [{ satisfied: true, machineWorks: true }, true],
    [{ satisfied: true, machineWorks: undefined }, true],
    [{ satisfied: true, machineWorks: false }, false],
    [{ satisfied: false, machineWorks: true }, false],
    [{ satisfied: false, machineWorks: undefined }, false],
    [{ satisfied: true, machineWorks: true, trouble: 'quarrel' }, false],
  ] as const)('RVT-4 %j is good: %s', (answer, expected) => {
    expect(isGood(answer, own)).toBe(expected);
  });

  it('RVT-3b whether “fair” counts as satisfied is the pack’s: at the franchise it does not, and takes the other branch', () => {
    const fair = { satisfied: 'fair', machineWorks: true } as const;
    expect([countsAsSatisfied(fair, own), countsAsSatisfied(fair, franchise)]).toEqual([true, false]);
    expect(branchOf(fair, franchise)).toBe('not-satisfied');
    expect(branchOf(fair, { fairBranch: 'satisfied' })).toBe('satisfied');
    expect(branchOf({ satisfied: false, machineWorks: true }, franchise)).toBe('not-satisfied');
    expect(branchOf({ satisfied: true, machineWorks: true }, franchise)).toBe('satisfied');
    expect(branchOf({ satisfied: true, machineWorks: false }, franchise)).toBe('not-satisfied');
    expect(isGood({ ...fair, machineWorks: false }, own)).toBe(false);
  });

  const all: Parameters<typeof sentTo>[2] = { complaintFrom: ['problem', 'quarrel', 'complaint'] };
  const where = (task: Partial<RevisitTask>, answer: Parameters<typeof sentTo>[1], plan = all) =>
    sentTo(aTask(task), answer, plan, franchise);
  const visit = { module: 'dispatch', kind: 'work-order', event: 'work-order' } as const;

  it('RVT-4 a machine that does not work goes to dispatch, and back into the form', () => {
    expect(where({}, { satisfied: true, machineWorks: false })).toEqual(['matter', 'order']);
    expect(where(visit, { satisfied: true, machineWorks: false })).toEqual(['order']);
  });

  it('RVT-4 a problem, quarrel or complaint goes to complaints, but not about a complaint itself', () => {
    for (const trouble of ['problem', 'quarrel', 'complaint'] as const)
      expect(where(visit, { satisfied: true, trouble })).toEqual(['complaint']);
    expect(where(visit, { satisfied: false })).toEqual(['complaint']);
    expect(where({}, { satisfied: false })).toEqual(['matter', 'complaint']);
    const complaint = { module: 'complaints', kind: 'complaint', event: 'complaint' } as const;
    expect(where(complaint, { satisfied: false, trouble: 'complaint' })).toEqual(['matter']);
    expect(where(complaint, { satisfied: 'fair' })).toEqual(['matter']);
    const sample = { module: 'appraisal', kind: 'sample', event: 'sample' } as const;
    const quarrelsOnly: typeof all = { complaintFrom: ['quarrel', 'complaint'] };
    expect(where(sample, { satisfied: false }, quarrelsOnly)).toEqual([]);
    expect(where(sample, { satisfied: false, trouble: 'quarrel' }, quarrelsOnly)).toEqual(['complaint']);
    expect(where(visit, { satisfied: 'fair' })).toEqual([]);
    expect(where({}, { satisfied: true, machineWorks: true })).toEqual([]);
  });

  it('RVT-4 stays open until the matter came back, then calls again', () => {
    const sent = reached(calling(), { satisfied: false }, { good: false, counts: false, sentTo: ['matter'] });
    expect(sent).toMatchObject({ state: 'waiting', waitsFor: ['matter'], countsAsSatisfied: false });
    expect(taskActions(sent)).toEqual(['resume', 'cancel']);
    expect(decide.calling(sent, 'resume', CALLER, at(60))).toMatchObject({ state: 'calling', waitsFor: [] });
    expect(() => decide.calling(sent, 'start', CALLER, at(60))).toThrow(wrongState);
    // A matter that somebody else opened again makes the call wait without a limit.
    expect(decide.waiting(aTask())).toMatchObject({ state: 'waiting', waitsFor: ['matter'] });
    expect(decide.waiting(sent).waitsFor).toEqual(['matter']);
    expect(sent.attempts.at(-1)).toMatchObject({ reached: true, satisfied: 'false', sentTo: ['matter'], text: '很好' });
  });

  it('RVT-4 sent to several, it waits for all of them; the urgent order stands for the round of the form it repairs', () => {
    const all = ['matter', 'order', 'complaint'] as const;
    const away = { good: false, counts: false, sentTo: all };
    const sent = reached(calling({ complaintId: 'earlier' }), { satisfied: false, machineWorks: false }, away);
    expect(sent).toMatchObject({ state: 'waiting', waitsFor: all, complaintId: null });
    const left = (waitsFor: readonly SentTo[], back: SentTo, module = 'hotline') =>
      decide.stillOut({ waitsFor, module }, back);
    expect([left(all, 'matter'), left(all, 'order'), left(all, 'complaint')]).toEqual([
      ['order', 'complaint'],
      ['complaint'],
      ['matter', 'order'],
    ]);
    expect(left(['matter', 'complaint'], 'complaint')).toEqual(['matter']);
    expect(left(['matter', 'order'], 'order', 'complaints')).toEqual(['matter']);
    expect(left(['complaint'], 'matter')).toEqual(['complaint']);
    expect(left(['matter'], 'matter')).toEqual([]);
    // The matter opened again by somebody else is waited for beside what was out already.
    expect(decide.waiting(aTask({ state: 'waiting', waitsFor: ['order'] })).waitsFor).toEqual(['order', 'matter']);
  });

  it('RVT-4 the matter is over: what was answered stands, a call not made yet is called off', () => {
    const sent = reached(calling(), { satisfied: false }, { good: false, counts: false, sentTo: ['matter'] });
    expect(decide.calledOff(sent)).toMatchObject({ state: 'done', satisfied: 'false', waitsFor: [] });
    const never = { state: 'cancelled', cancelReason: decide.MATTER_CLOSED };
    expect(decide.calledOff(prepared())).toMatchObject(never);
    expect(decide.calledOff(decide.waiting(aTask()))).toMatchObject(never);
  });

  it('RVT-3b RVT-4 what sends nothing away is done, however it was answered', () => {
    const fair = reached(calling(visit), { satisfied: 'fair' }, { good: false, counts: false, sentTo: [] });
    expect(fair).toMatchObject({ state: 'done', satisfied: 'fair', countsAsSatisfied: false });
  });
});

describe('script', () => {
  const own = sectionOf('atm-5s4e');
  const script = scriptOf({ purpose: 'result' }, own);

  it('RVT-3a going over questions or length is shown, never blocked', () => {
    expect(script).toMatchObject({ questions: 5, seconds: 180 });
    expect(overLimits({ questions: 5, seconds: 180 }, script)).toEqual([]);
    expect(overLimits({ questions: 6, seconds: 181 }, script)).toEqual(['questions', 'length']);
    expect(overLimits({ questions: null, seconds: 500 }, script)).toEqual(['length']);
    expect(overLimits({ questions: 99, seconds: 9_999 }, undefined)).toEqual([]);
    // Three minutes and a second, eight questions: it is noted all the same.
    const long = reached(calling(), { questions: 8 }, good, 6);
    expect(long).toMatchObject({ state: 'done', questions: 8, seconds: 240 });
  });

  it('RVT-3c scripts differ by purpose: each pack has the three', () => {
    for (const pack of ['atm-5s4e', 'franchise', 'telecom', 'cable-tv']) {
      const steps = (['result', 'satisfaction', 'retention'] as const).map(
        (purpose) => scriptOf({ purpose }, sectionOf(pack))?.opening,
      );
      expect(steps).toEqual(['opening', 'satisfaction-opening', 'retention-opening']);
    }
  });

  it('RVT-3c only with flagged customers may the caller leave the script, and the note stays', () => {
    const telecom = sectionOf('telecom');
    const leave = (marks: readonly string[]) => () => demandScriptKept({ marks }, '客户要求直接说事', telecom);
    for (const mark of ['high-end', 'special-need']) expect(leave([mark])).not.toThrow();
    expect(leave(['ordinary'])).toThrow(expect.objectContaining({ kind: 'invalid' }));
    expect(() => demandScriptKept({ marks: [] }, undefined, telecom)).not.toThrow();
    expect(() => demandScriptKept({ marks: ['high-end'] }, '不按话术', own)).toThrow();
    expect(reached(calling(), { leftScript: '直接说事' }).leftScript).toBe('直接说事');
  });
});

it('RVT-3 done and cancelled are ends; everything else can be cancelled with a reason', () => {
  const ends = REVISIT_STATES.filter((one) => state(one).length === 0);
  expect(ends).toEqual(['done', 'cancelled']);
  expect(REVISIT_STATES.filter((one) => state(one).includes('cancel'))).toEqual(
    REVISIT_STATES.filter((one) => !ends.includes(one)),
  );
  expect(decide.cancelled(aTask(), '客户要求')).toMatchObject({ state: 'cancelled', cancelReason: '客户要求' });
});
