/** Code 128 of a number, so that scanning a paper opens its record (NUM-2). */

/** Bar and space widths of the 107 symbols, in modules (ISO/IEC 15417). */
const SYMBOLS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');
const START_B = 104;
const START_C = 105;
const TO_B = 100;
const STOP = 106;

/**
 * Bars as [start, width] in modules from the left, and the whole width; undefined for a text that Code 128 B cannot
 * write. Pairs of digits at the front go two to a symbol.
 */
export function code128(text: string): { bars: [start: number, width: number][]; modules: number } | undefined {
  if (text === '' || !/^[\x20-\x7e]+$/.test(text)) return undefined;
  const digits = /^(?:\d\d)*/.exec(text)?.[0] ?? '';
  const pairs = digits.length >= 4 ? digits : '';
  const values = pairs ? [START_C, ...(pairs.match(/../g) ?? []).map(Number)] : [START_B];
  const rest = text.slice(pairs.length);
  if (rest && pairs) values.push(TO_B);
  values.push(...[...rest].map((character) => character.charCodeAt(0) - 32));
  values.push(values.reduce((sum, value, index) => sum + value * Math.max(index, 1), 0) % 103, STOP);
  const bars: [number, number][] = [];
  let at = 0;
  for (const value of values) {
    [...(SYMBOLS[value] as string)].map(Number).forEach((width, index) => {
      if (index % 2 === 0) bars.push([at, width]);
      at += width;
    });
  }
  return { bars, modules: at };
}
