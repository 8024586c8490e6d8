/** Points of an appraisal: kept to hundredths, added without the dust of binary fractions (APR-2, APR-3). */

const HUNDRED = 100;

/** Rounded half up to hundredths. */
export const toHundredths = (points: number): number => Math.round((points + Number.EPSILON) * HUNDRED) / HUNDRED;

/** Sum of points that each have at most two decimals. */
export const sumOfPoints = (points: readonly number[]): number =>
  points.reduce((sum, one) => sum + Math.round(one * HUNDRED), 0) / HUNDRED;

/** Kept within two bounds, both allowed. */
export const within = (points: number, from: number, to: number): number => Math.min(Math.max(points, from), to);
