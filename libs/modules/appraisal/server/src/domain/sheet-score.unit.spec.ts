/** The franchise sheet added up: 80 / 10 / 10, formulas, bounds (APR-1, APR-2, APR-3). */
import { franchise } from '../test/section';
import {
  breach,
  calls,
  check,
  FULL_HEAD,
  FULL_SELF,
  incentive,
  mistakes,
  scores,
  SELF,
  source,
  sources,
} from '../test/sheet.builder';
import { scoreSheet } from './sheet-score.rules';
import type { Sources } from './source.state';

const { template } = franchise;

const score = (given: Sources, head: Record<string, number> = FULL_HEAD, self?: Record<string, number>) =>
  scoreSheet(template, { head: scores(head), self: self ? scores(self, SELF) : null, sources: given });

const itemOf = (code: string, given: Sources, head?: Record<string, number>) => {
  const found = score(given, head)
    .parts.flatMap(({ items }) => items)
    .find((item) => item.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};

it('APR-1 franchise: attitude 35, skill 10, ability 35, satisfaction 10, HR 10', () => {
  expect(score(sources()).parts.map(({ code, weight, group }) => [code, weight, group])).toEqual([
    ['attitude', 35, 'main'],
    ['skill', 10, 'main'],
    ['ability', 35, 'main'],
    ['satisfaction', 10, 'satisfaction'],
    ['hr', 10, 'hr'],
  ]);
});

it('SYS-44 APR-2 self 100 changes nothing; the total adds', () => {
  const month = sources([check(80), ...mistakes(5), breach(3)], calls(10, 8));
  const without = score(month).totals;
  const rated = score(month, FULL_HEAD, FULL_SELF).totals;
  // 70 by the head, 4 of the spot check, 0 after five mistakes; 8 of ten calls; 10 − 3 by HR.
  expect(without).toEqual({
    uncapped: 74,
    main: 74,
    mainWeight: 80,
    capped: false,
    incentive: 0,
    satisfaction: 8,
    hr: 7,
    total: 89,
    self: null,
  });
  expect(rated).toEqual({ ...without, self: 100 });
});

it('APR-3 80 % right of a spot check is 4 of 5, five mistakes leave 0, six no less', () => {
  expect(itemOf('knowledge', sources([check(80)]))).toMatchObject({ points: 4, arithmetic: '5 × 80% = 4' });
  expect(itemOf('knowledge', sources([check(80), check(90)]))).toMatchObject({ points: 4.25 });
  const left = (count: number) => itemOf('knowledge-use', sources(mistakes(count))).points;
  expect([0, 1, 4, 5, 6].map(left)).toEqual([5, 4, 1, 0, 0]);
  // A complaint for want of knowledge counts like a mistake.
  const both = sources([...mistakes(1), source('check', { code: 'complaint' })]);
  expect(itemOf('knowledge-use', both)).toMatchObject({ points: 3, arithmetic: '5 − 2 × 1 = 3' });
});

it.each([
  [5, 3, 6, '10 × 3/5 = 6'],
  [10, 8, 8, '10 × 8/10 = 8'],
  [10, 6, 6, '10 × 6/10 = 6'],
  [10, 5, 0, '10 × 5/10 (< 60%) = 0'],
])('APR-3 of %i reached %i were good: %i points', (reached, good, points, arithmetic) => {
  const item = itemOf('franchisee-satisfaction', sources([], calls(reached, good)));
  expect(item).toMatchObject({ points, arithmetic, basis: 'formula' });
});

it('APR-1a RD-31 fewer than three reached are too few: no figure, and the head’s decision counts', () => {
  const few = sources([], calls(2, 2, 10));
  const item = itemOf('franchisee-satisfaction', few);
  expect(item).toMatchObject({ points: null, undecided: 'too-few', basis: 'none', arithmetic: '2/2' });
  expect(score(few).totals.total).toBeNull();
  const decided = itemOf('franchisee-satisfaction', few, { ...FULL_HEAD, 'franchisee-satisfaction': 7 });
  expect(decided).toMatchObject({ points: 7, basis: 'decision', undecided: 'too-few' });
  // A third call makes a figure again, and it counts instead of what the head had decided.
  const enough = sources([], calls(3, 3, 10));
  const computed = itemOf('franchisee-satisfaction', enough, { ...FULL_HEAD, 'franchisee-satisfaction': 7 });
  expect(computed).toMatchObject({ points: 10, basis: 'formula', undecided: null });
});

it('APR-3 APR-3a breaches of a month add up, the floor is 0', () => {
  const left = (...points: number[]) => itemOf('rules', sources(points.map(breach))).points;
  expect([left(), left(1), left(3, 4), left(10), left(6, 7)]).toEqual([10, 9, 3, 0, 0]);
  expect(itemOf('rules', sources([breach(3), breach(4)])).arithmetic).toBe('10 − (3 + 4) = 3');
});

it('APR-2 RD-32 incentives stand on a line of their own, the main part stays within 0 … 80, the sum is shown', () => {
  const month = (...points: number[]) => [check(100), ...points.map(incentive)];
  const totals = (points: number[], head: Record<string, number> = FULL_HEAD) =>
    score(sources(month(...points), calls(10, 10)), head).totals;
  expect(totals([2, -5])).toMatchObject({ incentive: -3, uncapped: 77, main: 77, capped: false, total: 97 });
  expect(totals([5, 6])).toMatchObject({ incentive: 11, uncapped: 91, main: 80, capped: true, total: 100 });
  const nothing = Object.fromEntries(Object.keys(FULL_HEAD).map((code) => [code, 0]));
  expect(totals([-15], nothing)).toMatchObject({ uncapped: -5, main: 0, capped: true, total: 20 });
});

it('APR-7 every computed figure names its records; the head’s name no record', () => {
  const [first, second] = [breach(1), breach(2)];
  const month = sources([first, second, ...mistakes(1)], calls(3, 3));
  expect(itemOf('rules', month).sources).toEqual([first.id, second.id]);
  expect(itemOf('franchisee-satisfaction', month).sources).toEqual(['call-0', 'call-1', 'call-2']);
  expect(itemOf('initiative', month)).toMatchObject({ basis: 'head', sources: [], points: 15 });
});

it('APR-7 APR-9 a score imported from HR stands instead of the arithmetic, kept within the weight', () => {
  const imported = (points: number) => source('hr-score', { code: 'rules', points });
  expect(itemOf('rules', sources([breach(3), imported(6)]))).toMatchObject({ points: 6, basis: 'import' });
  expect(itemOf('rules', sources([imported(6), imported(14)]))).toMatchObject({ points: 10, basis: 'import' });
});

it('APR-2 a total is not shown before every item has points', () => {
  const { initiative: _, ...rest } = FULL_HEAD;
  const { parts, totals } = score(sources([check(80)], calls(10, 8)), rest);
  expect(parts.map(({ points }) => points)).toEqual([null, 9, 35, 8, 10]);
  expect([totals.uncapped, totals.main, totals.total]).toEqual([null, null, null]);
});
