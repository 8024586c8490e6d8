/** Which months give ground to propose what; a decision makes nothing happen but another proposal (APR-6, SYS-47). */
import { franchise } from '../test/section';
import type { Month } from './consequence.rules';
import { groundsOf, monthsBetween } from './consequence.rules';
import { decided, demandConsequence, followUp, proposalActs } from './proposal.rules';
import type { Proposal } from './proposal.state';

const { consequences } = franchise;
const AWAY = 'away';
type Told = number | null | typeof AWAY;
const months = (...totals: Told[]): Month[] =>
  totals.map((total, index) => ({
    period: `2026-${String(index + 1).padStart(2, '0')}`,
    total: total === AWAY ? null : total,
    absent: total === AWAY,
  }));

const grounds = (history: Month[], at = history.length, used: Record<string, string[]> = {}, records: string[] = []) =>
  groundsOf(consequences, `2026-${String(at).padStart(2, '0')}`, {
    months: history,
    records: records.map((period) => ({ kind: 'check:complaint', period })),
    used: new Map(Object.entries(used).map(([code, periods]) => [code, new Set(periods)])),
  });

const codes = (...args: Parameters<typeof grounds>) => grounds(...args).map(({ consequence }) => consequence);

it('APR-6a 95 and more: preference is proposed; 94.99 is not', () => {
  expect(grounds(months(95))).toEqual([
    { consequence: 'preference', key: '2026-01', months: [{ period: '2026-01', total: 95 }], count: null },
  ]);
  expect(codes(months(94.99))).toEqual([]);
});

it('APR-6b SYS-47 three released months running under 60 make one proposal, named by its months', () => {
  expect(codes(months(59, 59))).toEqual([]);
  expect(grounds(months(59, 40, 59.99))).toEqual([
    {
      consequence: 'dismissal-talk',
      key: '2026-01',
      months: [
        { period: '2026-01', total: 59 },
        { period: '2026-02', total: 40 },
        { period: '2026-03', total: 59.99 },
      ],
      count: null,
    },
  ]);
  expect(codes(months(59, 60, 59))).toEqual([]);
  expect(codes(months(59, 59, 60))).toEqual([]);
});

it('APR-6b RD-36 a month without release breaks the run only if he was away all month', () => {
  expect(codes(months(59, null, 59, 59))).toEqual(['dismissal-talk']);
  expect(codes(months(59, AWAY, 59, 59))).toEqual([]);
  expect(codes(months(59, AWAY, 59, 59, 59))).toEqual(['dismissal-talk']);
});

it('APR-6b months of an earlier proposal do not count twice: the fourth alone makes none, the sixth the second', () => {
  const used = { 'dismissal-talk': ['2026-01', '2026-02', '2026-03'] };
  expect(codes(months(50, 50, 50, 50), 4, used)).toEqual([]);
  expect(grounds(months(50, 50, 50, 50, 50, 50), 6, used)[0]?.key).toBe('2026-04');
});

it('APR-6b a month released late completes the run it stands in', () => {
  expect(codes(months(59, 59, 59, 80), 2)).toEqual(['dismissal-talk']);
  expect(codes(months(59, 59, 59, 80), 4)).toEqual([]);
});

it('APR-6d repeated complaints within three months are counted, and the count is shown', () => {
  const of = (...periods: string[]) => grounds(months(80, 80, 80, 80), 4, {}, periods);
  expect(of('2026-03', '2026-04')).toEqual([]);
  expect(of('2026-02', '2026-03', '2026-04')[0]).toMatchObject({ consequence: 'dismissal', count: 3 });
  expect(of('2026-01', '2026-03', '2026-04')).toEqual([]);
});

it('APR-6c APR-6d by hand: a consequence of the pack, with one of its causes where it lists any', () => {
  const refused = (pointer: string) =>
    expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer })] } });
  expect(demandConsequence(consequences, { consequence: 'transfer' }).then).toBe('dismissal-unfit');
  expect(demandConsequence(consequences, { consequence: 'dismissal', cause: 'great-loss' }).code).toBe('dismissal');
  expect(() => demandConsequence(consequences, { consequence: 'dismissal' })).toThrow(refused('/cause'));
  expect(() => demandConsequence(consequences, { consequence: 'transfer', cause: 'great-loss' })).toThrow(
    refused('/cause'),
  );
  expect(() => demandConsequence(consequences, { consequence: 'flogging' })).toThrow(refused('/consequence'));
});

it('APR-6 APR-6c a decision bears a name; only no post agreed leads on, to another proposal', () => {
  const proposed = { state: 'proposed', consequence: 'transfer' } as Proposal;
  const at = new Date('2026-10-12T09:00:00+08:00');
  const decide = (decision: 'agreed' | 'rejected' | 'impossible') =>
    decided(proposed, { decision, text: '无合适岗位' }, { id: 'hr', name: '马骁' }, at);
  expect(decide('agreed')).toMatchObject({ state: 'agreed', decidedBy: '马骁', decidedAt: at, decision: '无合适岗位' });
  const transfer = consequences.find(({ code }) => code === 'transfer');
  expect(followUp(transfer, decide('impossible'))).toBe('dismissal-unfit');
  expect([followUp(transfer, decide('agreed')), followUp(transfer, decide('rejected'))]).toEqual([
    undefined,
    undefined,
  ]);
  expect([proposalActs(proposed), proposalActs(decide('rejected'))]).toEqual([['decide'], []]);
});

it('RD-36 months without a sheet stand in the row too', () => {
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});
