import fc from 'fast-check';
import { bigrams, tsQuery, tsVector } from './bigrams';

describe('bigrams', () => {
  it('CUS-1 makes a pair of every two neighbours, each once', () => {
    expect(bigrams('招商银行')).toEqual(['招商', '商银', '银行']);
    expect(bigrams('哈哈哈')).toEqual(['哈哈']);
    expect(bigrams('行')).toEqual([]);
    expect(bigrams('')).toEqual([]);
  });

  it('CUS-1 does not cut a character outside the first plane in two', () => {
    expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家']);
  });

  it('CUS-1 has every pair of a substring', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(20), fc.nat(20), (text, from, length) => {
        const part = [...text].slice(from, from + length).join('');
        const all = new Set(bigrams(text));
        return bigrams(part).every((pair) => all.has(pair));
      }),
    );
  });

  it('CUS-1 quotes signs that mean something to a tsquery', () => {
    expect(tsVector("a'b\\")).toBe("'a''' '''b' 'b\\\\'");
    expect(tsQuery('工行&')).toBe("'工行' & '行&'");
    expect(tsQuery('行')).toBeNull();
  });
});
