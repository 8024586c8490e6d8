/** Formulas of appraisal against the seed's own examples and their edges (APR-3). */
import * as fc from 'fast-check';
import { deductionScore, meanPercentScore, perCaseScore, scaledMeanScore, shareScore } from './formulas';
import { sumOfPoints, toHundredths, within } from './points';

it.each([
  [8, 10, 8],
  [6, 10, 6],
  [59, 100, 0],
  [60, 100, 6],
  [3, 5, 6],
  [5, 7, 7.14],
  [10, 10, 10],
  [0, 10, 0],
])('APR-3 %i of %i good answers are %d of 10 points, under 60 %% none', (good, of, points) => {
  expect(shareScore({ good, of }, 10, 60)).toBe(points);
});

it('APR-3 a spot check of 80 % is 4 of 5; without any there is no figure', () => {
  expect(meanPercentScore([80], 5)).toBe(4);
  expect(meanPercentScore([80, 90], 5)).toBe(4.25);
  expect(meanPercentScore([0], 5)).toBe(0);
  expect(meanPercentScore([], 5)).toBeNull();
  expect(shareScore({ good: 0, of: 0 }, 10, 60)).toBeNull();
});

it('APR-3 each mistake takes one of five, the floor is 0', () => {
  expect([0, 1, 4, 5, 6, 50].map((cases) => perCaseScore(cases, 5, 1))).toEqual([5, 4, 1, 0, 0, 0]);
});

it('APR-3 breaches add up, the floor is 0; what a correction gives back never makes more than the weight', () => {
  expect(deductionScore([], 10)).toBe(10);
  expect(deductionScore([3, 4], 10)).toBe(3);
  expect(deductionScore([3, 4, 4], 10)).toBe(0);
  expect(deductionScore([-3], 10)).toBe(10);
});

it('APR-3 marks from −50 to 200 lie on the whole weight', () => {
  const score = (...marks: number[]) => scaledMeanScore(marks, 50, -50, 200);
  expect([score(-50), score(200), score(75), score(200, -50), score()]).toEqual([0, 50, 25, 25, null]);
});

it('APR-3 no formula leaves 0 … weight, whatever is counted', () => {
  const count = fc.integer({ min: 0, max: 500 });
  const weight = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(count, count, weight, fc.array(fc.integer({ min: -20, max: 200 })), (a, b, full, marks) => {
      const all = [
        shareScore({ good: Math.min(a, b), of: Math.max(a, b) }, full, 60),
        perCaseScore(a, full, 1),
        deductionScore(marks, full),
        scaledMeanScore(marks, full, -50, 200),
      ];
      expect(all.every((points) => points === null || (points >= 0 && points <= full))).toBe(true);
    }),
  );
});

it('APR-2 points add up without the dust of binary fractions', () => {
  expect(sumOfPoints([0.1, 0.2])).toBe(0.3);
  expect(sumOfPoints(Array.from({ length: 100 }, () => 0.01))).toBe(1);
  expect(toHundredths(1.005)).toBe(1.01);
  expect([within(-1, 0, 80), within(81, 0, 80), within(79.5, 0, 80)]).toEqual([0, 80, 79.5]);
});
