/** Counting in strokes of 正, five to a character (HOT-11). */

/** Whole characters 正 and the strokes (0 to 4) of the one begun. */
export interface Tally {
  readonly full: number;
  readonly rest: number;
}

/** Strokes for a count, a whole number of 0 or more. */
export function tallyStrokes(count: number): Tally {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a tally counts whole things');
  return { full: Math.floor(count / 5), rest: count % 5 };
}
