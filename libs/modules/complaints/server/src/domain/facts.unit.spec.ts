/** What reporting and the clocks learn of a complaint: codes and counts, nothing personal; an unknown measure is left out (RPT-1). */
import { aComplaint, HANDLER, NOW, OFFICER, UNIT } from '../test/complaint.builder';
import { sectionOf } from '../test/section';
import { clocksAt, factsOf, policyOf } from './clocks.rules';
import { complaintFacts, revisitMarks } from './facts.rules';

const { clocks } = sectionOf('telecom');
const stages = (list: readonly { readonly stage: string }[]): string[] => list.map(({ stage }) => stage);

describe('facts', () => {
  it('RPT-1a an answer gives first contact, on time, satisfied; before it they are not known', () => {
    expect(complaintFacts(aComplaint()).measures).not.toHaveProperty('first-contact');
    const answer = {
      text: '',
      by: OFFICER,
      at: NOW.toISOString(),
      outcome: 'solved',
      way: 'phone',
      satisfied: true,
    } as const;
    const answered = aComplaint({ answer, answeredAt: NOW, concludedAt: NOW, firstContact: true, inTime: true });
    expect(complaintFacts(answered).measures).toMatchObject({
      'first-contact': 1,
      'on-time': 1,
      'satisfied-at-answer': 1,
      'seconds-to-answer': 0,
    });
    const notAccepted = { ...answered, concludedAt: null, mayBecomeAppeal: true };
    expect(complaintFacts(notAccepted).measures).toMatchObject({ 'on-time': 0, 'may-become-appeal': 1 });
    const late = { ...answered, inTime: false };
    expect(complaintFacts(late).measures).toMatchObject({ 'on-time': 0 });
  });

  it('RPT-1d RPT-1e stages met in time, returns, wrong dispatches and supervision by decision are counted apart', () => {
    const road = [{ way: 'forwarded' }, { way: 'dispatched' }] as never;
    const facts = complaintFacts(
      aComplaint({ onTime: { fill: true, check: false }, returns: 2, road, supervised: 1, supervisedByDecision: 3 }),
    );
    expect(facts.measures).toMatchObject({
      'fill-on-time': 1,
      'check-on-time': 0,
      returns: 2,
      'wrong-dispatch': 1,
      supervised: 1,
      'supervised-by-decision': 3,
    });
  });

  it('CUS-5 nothing personal stands in the facts', () => {
    const told = JSON.stringify(complaintFacts(aComplaint({ handlerId: HANDLER.id, unitId: UNIT })));
    expect(told).not.toMatch(/王建国|13812345678|上门/);
  });

  it('RVT-1e class, marks and gravity choose the way of the revisit', () => {
    const marked = aComplaint({ customerClass: 'high-end', marks: ['corporate'], gravity: ['media'] }, 'telecom');
    expect([...revisitMarks(marked)].sort()).toEqual(['corporate', 'high-end', 'urgent-major']);
    expect([...revisitMarks(aComplaint({ major: true }))]).toEqual(['urgent-major']);
  });
});

describe('clocks', () => {
  it('CMP-4a each moment stops and starts the stages of the pack', () => {
    const at = (moment: Parameters<typeof clocksAt>[1]) => {
      const { meet, cancel, arm } = clocksAt(clocks, moment);
      return [stages(meet), stages(cancel), stages(arm)];
    };
    expect(at('registered')).toEqual([[], [], ['promise', 'fill']]);
    expect(at('filled')).toEqual([['fill'], [], ['promise', 'check']]);
    expect(at('returned-to-channel')).toEqual([[], ['check'], ['fill']]);
    expect(at('dispatched')).toEqual([['check'], [], ['handling']]);
    expect(at('returned')).toEqual([['handling'], [], ['answer']]);
    expect(at('answered')).toEqual([['promise', 'fill', 'check', 'handling', 'answer'], [], []]);
    expect(at('concluded')).toEqual([[], [], ['revisit']]);
    expect(at('dissatisfied')).toEqual([[], [], ['screening']]);
    expect(at('re-handled')).toEqual([[], ['revisit'], ['handling']]);
  });

  it('CMP-4b the policy of a clock follows the level; a level nobody knows yet has none', () => {
    const promise = clocks.find(({ stage }) => stage === 'promise');
    if (!promise) throw new Error('telecom has no promise');
    expect(policyOf(promise, { level: 'nation' })).toBe('complaints.promise-nation');
    expect(policyOf(promise, { level: null })).toBeUndefined();
    const fill = clocks.find(({ stage }) => stage === 'fill');
    expect(fill && policyOf(fill, { level: 'nation' })).toBe('complaints.fill');
  });

  it('CMP-4a DLN-4 the choice of limits knows level, kind, class and lines, and nothing personal', () => {
    const complaint = aComplaint(
      { level: 'ordinary', kind: 'charging', business: 'wcdma', customerClass: 'vip', lines: ['gsm'] },
      'telecom',
    );
    expect(factsOf(complaint, ['3g'])).toEqual({
      level: 'ordinary',
      kind: 'charging',
      businessLine: ['wcdma', '3g', 'gsm'],
      customerLevel: 'vip',
      gravity: [],
      marks: [],
      crossProvince: false,
    });
  });
});
