/** Formulas of appraisal items: from counts to points (APR-3). Which item uses which, with what figures, is pack data. */
import { sumOfPoints, toHundredths, within } from './points';

export interface Share {
  readonly good: number;
  readonly of: number;
}

/**
 * Points for a share of good ones: 80 % of 5 points is 4.
 *
 * @param leastPercent a share under it is 0 points; the share itself counts
 * @returns `null` where nothing was counted
 */
export function shareScore({ good, of }: Share, weight: number, leastPercent = 0): number | null {
  if (of <= 0) return null;
  // Whole numbers on both sides: 60 % of anything is never missed by a fraction.
  if (good * 100 < leastPercent * of) return 0;
  return within(toHundredths((weight * good) / of), 0, weight);
}

/** Points for the mean of marks from 0 to 100. @returns `null` where nothing was marked */
export function meanPercentScore(marks: readonly number[], weight: number): number | null {
  if (marks.length === 0) return null;
  return within(toHundredths((weight * sumOfPoints(marks)) / (100 * marks.length)), 0, weight);
}

/** Points for the mean of marks on a scale that begins anywhere: −50 … 200. @returns `null` without marks */
export function scaledMeanScore(marks: readonly number[], weight: number, from: number, to: number): number | null {
  if (marks.length === 0) return null;
  const mean = sumOfPoints(marks) / marks.length;
  return within(toHundredths((weight * (mean - from)) / (to - from)), 0, weight);
}

/** So much off for each case, never under 0. */
export const perCaseScore = (cases: number, weight: number, each: number): number =>
  within(toHundredths(weight - cases * each), 0, weight);

/** What was taken off, added up, never under 0; a correction may give back, never more than the weight. */
export const deductionScore = (taken: readonly number[], weight: number): number =>
  within(toHundredths(weight - sumOfPoints(taken)), 0, weight);
