import { cumulated, paretoOption, rankingOption, trendOption, type Bar } from '../components/chart-options';
import { ranked, withRest } from '../components/split-chart';
import { row } from '../test/fixtures';
import { codeLists, titleIn } from './codes';
import { firstDay, kindOf, periodName, periodOn, stepped, type PeriodKind } from './period';
import { change, formatValue, meets, percent } from './value';

/** A period of each kind, its neighbours and its name. */
const PERIODS: readonly (readonly [PeriodKind, string, string, string, string])[] = [
  ['hour', '2026-01-01T00', '2025-12-31T23', '2026-01-01T01', '2026-01-01 00:00–00:59'],
  ['day', '2026-03-01', '2026-02-28', '2026-03-02', '2026-03-01 周日'],
  ['week', '2026-W01', '2025-W52', '2026-W02', '2026 年第 1 周'],
  ['week', '2026-W53', '2026-W52', '2027-W01', '2026 年第 53 周'],
  ['month', '2026-01', '2025-12', '2026-02', '2026 年 1 月'],
  ['quarter', '2026-Q4', '2026-Q3', '2027-Q1', '2026 年第 4 季度'],
  ['year', '2026', '2025', '2027', '2026 年'],
  ['free', '2026-09-01..2026-09-10', '2026-08-22..2026-08-31', '2026-09-11..2026-09-20', '2026-09-01 – 2026-09-10'],
];

it.each(PERIODS)(
  'RPT-3 a period of the kind %s, %s, has its neighbours and its name',
  (kind, period, before, after, name) => {
    expect(kindOf(period)).toBe(kind);
    expect(stepped(period, -1, '2026-09-17')).toBe(before);
    expect(stepped(period, 1, '2026-09-17')).toBe(after);
    expect(periodName(period, 'zh')).toBe(name);
  },
);

it('RPT-3 the period of a kind in which a day lies; today is the live one', () => {
  const on = (kind: PeriodKind): string => periodOn(kind, '2026-09-17', 14);
  expect(
    ['live', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'free'].map((kind) => on(kind as PeriodKind)),
  ).toEqual([
    'live',
    '2026-09-17T14',
    '2026-09-17',
    '2026-W38',
    '2026-09',
    '2026-Q3',
    '2026',
    '2026-09-01..2026-09-17',
  ]);
  expect(stepped('live', -1, '2026-09-17')).toBe('2026-09-16');
  expect([firstDay('2026-W38', ''), firstDay('2026-Q3', ''), firstDay('live', '2026-09-17')]).toEqual([
    '2026-09-14',
    '2026-07-01',
    '2026-09-17',
  ]);
});

it('RPT-3 a share moves by points, a count by its share; from nothing there is no share', () => {
  expect(change(0.9, 0.85, 'percent')).toBe('+5 pt');
  expect(change(0.9, 0.97, 'percent')).toBe('−7 pt');
  expect(change(12, 10, 'count')).toBe('+20%');
  expect(change(12, 12, 'count')).toBe('±0');
  expect(change(12, 0, 'count')).toBeUndefined();
  expect(change(12, null, 'count')).toBeUndefined();
});

it('RPT-1 a value is shown in its unit, a small share with the digits that tell it from nothing', () => {
  expect([percent(0.9853), percent(0.0412), percent(0.000_123), percent(0)]).toEqual([
    '98.5%',
    '4.12%',
    '0.0123%',
    '0%',
  ]);
  expect(formatValue(4_800, 'seconds', 'zh')).toBe('1 小时 20 分');
  expect(formatValue(1_234_567, 'count', 'zh')).toBe('1,234,567');
  expect(formatValue(123_456, 'fen', 'zh')).toBe('¥1,234.56');
});

it('RPT-1 whether the target is met depends on which side is better', () => {
  expect(meets(0.95, 0.95, { higherIsBetter: true })).toBe(true);
  expect(meets(0.94, 0.95, { higherIsBetter: true })).toBe(false);
  expect(meets(90_000, 86_400, { higherIsBetter: false })).toBe(false);
  expect(meets(null, 0.95, { higherIsBetter: true })).toBeUndefined();
  expect(meets(0.95, null, { higherIsBetter: true })).toBeUndefined();
});

it('RPT-2 a code is worded by the list of its dimension, not by another list that has the same code', () => {
  const title = (zh: string) => ({ zh, en: zh });
  const lists = codeLists({
    ways: [{ code: 'other', title: title('其他方式') }],
    problemCategories: [
      { code: 'software', title: title('软件'), kinds: [{ code: 'other', title: title('其他类别') }] },
    ],
    causes: [{ code: 'other', title: title('其他原因') }],
  });
  expect(titleIn(lists, 'cause', 'other')?.zh).toBe('其他原因');
  expect(titleIn(lists, 'kind', 'other')?.zh).toBe('其他类别');
  expect(titleIn(lists, 'category', 'software')?.zh).toBe('软件');
  expect(titleIn(lists, 'cause', 'unknown')).toBeUndefined();
});

it('RPT-5 a ranking puts the best first and what has no value last', () => {
  const rows = [row({ unit: 'a' }, 3), row({ unit: 'b' }, null), row({ unit: 'c' }, 1)];
  const names = (best: 'high' | 'low') => ranked(rows, best).map(({ key }) => key['unit']);
  expect(names('high')).toEqual(['a', 'c', 'b']);
  expect(names('low')).toEqual(['c', 'a', 'b']);
});

const bars: readonly Bar[] = Array.from({ length: 12 }, (_, at) => ({ name: `原因${at}`, value: 12 - at }));

it('RPT-5 a Pareto chart leaves nothing out: the rest is one bar, and the shares end at one', () => {
  const shown = withRest(bars, (count) => `其余 ${count} 项`);
  expect(shown).toHaveLength(10);
  expect(shown.at(-1)).toEqual({ name: '其余 3 项', value: 3 + 2 + 1 });
  expect(shown.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(78);
  expect(cumulated(shown).at(-1)).toBe(1);
  expect(cumulated([{ name: 'x', value: 0 }])).toEqual([0]);
});

/** Series of a chart as plain data. */
const series = (option: { readonly series?: unknown }): readonly Record<string, unknown>[] =>
  JSON.parse(JSON.stringify(option.series)) as Record<string, unknown>[];

it('RPT-5 charts are told apart without colour: last year dashed, the target dotted, a missed target hollow', () => {
  const [then, target, now] = series(
    trendOption(
      {
        months: ['1', '2'],
        now: { name: '2026', values: [0.9, null] },
        then: { name: '2025', values: [0.8, 0.85] },
        target: 0.95,
        targetWording: String,
        fromZero: false,
        share: false,
        axisWording: null,
      },
      String,
    ),
  );
  expect(then).toMatchObject({ name: '2025', lineStyle: { type: 'dashed' } });
  expect(now).toMatchObject({ name: '2026', lineStyle: { type: 'solid' } });
  expect(target).toMatchObject({ lineStyle: { type: 'dotted' }, data: [{ value: 0.95 }, { value: 0.95 }] });
  const [ranking] = series(
    rankingOption(
      {
        bars: [
          { name: '甲', value: 0.9, meets: false },
          { name: '乙', value: 0.99, meets: true },
        ],
        target: 0.95,
        targetWording: String,
      },
      String,
    ),
  );
  expect(ranking).toMatchObject({
    data: [{ itemStyle: { color: '#fff', borderType: 'dashed' } }, { itemStyle: { color: '#14566b' } }],
    label: { show: true },
    markLine: { lineStyle: { type: 'dotted' }, data: [{ xAxis: 0.95 }] },
  });
});

it('RPT-5 an axis of shares ends at the whole, and one of counts has no halves', () => {
  const trend = { months: ['1'], target: null, targetWording: String, axisWording: String } as const;
  const year = (name: string, value: number) => ({ name, values: [value] });
  const axis = (option: { readonly yAxis?: unknown }) => option.yAxis as { max?: (of: { max: number }) => number };
  const share = axis(
    trendOption({ ...trend, now: year('2026', 0.9), then: year('2025', 0.8), fromZero: false, share: true }, String),
  );
  expect(share.max?.({ max: 0.993 })).toBe(1);
  expect(share.max?.({ max: 1.2 })).toBe(1.2);
  const count = axis(
    trendOption({ ...trend, now: year('2026', 2), then: year('2025', 1), fromZero: true, share: false }, String),
  );
  expect(count).toMatchObject({ minInterval: 1 });
  expect(count.max).toBeUndefined();
});

it('RPT-5 marks carry their own labels: a bar its name and value, the line its share; no legend is needed', () => {
  const option = paretoOption(
    [
      { name: '计费错误', value: 3 },
      { name: '上门超时', value: 1 },
    ],
    (value) => `${value} 件`,
  );
  expect(option).not.toHaveProperty('legend');
  expect(option.xAxis).toMatchObject({ data: ['3 件\n计费错误', '1 件\n上门超时'] });
  expect(series(option)[1]).toMatchObject({ data: [0.75, 1], label: { show: true } });
});
