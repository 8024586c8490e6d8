/** The way of a problem form: who signs what, what leads where, what goes back (HOT-6 … HOT-9). */
import { FORM_STATES } from '@bihuan/hotline-contract';
import {
  aForm,
  acceptedForm,
  answeredForm,
  at,
  ENGINEER,
  handledForm,
  MANAGER,
  OFFICER,
  plannedForm,
  referredForm,
} from '../test/problem-form.builder';
import * as decide from './problem-form.decide';
import { demandAgreement, demandRoutingReason, formActions, isComplaint } from './problem-form.rules';
import { emptyRound, isOpen, presentRound } from './problem-form.state';

const wrongState = expect.objectContaining({ kind: 'wrong-state' });
const pointer = (at: string) =>
  expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer: at })] } });

describe('referral', () => {
  it('HOT-6 needs the customer’s agreement, or the officer’s reason', () => {
    for (const consent of [{}, { customerAgreed: false }, { overrideReason: '' }]) {
      expect(() => demandAgreement(consent)).toThrow(pointer('/customerAgreed'));
    }
    expect(() => demandAgreement({ customerAgreed: true })).not.toThrow();
    expect(() => demandAgreement({ customerAgreed: false, overrideReason: '已挂机' })).not.toThrow();
  });

  it('HOT-7 SYS-07 another unit than the table’s needs a reason; the table’s own needs none', () => {
    expect(() => demandRoutingReason('user-service', 'technical-support', undefined)).toThrow(pointer('/reason'));
    expect(() => demandRoutingReason('user-service', 'technical-support', '用户要求')).not.toThrow();
    expect(() => demandRoutingReason('technical-support', 'technical-support', undefined)).not.toThrow();
    expect(() => demandRoutingReason('user-service', null, undefined)).toThrow(pointer('/reason'));
  });

  it('HOT-8b the first referral is kept, the present one moves with each unit', () => {
    const form = referredForm();
    expect(form).toMatchObject({
      state: 'referred',
      unitId: 'technical-support',
      referredAt: at(10),
      firstReferredAt: at(10),
    });
    const on = decide.returned(form, 'user-service', at(30));
    expect(on).toMatchObject({
      state: 'referred',
      unitId: 'user-service',
      returns: 1,
      referredAt: at(30),
      firstReferredAt: at(10),
    });
  });

  it('HOT-7 SYS-07 sent back without a unit it is the officer’s again, without handler, and is counted', () => {
    const back = decide.returned(acceptedForm(), undefined, at(60));
    expect(back).toMatchObject({ state: 'drafted', unitId: null, handlerId: null, acceptance: null, returns: 1 });
    expect(
      decide.returned(
        decide.referred(back, { unitId: 'u', assigneeId: null, customerAgreed: true }, at(70)),
        'v',
        at(80),
      ).returns,
    ).toBe(2);
  });
});

describe('handling', () => {
  it('SYS-08 HOT-9a the acceptance keeps who, when, appointment and place', () => {
    const record = {
      appointmentAt: '2026-09-18T10:00:00+08:00',
      place: '大厅',
      text: '约定',
      judgement: '读卡器',
      parts: '备件',
    };
    expect(decide.accepted(referredForm(), record, ENGINEER, at(20))).toMatchObject({
      state: 'accepted',
      handlerId: 'engineer',
      handlerName: '张伟',
      acceptance: { ...record, by: ENGINEER, at: at(20).toISOString() },
    });
    expect(acceptedForm().acceptance).toMatchObject({ appointmentAt: null, place: '', judgement: '' });
  });

  it('SYS-09 HOT-9b plan, result and audit are three signatures with their dates', () => {
    const form = decide.audited(handledForm(), '同意', MANAGER, at(45));
    expect(presentRound(form)).toMatchObject({
      plan: { text: '换读卡器', by: ENGINEER, at: at(30).toISOString() },
      result: { text: '已换', by: ENGINEER, at: at(40).toISOString() },
      audit: { text: '同意', by: MANAGER, at: at(45).toISOString() },
    });
    expect(form.state).toBe('handled');
  });

  it('HOT-9b the handler never audits his own result, not even when another accepted the form', () => {
    const own = expect.objectContaining({ code: 'handler-cannot-audit' });
    expect(() => decide.audited(handledForm(), '同意', ENGINEER, at(45))).toThrow(own);
    const helped = decide.handled(plannedForm(), '已换', MANAGER, at(40));
    expect(() => decide.audited(helped, '同意', MANAGER, at(45))).toThrow(own);
    expect(() => decide.audited(helped, '同意', ENGINEER, at(45))).toThrow(own);
  });

  it('HOT-9b the answer does not wait for the audit, and an audit is signed once a round', () => {
    expect(formActions(handledForm())).toEqual(['answer', 'audit', 'withdraw']);
    expect(formActions(answeredForm())).toContain('audit');
    const audited = decide.audited(handledForm(), '', MANAGER, at(45));
    expect(formActions(audited)).toEqual(['answer', 'withdraw']);
    expect(() => decide.audited(audited, '', MANAGER, at(46))).toThrow(wrongState);
  });

  it('HOT-9 no step is passed over', () => {
    for (const [step, states] of [
      [() => decide.handled(acceptedForm(), 'x', ENGINEER, at(1)), 'a result without a plan'],
      [() => decide.planned(referredForm(), 'x', ENGINEER, at(1)), 'a plan before the acceptance'],
      [() => decide.accepted(aForm(), {}, ENGINEER, at(1)), 'an acceptance before the referral'],
      [
        () => decide.answered(plannedForm(), { text: '', satisfied: true }, OFFICER, at(1)),
        'an answer without a result',
      ],
      [() => decide.concluded(handledForm(), at(1)), 'a conclusion without an answer'],
      [() => decide.audited(plannedForm(), '', MANAGER, at(1)), 'an audit without a result'],
    ] as const) {
      expect([states, step]).toEqual([states, expect.any(Function)]);
      expect(step).toThrow(wrongState);
    }
  });
});

describe('the answer', () => {
  it('HOT-9c satisfied concludes the form, unknown leaves it answered', () => {
    expect(answeredForm(true)).toMatchObject({ state: 'concluded', concludedAt: at(50), dueAt: null });
    expect(answeredForm(null)).toMatchObject({ state: 'answered', concludedAt: null });
    expect(decide.concluded(answeredForm(null), at(90))).toMatchObject({ state: 'concluded', concludedAt: at(90) });
  });

  it('SYS-09 HOT-9c not satisfied opens round 2 on the same number, with the same handler and an empty page', () => {
    const again = answeredForm(false);
    expect(again).toMatchObject({
      state: 'accepted',
      round: 2,
      number: '2026091701001',
      handlerId: 'engineer',
      concludedAt: null,
    });
    expect(again.rounds).toHaveLength(2);
    expect(again.rounds[0]).toMatchObject({ satisfied: false, dissatisfaction: '已告知', result: { text: '已换' } });
    expect(again.rounds[1]).toEqual(emptyRound(2));
  });

  it('RVT-4 HOT-9c a concluded form goes back as the next round, and its revisit counts no more', () => {
    const revisited = decide.revisited(answeredForm(true), at(2_000));
    expect(revisited).toMatchObject({ state: 'concluded', revisitedAt: at(2_000) });
    expect(decide.dissatisfied(revisited, '又坏了')).toMatchObject({
      state: 'accepted',
      round: 2,
      concludedAt: null,
      revisitedAt: null,
    });
  });
});

describe('waiting and withdrawing', () => {
  it('DLN-3 HOT-8 waiting for the customer goes back to where it came from', () => {
    for (const form of [referredForm(), acceptedForm(), plannedForm()]) {
      const waiting = decide.awaiting(form, '等用户');
      expect(waiting).toMatchObject({ state: 'awaiting-customer', resumeTo: form.state, waitingFor: '等用户' });
      expect(formActions(waiting)).toEqual(['resume', 'withdraw']);
      expect(decide.resumed(waiting)).toEqual({ ...form, waitingFor: null, resumeTo: null });
    }
    expect(() => decide.awaiting(handledForm(), 'x')).toThrow(wrongState);
  });

  it('HOT-9 withdrawn is the end; until it is concluded every form can be withdrawn', () => {
    expect(decide.withdrawn(decide.awaiting(plannedForm(), 'x'))).toMatchObject({
      state: 'withdrawn',
      waitingFor: null,
      dueAt: null,
    });
    const may = FORM_STATES.filter((state) => formActions(aForm({ state })).includes('withdraw'));
    expect(may).toEqual(FORM_STATES.filter((state) => state !== 'concluded' && state !== 'withdrawn'));
    expect(may).toEqual(FORM_STATES.filter((state) => isOpen(aForm({ state }))));
    expect(formActions(aForm({ state: 'withdrawn' }))).toEqual([]);
  });
});

it('HOT-7c a form about service quality is a complaint, no other is', () => {
  const categories = ['technical', 'service', 'sales', 'other'] as const;
  expect(categories.filter((category) => isComplaint({ category }))).toEqual(['service']);
});
