import { tallyStrokes } from './tally-strokes';

const strokes = (count: number): number => tallyStrokes(count).match(/<path/g)?.length ?? 0;
const characters = (count: number): number => tallyStrokes(count).match(/<svg/g)?.length ?? 0;

describe('HOT-11 the tally', () => {
  it.each([
    [0, 0],
    [1, 1],
    [5, 1],
    [6, 2],
    [7, 2],
    [34, 7],
  ])('HOT-11 draws %i strokes in %i characters', (count, drawn) => {
    expect(strokes(count)).toBe(count);
    expect(characters(count)).toBe(drawn);
  });

  it('HOT-11 draws 7 as one whole 正 and one with two strokes', () => {
    const drawn = tallyStrokes(7).split('</svg>').slice(0, -1);
    expect(drawn.map((character) => character.match(/<path/g)?.length)).toEqual([5, 2]);
  });

  it.each([-1, 1.5, Number.NaN, 1e9])('HOT-11 refuses %p, which is no count', (count) => {
    expect(() => tallyStrokes(count)).toThrow(RangeError);
  });
});
