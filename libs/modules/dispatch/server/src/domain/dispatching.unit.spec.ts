import {
  acceptedOrder,
  anOrder,
  at,
  DISPATCHER,
  dispatchedOrder,
  ENGINEER,
  onSiteOrder,
  OTHER,
  restoredOrder,
  solvedOrder,
} from '../test/work-order.builder';
import * as decide from './dispatching.decide';
import { orderActs } from './work-order.rules';
import * as work from './working.decide';

const wrongState = expect.objectContaining({ kind: 'wrong-state' }) as Error;

describe('giving an order back', () => {
  it('DSP-2 with a ground of the pack it was a wrong dispatch, and counts as one', () => {
    expect(decide.faultOfReturn(acceptedOrder(), 'wrong-region')).toBe('wrong-dispatch');
    expect(decide.returned(acceptedOrder(), 'wrong-region')).toMatchObject({
      state: 'returned',
      engineerId: null,
      wrongDispatches: 1,
      refusals: 0,
    });
  });

  it('DSP-4 without a ground it is a refusal before the acceptance and a passing on after it', () => {
    expect(decide.faultOfReturn(dispatchedOrder(), undefined)).toBe('refused');
    expect(decide.faultOfReturn(acceptedOrder(), undefined)).toBe('passed-on');
    expect(decide.returned(dispatchedOrder(), undefined)).toMatchObject({ wrongDispatches: 0, refusals: 1 });
    expect(() => decide.returned(anOrder(), undefined)).toThrow(wrongState);
  });

  it('DSP-4 a returned order goes out again by either act of the desk', () => {
    const back = decide.returned(acceptedOrder(), 'wrong-unit');
    const to = { unitId: 'operations', engineer: OTHER };
    expect(decide.dispatched(back, to, DISPATCHER, at(20))).toMatchObject({
      state: 'dispatched',
      engineerId: 'engineer2',
    });
    expect(decide.redispatched(back, to, DISPATCHER, at(20))).toMatchObject({
      state: 're-dispatched',
      unitId: 'operations',
      redispatches: 1,
    });
  });

  it('DSP-2 asking to be replaced is no refusal: counted apart, the order stays with him until he is', () => {
    const asked = decide.replacementRequested(acceptedOrder(), '不熟悉该机型', ENGINEER, at(5));
    expect(asked).toMatchObject({ state: 'accepted', engineerId: 'engineer', refusals: 0, replacements: 1 });
    const given = decide.reassigned(asked, { unitId: 'station', engineer: OTHER }, '已判断为主板', DISPATCHER, at(9));
    expect(given).toMatchObject({ state: 'accepted', engineerId: 'engineer2', replacement: null, replacements: 1 });
  });

  it('DSP-6d a reassignment leaves the hand-over note with its author for the next engineer', () => {
    const given = decide.reassigned(
      onSiteOrder(),
      { unitId: 'station', engineer: OTHER },
      '客户说昨夜停电',
      DISPATCHER,
      at(35),
    );
    expect(given.state).toBe('on-site');
    expect(given.handOver).toEqual({ text: '客户说昨夜停电', by: DISPATCHER, at: at(35).toISOString() });
    expect(orderActs(dispatchedOrder({ engineerId: null }))).toContain('reassign');
    expect(orderActs({ ...dispatchedOrder(), engineerId: null })).not.toContain('reassign');
  });
});

describe('overruns', () => {
  it('DSP-4 RD-48 the first goes to the same unit again and is counted; whoever has it goes on', () => {
    const again = decide.overrunAgain(onSiteOrder(), at(360));
    expect(again).toMatchObject({
      state: 're-dispatched',
      resumeTo: 'on-site',
      unitId: 'station',
      engineerId: 'engineer',
      overruns: 1,
      redispatches: 1,
      dispatchedAt: at(360),
    });
    expect(orderActs(again)).toEqual(expect.arrayContaining(['accept', 'restore', 'solve', 'sign']));
    expect(work.restored(again, at(370))).toMatchObject({ state: 'restored', resumeTo: null, acceptedAt: at(370) });
    expect(work.accepted(again, ENGINEER, at(361))).toMatchObject({ state: 'accepted', arrivedAt: at(30) });
  });

  it('DSP-4 an overrun in feeding back keeps what was solved: accepting it goes on from there', () => {
    const again = decide.overrunAgain(solvedOrder(), at(200));
    expect(again).toMatchObject({ state: 're-dispatched', resumeTo: 'solved', redispatches: 1, solvedAt: at(50) });
    expect(work.fedBack(again, '迟到的回单', at(201)).state).toBe('fed-back');
    expect(work.accepted(again, ENGINEER, at(201)).state).toBe('solved');
    expect(work.accepted(decide.overrunAgain(restoredOrder(), at(200)), ENGINEER, at(201)).state).toBe('restored');
  });

  it('DSP-4 RD-48 the second goes to the next higher unit, which chooses anew', () => {
    const raised = decide.overrunRaised(decide.overrunAgain(onSiteOrder(), at(360)), 'branch', at(720));
    expect(raised).toMatchObject({
      state: 're-dispatched',
      unitId: 'branch',
      engineerId: null,
      resumeTo: null,
      overruns: 2,
      redispatches: 2,
    });
    expect(orderActs(raised)).not.toContain('solve');
    expect(work.accepted(raised, OTHER, at(730))).toMatchObject({ state: 'accepted', engineerId: 'engineer2' });
  });

  it('DSP-4 what nobody has yet, or what stands still, is counted and not sent out', () => {
    for (const state of ['drafted', 'returned', 'suspended', 'fed-back'] as const) {
      expect(decide.overrunAgain(anOrder({ state }), at(60))).toEqual(anOrder({ state, overruns: 1 }));
      expect(decide.overrunRaised(anOrder({ state }), 'branch', at(60))).toEqual(anOrder({ state, overruns: 1 }));
    }
  });

  it('DSP-4 a second re-dispatch in place still knows where the work stood', () => {
    const twice = decide.overrunAgain(decide.overrunAgain(solvedOrder(), at(200)), at(400));
    expect(twice).toMatchObject({ resumeTo: 'solved', redispatches: 2 });
  });
});
