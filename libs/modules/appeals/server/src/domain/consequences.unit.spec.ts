import { after, anAppeal, BRANCH, DEPUTY, DESK, inState } from '../test/appeal.builder';
import { telecom } from '../test/section';
import { circulationActions, decided, dropped, groundsOfDelay, isPoor } from './circulation.rules';
import type { Circulation } from './circulation.state';
import { demandTwo, hurtByChange, receiverOf } from './contact-person.rules';
import { sentBack } from './appeal.decide';

const proposed: Circulation = {
  id: 'circulation',
  version: 1,
  number: 'SSTB2026001',
  state: 'proposed',
  appealId: 'appeal',
  appealNumber: 'SS202609170001',
  caseNumber: '118',
  ground: 'late-reply',
  unitId: 'branch',
  persons: [],
  facts: {},
  basis: '',
  decision: '',
  demand: '',
  reason: '',
  decidedBy: null,
  decidedAt: null,
  distribution: [],
  customerId: null,
  createdAt: after(0),
  dueAt: null,
  keyId: 'key',
};

describe('what a case brings upon a branch', () => {
  it('APL-8 no reply by the regulator’s date proposes a circulation; a late branch alone does not', () => {
    const days = telecom.contactChangeDays;
    expect(groundsOfDelay(anAppeal(), { stage: 'regulator', at: after(72) }, days)).toEqual(['late-reply']);
    expect(groundsOfDelay(anAppeal(), { stage: 'branch', at: after(72) }, days)).toEqual([]);
  });

  it('APL-8 reports still poor after repeated return propose one, once', () => {
    const { poorReportRounds } = telecom;
    let appeal = inState('reported');
    const poor: boolean[] = [];
    for (let round = 0; round < 4; round++) {
      appeal = { ...sentBack({ ...appeal, state: 'reported' }, { reason: '不清' }, DESK, after(50)) };
      poor.push(isPoor(appeal, poorReportRounds));
    }
    expect([poorReportRounds, poor]).toEqual([2, [false, true, false, false]]);
  });

  it('APL-8 it is decided or dropped by name, and then no more', () => {
    expect(circulationActions(proposed)).toEqual(['decide', 'drop']);
    const words = { decision: '通报批评', basis: '考核办法', demand: '整改' };
    const to = { persons: [BRANCH], distribution: [{ unitId: 'branch', readerId: 'head' }] };
    const done = decided(proposed, words, to, DESK, after(100));
    expect(done).toMatchObject({ state: 'decided', ...words, ...to, decidedBy: DESK, decidedAt: after(100) });
    const gone = dropped(proposed, '监管部门已同意延期', DESK, after(100));
    expect(gone).toMatchObject({ state: 'dropped', reason: '监管部门已同意延期', decidedBy: DESK });
    expect([circulationActions(done), circulationActions(gone)]).toEqual([[], []]);
  });

  it('APL-9 a delay within ten days of a change of contact person proposes one, later or earlier does not', () => {
    expect(telecom.contactChangeDays).toBe(10);
    const grounds = (delayedAfterDays: number) =>
      groundsOfDelay(
        anAppeal({ contactChangedAt: after(0) }),
        { stage: 'branch', at: after(delayedAfterDays * 24) },
        telecom.contactChangeDays,
      );
    expect([grounds(0), grounds(10)]).toEqual([['contact-change'], ['contact-change']]);
    expect(grounds(10.01)).toEqual([]);
    expect(hurtByChange(after(1), after(0), 10)).toBe(false);
    expect(hurtByChange(null, after(0), 10)).toBe(false);
  });

  it('APL-9 whoever is there gets the case: named, contact person, deputy, head', () => {
    const head = { id: 'head', name: '赵敏' };
    const named = { id: 'named', name: '姚琳' };
    expect(receiverOf({ named, contact: BRANCH, deputy: DEPUTY, head })).toBe(named);
    expect(receiverOf({ named: undefined, contact: BRANCH, deputy: DEPUTY, head })).toBe(BRANCH);
    expect(receiverOf({ named: undefined, contact: undefined, deputy: DEPUTY, head })).toBe(DEPUTY);
    expect(receiverOf({ named: undefined, contact: undefined, deputy: undefined, head })).toBe(head);
  });

  it('APL-9 contact person and deputy are two people', () => {
    expect(() => demandTwo('one', 'one')).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer: '/deputyId' })] } }),
    );
    expect(() => demandTwo('one', 'two')).not.toThrow();
  });
});
