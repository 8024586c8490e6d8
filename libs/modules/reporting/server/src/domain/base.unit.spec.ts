/** Bases from outside: missing is missing, a total before its parts, stock and flow (RPT-1c, CMP-16). */
import type { BaseQuestion, BaseRow } from './base.rules';
import { baseSums } from './base.rules';

const none = { business: null, level: null, brand: null, unit: null };
const row = (period: string, value: number, codes: Partial<BaseRow['codes']> = {}): BaseRow => ({
  period,
  value,
  codes: { ...none, ...codes },
});
const month = (more: Partial<BaseQuestion> = {}): BaseQuestion => ({
  period: '2026-09',
  months: ['2026-09'],
  by: [],
  filter: {},
  ...more,
});
const quarter = (more: Partial<BaseQuestion> = {}): BaseQuestion =>
  month({ period: '2026-Q3', months: ['2026-07', '2026-08', '2026-09'], ...more });

describe('base figures', () => {
  it('RPT-1c without a figure there is none, not 0', () => {
    expect(baseSums([], 'stock', month())).toEqual([]);
    expect(baseSums([row('2026-08', 10)], 'stock', month())).toEqual([]);
    expect(baseSums([row('2026-09', 10)], 'stock', month({ by: ['unit'] }))).toEqual([]);
  });

  it('RPT-1c a total that was given counts before the sum of its parts, and parts of two splits are never added', () => {
    const split = [row('2026-09', 60, { business: 'fixed' }), row('2026-09', 30, { business: 'mobile' })];
    expect(baseSums(split, 'stock', month())).toEqual([{ key: {}, sum: 90 }]);
    expect(baseSums([...split, row('2026-09', 100)], 'stock', month())).toEqual([{ key: {}, sum: 100 }]);
    const twice = [...split, row('2026-09', 90, { unit: 'a', level: 'vip' })];
    expect(baseSums(twice, 'stock', month())).toEqual([{ key: {}, sum: 90 }]);
    expect(baseSums(twice, 'stock', month({ by: ['business'] }))).toEqual([
      { key: { business: 'fixed' }, sum: 60 },
      { key: { business: 'mobile' }, sum: 30 },
    ]);
    expect(baseSums(twice, 'stock', month({ filter: { business: 'mobile' } }))).toEqual([{ key: {}, sum: 30 }]);
    expect(baseSums(twice, 'stock', month({ filter: { business: 'gone' } }))).toEqual([]);
  });

  it('RPT-1c customers of a quarter are the mean of its months, repairs their sum', () => {
    const rows = [row('2026-07', 100), row('2026-08', 200), row('2026-09', 300)];
    expect(baseSums(rows, 'stock', quarter())).toEqual([{ key: {}, sum: 200 }]);
    expect(baseSums(rows, 'flow', quarter())).toEqual([{ key: {}, sum: 600 }]);
    expect(baseSums([...rows, row('2026-Q3', 7)], 'flow', quarter())).toEqual([{ key: {}, sum: 7 }]);
  });

  it('CMP-16 repairs of a quarter with a month missing are not known', () => {
    expect(baseSums([row('2026-07', 100), row('2026-09', 300)], 'flow', quarter())).toEqual([]);
  });

  it('RPT-1c IDN-2 who sees some units has their base only', () => {
    const rows = [row('2026-09', 1000), row('2026-09', 5, { unit: 'a' }), row('2026-09', 7, { unit: 'b' })];
    expect(baseSums(rows, 'stock', month({ units: ['b'] }))).toEqual([{ key: {}, sum: 7 }]);
    expect(baseSums(rows, 'stock', month({ units: ['c'] }))).toEqual([]);
  });
});
