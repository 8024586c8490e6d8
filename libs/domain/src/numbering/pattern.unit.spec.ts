/** Number patterns (NUM-1). */
import { NumberingError } from './numbering.errors';
import { formatNumber, parsePattern, scopeOf } from './pattern';
import { tallyStrokes } from './tally';

const FORM = '{date:yyyyMMdd}{officer}{seq:3}';
const date = new Date('2026-09-18T10:00:00+08:00');

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof NumberingError ? `${error.code} ${error.path}` : String(error);
  }
  return 'done';
};

describe('NUM-1 numbers', () => {
  it('NUM-1 year, month, day, officer and the serial of his day', () => {
    expect(formatNumber(FORM, { date, officer: '01', seq: 7 })).toEqual({ number: '2026091801007', overflow: false });
  });

  it('NUM-1 the 1,000th of a day gets 4 digits and says so', () => {
    expect(formatNumber(FORM, { date, officer: '01', seq: 999 })).toEqual({ number: '2026091801999', overflow: false });
    expect(formatNumber(FORM, { date, officer: '01', seq: 1_000 })).toEqual({
      number: '20260918011000',
      overflow: true,
    });
  });

  it('NUM-1 the day is that of Beijing unless another zone is set', () => {
    const night = new Date('2026-09-18T17:00:00Z');
    expect(formatNumber(FORM, { date: night, officer: '01', seq: 1 }).number).toBe('2026091901001');
    expect(formatNumber(FORM, { date: night, officer: '01', seq: 1, timezone: 'UTC' }).number).toBe('2026091801001');
  });

  it('NUM-1 the scope is officer and day, so that two officers, or two days, count apart', () => {
    const scope = (officer: string, at = date): string => scopeOf(FORM, { date: at, officer });
    expect(scope('01')).toBe('20260918/01');
    expect(new Set([scope('01'), scope('02'), scope('01', new Date('2026-09-19T10:00:00+08:00'))]).size).toBe(3);
  });

  it('NUM-1 patterns are data: other parts, texts and dates', () => {
    const pattern = parsePattern('TS-{unit}-{date:yyyy-MM}-{seq:5}');
    expect(pattern.needs).toEqual(['unit']);
    expect(formatNumber(pattern, { date, values: { unit: 'BJ' }, seq: 42 }).number).toBe('TS-BJ-2026-09-00042');
    expect(scopeOf(pattern, { date, values: { unit: 'BJ' } })).toBe('BJ/2026-09');
  });

  it.each([
    ['{date:yyyyMMdd}{officer}', 'bad-pattern '],
    ['{seq:3}{seq:3}', 'bad-pattern '],
    ['{seq}', 'bad-pattern /0'],
    ['{seq:0}', 'bad-pattern /0'],
    ['A{date:DDMM}{seq:3}', 'bad-pattern /1'],
    ['{date}{seq:3}', 'bad-pattern /0'],
    ['{officer:2}{seq:3}', 'bad-pattern /0'],
    ['{seq:3}}', 'bad-pattern /7'],
    ['{seq:3', 'bad-pattern /0'],
    ['{}{seq:3}', 'bad-pattern /0'],
    ['a b{seq:3}', 'bad-pattern /0'],
  ])('NUM-1 the pattern %s is refused', (pattern, refused) => {
    expect(refusal(() => parsePattern(pattern))).toBe(refused);
  });

  it.each([
    [{ date, seq: 1 }, 'missing-part /officer'],
    [{ date, officer: '1', seq: 1 }, 'bad-officer /officer'],
    [{ date, officer: 'A1', seq: 1 }, 'bad-officer /officer'],
    [{ date, officer: '01', seq: 0 }, 'bad-serial /seq'],
    [{ date, officer: '01', seq: 1.5 }, 'bad-serial /seq'],
    [{ date: new Date(NaN), officer: '01', seq: 1 }, 'missing-part /date'],
  ])('NUM-1 %j is refused', (source, refused) => {
    expect(refusal(() => formatNumber(FORM, source))).toBe(refused);
  });

  it('NUM-1 a value cannot smuggle in a separator', () => {
    expect(refusal(() => formatNumber('{unit}{seq:3}', { date, values: { unit: 'A/B' }, seq: 1 }))).toBe(
      'bad-part /unit',
    );
  });
});

describe('HOT-11 tally', () => {
  it('HOT-11 SYS-11 seven calls are 正 and two strokes', () => {
    expect(tallyStrokes(7)).toEqual({ full: 1, rest: 2 });
    expect([tallyStrokes(0), tallyStrokes(5)]).toEqual([
      { full: 0, rest: 0 },
      { full: 1, rest: 0 },
    ]);
    expect(() => tallyStrokes(-1)).toThrow(RangeError);
    expect(() => tallyStrokes(1.5)).toThrow(RangeError);
  });
});
