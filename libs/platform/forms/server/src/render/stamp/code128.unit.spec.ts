import { code128 } from './code128';

describe('NUM-2 the bar code of a number', () => {
  it('NUM-2 has start, data, check and stop symbols of 11 modules', () => {
    // Start B, three characters, check symbol: 5 × 11, and the stop symbol of 13.
    expect(code128('N-1')?.modules).toBe(68);
    // Start C, six pairs, switch to B, one digit, check symbol: 10 × 11 + 13.
    expect(code128('2026091701001')?.modules).toBe(10 * 11 + 13);
  });

  it('NUM-2 writes the bars of the standard example', () => {
    // The check value of "Wikipedia" in code B is 88, whose symbol has the widths 4 1 1 3 1 1.
    const bars = code128('Wikipedia')?.bars ?? [];
    expect(bars).toHaveLength(12 * 3 + 1);
    const check = bars.slice(-7, -4).map(([, width]) => width);
    expect(check).toEqual([4, 1, 1]);
  });

  it('NUM-2 gives no bars where the number cannot be written in them', () => {
    expect(code128('')).toBeUndefined();
    expect(code128('号码')).toBeUndefined();
  });
});
