/** The tally of a Chinese register: five strokes make one 正, drawn, because no font has the unfinished ones (HOT-11). */

/** Strokes of 正 in writing order, in a box of 20 × 20. */
const STROKES = ['M3 3.5H17', 'M10 3.5V16.5', 'M10 9.5H15.5', 'M5.5 9V16.5', 'M2 16.5H18'] as const;

/** Largest count that is drawn; a paper with more is a list, not a tally. */
const DRAWN_AT_MOST = 2000;

/**
 * The strokes of a count as SVG pictures: 7 is one whole 正 and one with two strokes. Nothing for 0.
 * Throws a RangeError for a count that is not a whole number of 0 to 2,000.
 */
export function tallyStrokes(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > DRAWN_AT_MOST) throw new RangeError(`not a tally: ${count}`);
  const whole = Math.floor(count / STROKES.length);
  const rest = count % STROKES.length;
  return character(STROKES.length).repeat(whole) + (rest ? character(rest) : '');
}

function character(strokes: number): string {
  const paths = STROKES.slice(0, strokes).map((path) => `<path d="${path}"/>`);
  return `<svg class="tally" viewBox="0 0 20 20">${paths.join('')}</svg>`;
}
