import { ORDER_STATES } from '@bihuan/dispatch-contract';
import {
  acceptedOrder,
  anOrder,
  at,
  DISPATCHER,
  dispatchedOrder,
  ENGINEER,
  fedBackOrder,
  MANAGER,
  onSiteOrder,
} from '../test/work-order.builder';
import { restoredOrder, solvedOrder } from '../test/work-order.builder';
import { dispatched } from './dispatching.decide';
import { demandPartsDone, isOpen, orderActs, shownActs } from './work-order.rules';
import * as work from './working.decide';

const wrongState = expect.objectContaining({ kind: 'wrong-state' }) as Error;

describe('the way of an order', () => {
  it('DSP-1 goes drafted → dispatched → accepted → contacted → on site → restored → solved → fed back → closed', () => {
    let order = dispatched(anOrder(), { unitId: 'station', engineer: null }, DISPATCHER, at(1));
    expect(order).toMatchObject({
      state: 'dispatched',
      unitId: 'station',
      engineerId: null,
      dispatcherId: 'dispatcher',
    });
    order = work.accepted(order, ENGINEER, at(2));
    expect(order).toMatchObject({
      state: 'accepted',
      engineerId: 'engineer',
      engineerName: '陈志强',
      acceptedAt: at(2),
    });
    order = work.contacted(order, { from: at(60), until: at(120) }, at(3));
    expect(order).toMatchObject({
      state: 'contacted',
      contactedAt: at(3),
      appointmentAt: at(60),
      appointmentUntil: at(120),
    });
    order = work.arrived(work.enRoute(order, at(40)), at(58));
    expect(order).toMatchObject({ state: 'on-site', enRouteAt: at(40), arrivedAt: at(58) });
    order = work.restored(order, at(70));
    expect(order).toMatchObject({ state: 'restored', restoredAt: at(70), solvedAt: null });
    order = work.solved(order, { cause: 'line', listed: true, text: '换线' }, at(80));
    expect(order).toMatchObject({
      state: 'solved',
      solvedAt: at(80),
      restoredAt: at(70),
      cause: 'line',
      causeCode: 'line',
    });
    order = work.fedBack(order, '已回单', at(90));
    expect(order).toMatchObject({ state: 'fed-back', fedBackAt: at(90), feedback: '已回单' });
    order = work.closed(order, at(100));
    expect(order).toMatchObject({ state: 'closed', closedAt: at(100) });
    expect(shownActs(order)).toEqual([]);
  });

  it('DSP-1 a second contact may promise another time; the first contact keeps its instant', () => {
    const first = work.contacted(acceptedOrder(), { from: at(60), until: null }, at(3));
    const second = work.contacted(first, { from: at(90), until: null }, at(30));
    expect(second).toMatchObject({
      state: 'contacted',
      contactedAt: at(3),
      appointmentAt: at(90),
      appointmentUntil: null,
    });
    expect(work.contacted(onSiteOrder(), { from: null, until: null }, at(35)).state).toBe('on-site');
  });

  it('DSP-2 an order that is dispatched already is not dispatched a second time', () => {
    const once = dispatchedOrder();
    expect(() => dispatched(once, { unitId: 'other', engineer: null }, DISPATCHER, at(2))).toThrow(wrongState);
  });

  it('DSP-6 restored is not solved: it stays open and neither feeds back nor closes', () => {
    const order = restoredOrder();
    expect(isOpen(order)).toBe(true);
    expect(shownActs(order)).toContain('solve');
    expect(() => work.fedBack(order, '', at(45))).toThrow(wrongState);
    expect(() => work.closed(order, at(45))).toThrow(wrongState);
  });

  it('DSP-6 what is solved without a word of restoring was restored by then', () => {
    const order = work.solved(acceptedOrder(), { cause: '接触不良', listed: false, text: '' }, at(10));
    expect(order).toMatchObject({ restoredAt: at(10), solvedAt: at(10), cause: '接触不良', causeCode: null });
  });

  it('DSP-6 suspending keeps the way, resuming goes on with it; both only where it makes sense', () => {
    for (const order of [dispatchedOrder(), acceptedOrder(), onSiteOrder(), restoredOrder()]) {
      const standing = work.suspended(order, '客户外出');
      expect(standing).toMatchObject({ state: 'suspended', resumeTo: order.state, waitingFor: '客户外出' });
      expect(shownActs(standing)).toEqual(['resume', 'cancel']);
      expect(work.resumed(standing)).toEqual({ ...order, resumeTo: null, waitingFor: null });
    }
    expect(() => work.suspended(anOrder(), 'x')).toThrow(wrongState);
    expect(() => work.suspended(solvedOrder(), 'x')).toThrow(wrongState);
  });

  it('DSP-6 whatever is not over can be cancelled, and a cancelled order allows nothing', () => {
    const may = ORDER_STATES.filter((state) => orderActs(anOrder({ state })).includes('cancel'));
    expect(may).toEqual(ORDER_STATES.filter((state) => state !== 'closed' && state !== 'cancelled'));
    expect(shownActs(work.cancelled(work.suspended(acceptedOrder(), 'x')))).toEqual([]);
  });
});

describe('grades', () => {
  const graded = (order = fedBackOrder({ gradeRequired: true })) =>
    work.graded(order, { grade: 2, weight: 3, gravity: null, text: '电路板' }, MANAGER, at(70));

  it('DSP-7 a repair that the pack wants graded is not closed ungraded; graded it is', () => {
    const order = fedBackOrder({ gradeRequired: true });
    expect(shownActs(order)).not.toContain('close');
    expect(() => work.closed(order, at(70))).toThrow(expect.objectContaining({ code: 'repair-not-graded' }) as Error);
    expect(work.closed(graded(), at(71))).toMatchObject({ state: 'closed', grade: 2 });
    expect(work.closed(fedBackOrder({ gradeRequired: false }), at(71)).state).toBe('closed');
  });

  it('DSP-7 difficulty and gravity are two fields; who graded signs with the time', () => {
    expect(graded()).toMatchObject({
      grade: 2,
      gradeWeight: 3,
      gravity: null,
      gradedById: 'tech-manager',
      gradedAt: at(70),
    });
    const both = work.graded(
      solvedOrder({ gravity: 4 }),
      { grade: 3, weight: 2, gravity: 1, text: '' },
      MANAGER,
      at(70),
    );
    expect(both).toMatchObject({ grade: 3, gravity: 1 });
    const kept = work.graded(
      solvedOrder({ gravity: 4 }),
      { grade: 3, weight: 2, gravity: null, text: '' },
      MANAGER,
      at(70),
    );
    expect(kept.gravity).toBe(4);
  });

  it('DSP-7 only repairs are graded, once they are solved and until they are closed', () => {
    const may = ORDER_STATES.filter((state) => orderActs(anOrder({ state })).includes('grade'));
    expect(may).toEqual(['solved', 'fed-back', 'verified']);
    expect(orderActs(fedBackOrder({ repair: false }))).not.toContain('grade');
  });

  it('DSP-8 verification stands between feedback and closing where the pack asks for it, and nowhere else', () => {
    const order = fedBackOrder({ verification: true });
    expect(shownActs(order)).toContain('verify');
    expect(() => work.closed(order, at(70))).toThrow(wrongState);
    expect(work.closed(work.verified(order), at(70)).state).toBe('closed');
    expect(() => work.verified(fedBackOrder())).toThrow(wrongState);
  });
});

it('DSP-5 the lead unit feeds back after the co-operating units: a part still at work holds it up', () => {
  const lead = solvedOrder();
  for (const state of ['dispatched', 'accepted', 'on-site', 'restored', 'suspended', 'returned']) {
    expect(() => demandPartsDone(lead, [{ state: 'closed' }, { state }])).toThrow(
      expect.objectContaining({ code: 'parts-still-open' }) as Error,
    );
  }
  expect(() =>
    demandPartsDone(lead, [{ state: 'solved' }, { state: 'fed-back' }, { state: 'cancelled' }]),
  ).not.toThrow();
  expect(orderActs(solvedOrder({ source: 'co-operation' }))).not.toContain('co-operate');
});
