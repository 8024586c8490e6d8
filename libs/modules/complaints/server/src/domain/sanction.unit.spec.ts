/** CMP-11: who is liable with whom, decided by name, objected to in time; CMP-16: the rate. */
import { aComplaint, HANDLER, NOW, OFFICER } from '../test/complaint.builder';
import { sectionOf } from '../test/section';
import { circulationRead } from './circulation.rules';
import type { Circulation } from './circulation.state';
import { localDay, periodOf, rateRow, rateTotal } from './rate.rules';
import {
  heldLiable,
  sanctionActions,
  sanctionDecided,
  sanctionObjected,
  sanctionReviewed,
  sanctionsOf,
  weightOf,
} from './sanction.rules';
import type { Sanction } from './sanction.state';

const franchise = sectionOf('franchise').sanctions;
const atm = sectionOf('atm-5s4e').sanctions;
const HEAD = '00000000-0000-4000-8000-000000000009';
const day = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

describe('sanctions', () => {
  it('CMP-11 franchise holds the person and his head; 5S4E the person alone; nobody twice for himself', () => {
    const held = { employeeId: HANDLER.id, breach: 'attitude', stage: null };
    expect(
      sanctionsOf(franchise, held, HEAD).map(({ employeeId, liability, points }) => [employeeId, liability, points]),
    ).toEqual([
      [HANDLER.id, 'direct', -6],
      [HEAD, 'head', -3],
    ]);
    expect(sanctionsOf(franchise, held, HANDLER.id)).toHaveLength(1);
    expect(sanctionsOf(atm, held, HEAD)).toMatchObject([
      { liability: 'direct', points: 0, amount: 0, stage: 'handling' },
    ]);
    expect(() => sanctionsOf(franchise, { ...held, breach: 'weather' }, HEAD)).toThrow(/refused/);
  });

  it('CMP-11 the rule proposes for the employees an investigation names, with the stage of the liability', () => {
    const person = (employeeId: string | null, breach: string | null) => ({
      employeeId,
      name: '某人',
      stage: 'answer',
      breach,
    });
    const investigation = {
      facts: '',
      cause: '',
      causeText: '',
      persons: [person(HANDLER.id, null), person(null, null), person(OFFICER.id, 'delay')],
      by: OFFICER,
      at: NOW.toISOString(),
    };
    const complaint = aComplaint({ investigation });
    expect(heldLiable(franchise, complaint)).toEqual([
      { employeeId: HANDLER.id, breach: 'responsible', stage: 'answer' },
      { employeeId: OFFICER.id, breach: 'delay', stage: 'answer' },
    ]);
    expect(heldLiable(sectionOf('cable-tv').sanctions, complaint)).toHaveLength(1);
    expect(heldLiable(franchise, aComplaint())).toEqual([]);
  });

  it('CMP-11 nothing counts without a decision by name; objected to in time; lifted it counts nothing', () => {
    const proposed = { state: 'proposed', points: -6, amount: 0, employeeId: HANDLER.id } as Sanction;
    expect(sanctionActions(proposed)).toEqual(['decide']);
    const dropped = sanctionDecided(proposed, { uphold: false, text: '不成立' }, OFFICER, NOW, day(5));
    expect([dropped.state, sanctionActions(dropped)]).toEqual(['dropped', []]);
    const decided = sanctionDecided(proposed, { uphold: true, text: '属实', points: -5 }, OFFICER, NOW, day(5));
    expect(decided).toMatchObject({ state: 'decided', points: -5, toldAt: NOW, decision: { by: OFFICER } });
    expect(() => sanctionObjected(decided, '不服', day(6))).toThrow(/objection-too-late/);
    const objected = sanctionObjected(decided, '不服', day(5));
    expect(sanctionActions(objected)).toEqual(['review']);
    const kept = sanctionReviewed(objected, { uphold: true, text: '维持' }, OFFICER, NOW);
    const lifted = sanctionReviewed(objected, { uphold: false, text: '撤销' }, OFFICER, NOW);
    expect([weightOf(kept), weightOf(lifted)]).toEqual([
      { points: -5, amount: 0 },
      { points: 0, amount: 0 },
    ]);
  });

  it('CMP-11 a circulation is read when everybody on its list has read it; others cannot', () => {
    const one = { name: '某人', unit: '某部', readAt: null };
    const issued = {
      state: 'issued',
      list: [
        { ...one, id: HANDLER.id },
        { ...one, id: OFFICER.id },
      ],
    } as unknown as Circulation;
    const half = circulationRead(issued, HANDLER.id, NOW);
    expect(half.state).toBe('issued');
    const twice = circulationRead(half, HANDLER.id, day(1));
    expect(twice.list[0]?.readAt).toBe(NOW.toISOString());
    expect(circulationRead(twice, OFFICER.id, day(1)).state).toBe('read');
    expect(() => circulationRead(issued, HEAD, NOW)).toThrow(/not-on-the-list/);
  });
});

describe('complaint rate', () => {
  const UNIT = 'u';

  it('CMP-16 counted repairs win over entered ones; without a repair there is no rate, never 0', () => {
    expect(
      rateRow({ unitId: UNIT, complaints: 3, counted: 128, entered: { count: 5, source: 'entered' } }),
    ).toMatchObject({
      repairs: 128,
      source: 'counted',
      rate: 3 / 128,
    });
    expect(
      rateRow({ unitId: UNIT, complaints: 3, counted: null, entered: { count: 40, source: 'imported' } }),
    ).toMatchObject({
      repairs: 40,
      source: 'imported',
      rate: 3 / 40,
    });
    expect(rateRow({ unitId: UNIT, complaints: 3, counted: 0, entered: null })).toMatchObject({
      repairs: 0,
      rate: null,
    });
    expect(rateRow({ unitId: UNIT, complaints: 3, counted: null, entered: null })).toMatchObject({
      repairs: null,
      rate: null,
    });
  });

  it('CMP-16 the total has a rate of its own, from what is known', () => {
    const rows = [
      rateRow({ unitId: 'a', complaints: 3, counted: 100, entered: null }),
      rateRow({ unitId: 'b', complaints: 1, counted: null, entered: null }),
    ];
    expect(rateTotal(rows)).toEqual({ complaints: 4, repairs: 100, rate: 0.04 });
    expect(rateTotal([])).toEqual({ complaints: 0, repairs: null, rate: null });
  });

  it('CMP-16 RD-42 a day is local, a span is called a month or a quarter', () => {
    expect(localDay(new Date('2026-09-30T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-10-01');
    expect(periodOf('2026-02-01', '2026-02-28')).toEqual({ period: '2026年2月', span: 'month' });
    expect(periodOf('2026-07-01', '2026-09-30')).toEqual({ period: '2026年第3季度', span: 'quarter' });
    expect(periodOf('2026-08-01', '2026-10-31').period).toBe('2026-08-01 至 2026-10-31');
  });
});
