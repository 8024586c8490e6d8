/** Validity, proposals, answers, promises, report, ways back (CMP-4f, CMP-5, CMP-6, CMP-8, CMP-9, CMP-10). */
import type { ReportComplaint } from '@bihuan/complaints-contract';
import type { SuiteError } from '@bihuan/plugin-kit';
import { aComplaint, HANDLER, NOW, OFFICER, UNIT } from '../test/complaint.builder';
import { complaintActions } from './actions.rules';
import { answered, demandPromise, demandRePromise } from './answer.decide';
import { asksNewLine, newLineMatter, reHandled, rehandlingDone, revisited, screenedRight } from './closing.decide';
import { carriedOut, decided, judged, proposed, returnedToChannel } from './handling.decide';
import type { Complaint } from './complaint.state';
import { holdersOf, isReported, newReport, owesRepairReport, reported } from './report.rules';

const pointerOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as SuiteError).details.errors?.[0]?.pointer ?? (error as SuiteError).code;
  }
  return undefined;
};
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);

describe('validity', () => {
  const yes = { sufficient: true, reason: '有据' };
  const fair = { reasonable: true, reason: '合理' };
  const checked = aComplaint({ state: 'checked' }, 'franchise');

  it('CMP-5 both questions must hold; one ‘no’ is not valid, and is refused without the consent noted', () => {
    expect(judged(checked, { grounds: yes, demand: fair }, OFFICER, NOW)).toMatchObject({
      state: 'checked',
      validity: { valid: true },
    });
    for (const no of [
      { grounds: { sufficient: false, reason: '无据' }, demand: fair },
      { grounds: yes, demand: { reasonable: false, reason: '过高' } },
    ]) {
      expect(pointerOf(() => judged(checked, no, OFFICER, NOW))).toBe('/consent');
      const over = judged(checked, { ...no, consent: { given: false, words: '不同意' } }, OFFICER, NOW);
      expect(over).toMatchObject({
        state: 'not-valid',
        validity: { valid: false, consent: { given: false, words: '不同意' } },
      });
    }
  });

  it('CMP-5 judged straight from registered counts as checked', () => {
    expect(judged(aComplaint({}, 'franchise'), { grounds: yes, demand: fair }, OFFICER, NOW).state).toBe('checked');
  });
});

describe('handling', () => {
  const ids = (): (() => string) => {
    let next = 0;
    return () => `40000000-0000-4000-8000-00000000000${++next}`;
  };

  it('CMP-6 CMP-6a franchise wants two proposals; one is chosen; carrying out waits for it', () => {
    const complaint = aComplaint({ state: 'investigating' }, 'franchise');
    const one = { proposals: [{ text: '致歉' }] };
    expect(pointerOf(() => proposed(complaint, one, ids(), HANDLER, NOW))).toBe('/proposals');
    const two = proposed(complaint, { proposals: [{ text: '致歉' }, { text: '换货' }] }, ids(), HANDLER, NOW);
    expect(pointerOf(() => carriedOut(two, {}, HANDLER, NOW))).toBe('decision-first');
    const unknown = { proposalId: '50000000-0000-4000-8000-000000000001', instruction: '同意' };
    expect(pointerOf(() => decided(two, unknown, OFFICER, NOW))).toBe('/proposalId');
    const chosen = decided(two, { proposalId: two.proposals[1]?.id ?? '', instruction: '同意' }, OFFICER, NOW);
    expect(carriedOut(chosen, { text: '已换' }, HANDLER, NOW)).toMatchObject({
      state: 'carried-out',
      handlerId: HANDLER.id,
    });
  });

  it('CMP-8b sent back as incomplete it is registered again, and counted', () => {
    const back = returnedToChannel(aComplaint({ state: 'checked', filledAt: NOW }));
    expect(back).toMatchObject({ state: 'registered', returns: 1, filledAt: null });
  });
});

describe('answers and promises', () => {
  const answer = (outcome: 'solved' | 'explained' | 'not-accepted') => ({ outcome, way: 'phone' });
  const by = { by: OFFICER, now: later(2), promiseDue: later(24) };

  it('CMP-8d all three close the order; only two conclude; the third may become an appeal', () => {
    const complaint = aComplaint({ state: 'carried-out' }, 'telecom');
    expect(answered(complaint, answer('solved'), by)).toMatchObject({
      state: 'answered',
      concludedAt: later(2),
      mayBecomeAppeal: false,
    });
    expect(answered(complaint, answer('explained'), by)).toMatchObject({
      concludedAt: later(2),
      mayBecomeAppeal: false,
    });
    expect(answered(complaint, answer('not-accepted'), by)).toMatchObject({
      state: 'answered',
      concludedAt: null,
      mayBecomeAppeal: true,
      firstContact: false,
    });
  });

  it('CMP-8b first contact: without dispatch, concluded, within the promise', () => {
    const spot = aComplaint({}, 'telecom');
    expect(answered(spot, answer('solved'), by)).toMatchObject({ firstContact: true, inTime: true });
    expect(answered(spot, answer('solved'), { ...by, now: later(25) })).toMatchObject({
      firstContact: false,
      inTime: false,
    });
    expect(answered({ ...spot, dispatchedAt: NOW }, answer('solved'), by).firstContact).toBe(false);
    expect(answered(spot, answer('solved'), { ...by, promiseDue: null })).toMatchObject({
      firstContact: true,
      inTime: null,
    });
  });

  it('CMP-4f a promise lies ahead and not behind the pack’s; a re-promise lies behind the old one', () => {
    const here = { now: NOW, timezone: 'Asia/Shanghai' };
    expect(pointerOf(() => demandPromise(NOW, null, here))).toBe('/promisedAt');
    expect(pointerOf(() => demandPromise(later(25), later(24), here))).toBe('/promisedAt');
    expect(pointerOf(() => demandPromise(later(24), later(24), here))).toBeUndefined();
    expect(pointerOf(() => demandRePromise(later(24), later(24), here))).toBe('/dueAt');
    expect(pointerOf(() => demandRePromise(later(30), later(24), here))).toBeUndefined();
    expect(pointerOf(() => demandRePromise(later(1), null, here))).toBeUndefined();
    // In words people read, not as computers write it.
    expect(() => demandPromise(later(25), later(24), here)).toThrow(
      expect.objectContaining({
        details: { errors: [expect.objectContaining({ detail: expect.stringContaining('时限 2026-09-18 10:00；') })] },
      }),
    );
    expect(() => demandRePromise(later(24), later(24), here)).toThrow(
      expect.objectContaining({
        details: {
          errors: [expect.objectContaining({ detail: expect.stringContaining('原承诺 2026-09-18 10:00。') })],
        },
      }),
    );
  });
});

describe('report', () => {
  const report = newReport('HB1', holdersOf('人力公关部', '事业部', { name: '技术支持' }));
  const done = aComplaint({ state: 'carried-out', report });
  const at = (holiday: boolean) => ({ by: HANDLER, now: NOW, holiday });

  it('CMP-10 the arrival of each copy is kept, the first time it arrives', () => {
    const one = reported(done, report, { way: 'paper', copy: 1 }, at(false));
    expect(one.report?.copies.map(({ arrivedAt }) => arrivedAt)).toEqual([NOW.toISOString(), null]);
    const again = reported(one, one.report ?? report, { way: 'paper', copy: 1 }, { ...at(false), now: later(5) });
    expect(again.report?.copies[0]?.arrivedAt).toBe(NOW.toISOString());
    expect(again.report?.paper?.at).toBe(NOW.toISOString());
  });

  it('CMP-10 a phone note stands for the paper only on a holiday, holds the customer’s opinion, and has no copies', () => {
    const note = { way: 'phone-note', text: '已修复', opinion: '满意' } as const;
    expect(pointerOf(() => reported(done, report, note, at(false)))).toBe('/way');
    expect(pointerOf(() => reported(done, report, { ...note, copy: 1 }, at(true)))).toBe('/copy');
    const noted = reported(done, report, note, at(true));
    expect(noted.report?.phoneNote).toMatchObject({ text: '已修复', opinion: '满意' });
    expect([isReported(done), isReported(noted)]).toEqual([false, true]);
    const paper = reported(noted, noted.report ?? report, { way: 'paper', missingReason: '返厂' }, at(false));
    expect(paper.report).toMatchObject({ phoneNote: { opinion: '满意' }, missingReason: '返厂' });
  });

  it('CMP-10 a paper without the repair report or a reason owes one of the two, until it is handed in', () => {
    const bare = reported(done, report, { way: 'paper' }, at(false));
    const next = (input: Partial<ReportComplaint>) =>
      reported(bare, bare.report ?? report, { way: 'paper', ...input }, at(false));
    expect([done, bare, next({ copy: 1 })].map(owesRepairReport)).toEqual([false, true, true]);
    expect(pointerOf(() => next({}))).toBe('/attachmentId');
    expect(pointerOf(() => next({ missingReason: '' }))).toBe('/attachmentId');
    expect(next({ missingReason: '返厂' }).report).toMatchObject({ repairReport: 'missing', missingReason: '返厂' });
    const attached = next({ attachmentId: UNIT });
    expect(attached.report).toMatchObject({ repairReport: 'attached', attachmentId: UNIT });
    expect([attached, next({ missingReason: '返厂' })].map(owesRepairReport)).toEqual([false, false]);
  });

  it('CMP-10 also a filed case is open for the report while a copy or the repair report is out', () => {
    const arrived = [1, 2].reduce<Complaint>(
      (one, copy) => reported(one, one.report ?? report, { way: 'paper', copy: copy as 1 | 2 }, at(false)),
      { ...done, state: 'filed' },
    );
    expect(complaintActions(arrived)).toEqual(['report']);
    const explained = reported(arrived, arrived.report ?? report, { way: 'paper', missingReason: '返厂' }, at(false));
    expect(complaintActions(explained)).toEqual([]);
  });

  it('RD-41 the second copy is the responsible unit’s, else the division’s', () => {
    expect(holdersOf('人力公关部', '事业部', undefined)).toEqual(['人力公关部', '事业部']);
    expect(report.copies.map(({ holder }) => holder)).toEqual(['人力公关部', '技术支持']);
  });
});

describe('revisit', () => {
  const call = (satisfied: boolean, proposal = '', pack = 'atm-5s4e') =>
    revisited(aComplaint({ state: 'answered' }, pack), { satisfied, proposal, text: '又坏了' }, OFFICER, NOW);

  it('CMP-9a not satisfied or with a proposal: a new line with the customer’s words; elsewhere none', () => {
    expect([call(false), call(true, '先发备件'), call(true)].map(asksNewLine)).toEqual([true, true, false]);
    expect(asksNewLine(call(false, '', 'telecom'))).toBe(false);
    expect(newLineMatter(call(false, '先发备件'))).toBe('又坏了；先发备件');
    expect(newLineMatter(revisited(aComplaint(), { satisfied: false }, OFFICER, NOW))).toBe('报修后三天无人上门');
  });

  it('CMP-9b wrong handling: the next round with an order, everything of the handling anew', () => {
    const before = { ...call(false, '', 'telecom'), unitId: UNIT, answeredAt: NOW, concludedAt: NOW };
    const order = { number: 'ZCL1', dueAt: null, by: OFFICER };
    const again = reHandled(before, { handlingWrong: true, reason: '未测试' }, order, NOW);
    expect(again).toMatchObject({
      state: 'dispatched',
      round: 2,
      answer: null,
      concludedAt: null,
      returnedAt: null,
      revisit: null,
      rehandlings: [{ number: 'ZCL1', round: 2, requirement: '未测试', revisitText: '又坏了', result: null }],
    });
    expect(rehandlingDone(again, '已测试', HANDLER, NOW).rehandlings).toMatchObject([
      { result: '已测试', handler: HANDLER },
    ]);
    expect(screenedRight(before, { handlingWrong: false, reason: '正常' }, OFFICER, NOW)).toMatchObject({
      state: 'filed',
      mayBecomeAppeal: true,
      screening: { text: '正常', handlingWrong: false },
    });
  });
});
