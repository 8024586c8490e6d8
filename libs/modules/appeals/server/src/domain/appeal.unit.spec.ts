import { APPEAL_STATES, APPEAL_STEPS } from '@bihuan/appeals-contract';
import { after, anAppeal, BRANCH, DEPUTY, DESK, inState } from '../test/appeal.builder';
import { accepted, answered, approved, dispatched, handedTo, replied, reported, sentBack } from './appeal.decide';
import { appealActions, isApproved, presentClock, stateAfter } from './appeal.rules';
import type { Appeal } from './appeal.state';
import { presentRound } from './appeal.state';

const refusal = (act: () => unknown): { code: string; details: object } => {
  try {
    act();
  } catch (error) {
    return error as { code: string; details: object };
  }
  throw new Error('it was not refused');
};

describe('an appeal', () => {
  it('APL-2 each act leads to the state of its name, and only from the state before', () => {
    const way = APPEAL_STEPS.filter((act) => act !== 'send-back');
    let state: Appeal['state'] = 'received';
    const passed: string[] = [state];
    for (const act of way) {
      state = stateAfter({ state }, act);
      passed.push(state);
    }
    expect(passed).toEqual([...APPEAL_STATES]);
    for (const [index, from] of APPEAL_STATES.entries()) {
      for (const act of way) {
        const again = from === 'dispatched' && act === 'dispatch';
        if (way[index] === act || again) continue;
        expect(refusal(() => stateAfter({ state: from }, act))).toMatchObject({
          code: 'wrong-state',
          details: { state: from, allowedActions: [...appealActions({ state: from })] },
        });
      }
    }
  });

  it('APL-2 a case dispatched to the wrong branch goes to another before it is accepted, without more time', () => {
    const first = dispatched(anAppeal(), { unitId: 'branch', handler: BRANCH }, after(2));
    const second = dispatched(first, { unitId: 'other', handler: DEPUTY }, after(10));
    expect([second.state, second.unitId, second.handlerId, second.dispatchedAt]).toEqual([
      'dispatched',
      'other',
      DEPUTY.id,
      after(2),
    ]);
  });

  it('APL-2 the clock that runs is the desk’s, the branch’s, headquarters’', () => {
    expect(APPEAL_STATES.slice(0, 8).map(presentClock)).toEqual([
      'desk',
      ...Array<string>(5).fill('branch'),
      'headquarters',
      'headquarters',
    ]);
  });

  it('APL-3 the branch takes over, and may dispatch inside', () => {
    const dispatchedCase = inState('dispatched');
    expect(accepted(dispatchedCase, {}, DEPUTY, null, after(3)).handlerId).toBe(DEPUTY.id);
    const inside = accepted(dispatchedCase, { text: '转装维' }, BRANCH, { id: 'engineer', name: '何建国' }, after(3));
    expect([inside.handlerId, presentRound(inside).accepted]).toEqual([
      'engineer',
      { text: '转装维', by: BRANCH, at: after(3).toISOString() },
    ]);
  });

  it('APL-3 the customer is told of the improvement where the firm is at fault', () => {
    const at = inState('planned');
    expect(refusal(() => answered(at, { text: '原因', firmAtFault: true }, BRANCH, after(30)))).toMatchObject({
      details: { errors: [{ pointer: '/improvement', code: 'improvement-required' }] },
    });
    const told = answered(at, { text: '原因', firmAtFault: true, improvement: '修正出账规则' }, BRANCH, after(30));
    expect(presentRound(told).answer).toMatchObject({ firmAtFault: true, improvement: '修正出账规则' });
    expect(answered(at, { text: '原因', firmAtFault: false }, BRANCH, after(30)).state).toBe('answered');
  });

  it('APL-3 SYS-72 a report without evidence or explanation is refused; either is enough', () => {
    const at = inState('answered');
    for (const bare of [{ text: '报告' }, { text: '报告', evidence: [] }, { text: '报告', explanation: '' }]) {
      expect(refusal(() => reported(at, bare, BRANCH, after(40)))).toMatchObject({
        code: 'invalid-input',
        details: { errors: [{ pointer: '/evidence', code: 'evidence-required' }] },
      });
    }
    expect(reported(at, { text: '报告', evidence: ['photo'] }, BRANCH, after(40)).state).toBe('reported');
    const explained = reported(at, { text: '报告', explanation: '录音已过保存期' }, BRANCH, after(40));
    expect(presentRound(explained).report).toMatchObject({ evidence: [], explanation: '录音已过保存期' });
  });

  it('APL-4 SYS-73 sending back is counted, keeps the round and opens the next', () => {
    const once = sentBack(inState('reported'), { reason: '事实不清' }, DESK, after(50));
    expect([once.state, once.sentBack, once.round]).toEqual(['accepted', 1, 2]);
    expect(once.rounds[0]).toMatchObject({
      report: { text: '经查系统重复出账，已退费' },
      review: { text: '事实不清', approved: false, by: DESK },
    });
    expect(presentRound(once)).toEqual({
      round: 2,
      accepted: null,
      facts: null,
      plan: null,
      answer: null,
      report: null,
      review: null,
    });
    const again: Appeal = { ...once, state: 'reported' };
    expect(sentBack(again, { reason: '仍不清' }, DESK, after(60))).toMatchObject({ sentBack: 2, round: 3 });
  });

  it('APL-4 no answer to the regulator without an approved report', () => {
    for (const state of ['received', 'accepted', 'answered', 'reported'] as const) {
      expect(refusal(() => replied(inState(state), {}, DESK, after(60)))).toMatchObject({ code: 'wrong-state' });
    }
    expect(APPEAL_STATES.filter((state) => isApproved({ state }))).toEqual([
      'approved',
      'replied',
      'revisited',
      'concluded',
      'archived',
    ]);
  });

  it('APL-5 the answer is what is written, else the words of the approved report', () => {
    const first = sentBack(inState('reported'), { reason: '不清' }, DESK, after(45));
    const second: Appeal = { ...first, state: 'answered' };
    const better = reported(second, { text: '重新查明的报告', evidence: ['b'] }, BRANCH, after(50));
    const ok = approved(better, { text: '同意' }, DESK, after(52));
    expect(replied(ok, {}, DESK, after(60)).reply?.text).toBe('重新查明的报告');
    expect(replied(ok, { text: '答复意见' }, DESK, after(60)).reply).toEqual({
      text: '答复意见',
      by: DESK,
      at: after(60).toISOString(),
    });
  });

  it('APL-8 late for the regulator is decided by the moment of the reply', () => {
    const due = after(60);
    const late = (at: Date, replyDueAt: Date | null) =>
      replied(inState('approved', { replyDueAt }), {}, DESK, at).lateForRegulator;
    expect([late(due, due), late(after(61), due), late(after(61), null)]).toEqual([false, true, null]);
  });

  it('APL-7 after the archive only notes and filings are possible; before it a link too', () => {
    expect(appealActions({ state: 'archived' })).toEqual(['report-for-record', 'enter-receipt', 'note']);
    for (const state of APPEAL_STATES.slice(0, -1)) expect(appealActions({ state })).toContain('link');
  });

  it('APL-1 DLN-3 a new promise is possible until the regulator is answered, a filing and a note at any time', () => {
    const having = (act: 're-promise' | 'report-for-record' | 'note') =>
      APPEAL_STATES.filter((state) => appealActions({ state }).includes(act));
    expect(having('re-promise')).toEqual(APPEAL_STATES.slice(0, 8));
    expect(having('report-for-record')).toEqual([...APPEAL_STATES]);
    expect(having('note')).toEqual([...APPEAL_STATES]);
  });

  it('APL-9 a change of contact person hands the case over and is remembered', () => {
    expect(handedTo(inState('verified'), DEPUTY, after(25))).toMatchObject({
      state: 'verified',
      handlerId: DEPUTY.id,
      handlerName: DEPUTY.name,
      contactChangedAt: after(25),
    });
  });
});
