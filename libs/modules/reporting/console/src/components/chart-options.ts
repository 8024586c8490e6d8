/** What charts show, as data: labels at the marks, told apart without colour, so that they can be printed in black and white. */
import { COLOURS } from '@bihuan/console-kit';
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, MarkLineComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | MarkLineComponentOption | AriaComponentOption
>;

/** Value of a label; `null` where there is none. */
export type Wording = (value: number) => string;

export interface Bar {
  readonly name: string;
  readonly value: number | null;
}

const text = { color: COLOURS.ink, fontSize: 12 };
const quiet = { color: COLOURS.muted, fontSize: 12 };
const still = { animation: false, aria: { enabled: false } } as const;
const LINE = { lineStyle: { color: COLOURS.line } };
/** Full-width characters of an axis label before it is cut. */
const LONG = 14;

const shortened = (name: string): string => (name.length > LONG ? `${name.slice(0, LONG - 1)}…` : name);

/** Words over a line stay legible. */
const PLATE = { backgroundColor: '#fff', padding: [0, 2] };

/** The target across a ranking, named at its upper end, behind the words of the bars. */
const goal = (target: number, wording: Wording): MarkLineComponentOption => ({
  silent: true,
  symbol: 'none',
  z: 1,
  label: { position: 'end', rotate: 0, formatter: wording(target), ...quiet },
  lineStyle: { color: COLOURS.ink, type: 'dotted', width: 1.5 },
});

/** The target along the months; a line as the others are, so that the axis has room for it. */
const goalLine = (target: number, months: number, wording: Wording): LineSeriesOption => ({
  type: 'line',
  data: Array.from({ length: months }, (_, at) => ({
    value: target,
    label: { show: at === months - 1, formatter: wording(target), align: 'right' as const, ...PLATE, ...quiet },
  })),
  symbol: 'circle',
  symbolSize: 0.1,
  lineStyle: { color: COLOURS.ink, type: 'dotted', width: 1.5 },
});

export interface Trend {
  /** One label a month. */
  readonly months: readonly string[];
  readonly now: { readonly name: string; readonly values: readonly (number | null)[] };
  readonly then: { readonly name: string; readonly values: readonly (number | null)[] };
  readonly target: number | null;
  /** With the target's own words: `目标 95%`. */
  readonly targetWording: Wording;
  /** A count begins at nought; shares and times where they lie. */
  readonly fromZero: boolean;
  /** Values are parts of one. */
  readonly share: boolean;
  /** Words of the axis; `null` leaves them to the points, where they would be odd, such as of times. */
  readonly axisWording: Wording | null;
}

/** This year drawn through with its values, last year dashed, the target dotted. */
export function trendOption(trend: Trend, wording: Wording): ChartOption {
  const { months, now, then, target, targetWording, fromZero, share, axisWording } = trend;
  const last = (values: readonly (number | null)[]): number => values.findLastIndex((value) => value !== null);
  const line = (name: string, values: readonly (number | null)[], dashed: boolean): LineSeriesOption => ({
    name,
    type: 'line',
    data: values.map((value, at) => ({
      value,
      label: {
        show: value !== null && (!dashed || at === last(values)),
        formatter: `${dashed ? `${name} ` : ''}${value === null ? '' : wording(value)}`,
        ...(dashed ? { ...quiet, align: 'right' } : text),
        ...PLATE,
      },
    })) as NonNullable<LineSeriesOption['data']>,
    symbol: dashed ? 'emptyCircle' : 'circle',
    symbolSize: dashed ? 4 : 6,
    lineStyle: {
      width: dashed ? 1.5 : 2.5,
      type: dashed ? 'dashed' : 'solid',
      color: dashed ? COLOURS.muted : COLOURS.accent,
    },
    itemStyle: { color: dashed ? COLOURS.muted : COLOURS.accent },
    labelLayout: { hideOverlap: true },
  });
  return {
    ...still,
    grid: { left: 8, right: 24, top: 24, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'category', data: [...months], axisTick: { show: false }, axisLine: LINE, axisLabel: quiet },
    yAxis: {
      type: 'value',
      scale: !fromZero,
      // A count has no halves; a share has nothing above the whole unless a month has.
      ...(fromZero ? { minInterval: 1 } : {}),
      ...(share ? { max: ({ max }: { max: number }) => (max <= 1 ? 1 : max) } : {}),
      splitNumber: 3,
      splitLine: LINE,
      axisLabel: axisWording ? { ...quiet, formatter: axisWording } : { show: false },
    },
    series: [
      line(then.name, then.values, true),
      ...(target === null ? [] : [goalLine(target, months.length, targetWording)]),
      line(now.name, now.values, false),
    ],
  };
}

/** Pixels that the names of all bars share. */
const NAMES = 440;

/** Bars from left to right by size, each with its name and value; the line is the share that the first so many make. */
export function paretoOption(bars: readonly Bar[], wording: Wording): ChartOption {
  const whole = bars.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const room = Math.max(44, Math.floor(NAMES / Math.max(1, bars.length)));
  return {
    ...still,
    grid: { left: 8, right: 8, top: 24, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: bars.map(({ name, value }) => `${wording(value ?? 0)}\n${shortened(name)}`),
      axisTick: { show: false },
      axisLine: LINE,
      axisLabel: { ...text, fontSize: 11, interval: 0, width: room, overflow: 'break', lineHeight: 14 },
    },
    // One height for both: the line begins at the top of the first bar.
    yAxis: [
      { type: 'value', min: 0, max: Math.max(1, whole), show: false },
      {
        type: 'value',
        min: 0,
        max: 1,
        interval: 0.25,
        splitLine: LINE,
        axisLabel: { ...quiet, formatter: (share: number) => `${Math.round(share * 100)}%` },
      },
    ],
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }) => value),
        barMaxWidth: 44,
        itemStyle: { color: COLOURS.accent },
      },
      {
        type: 'line',
        yAxisIndex: 1,
        data: [...cumulated(bars)],
        symbol: 'emptyCircle',
        lineStyle: { color: COLOURS.ink, width: 1.5, type: 'dashed' },
        itemStyle: { color: COLOURS.ink },
        label: {
          show: true,
          position: 'top',
          ...text,
          formatter: ({ value }) => `${Math.round(Number(value) * 100)}%`,
        },
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}

/** Share of the bars up to each. */
export function cumulated(bars: readonly Bar[]): readonly number[] {
  const all = bars.reduce((sum, { value }) => sum + (value ?? 0), 0);
  let sum = 0;
  return bars.map(({ value }) => {
    sum += value ?? 0;
    return all === 0 ? 0 : sum / all;
  });
}

export interface Ranking {
  /** The first stands on top. */
  readonly bars: readonly (Bar & { readonly meets: boolean | undefined })[];
  readonly target: number | null;
  readonly targetWording: Wording;
}

/** Bars one under the other; what misses its target is hatched, so that it shows in black and white. */
export function rankingOption({ bars, target, targetWording }: Ranking, wording: Wording): ChartOption {
  return {
    ...still,
    grid: { left: 8, right: 72, top: target === null ? 4 : 20, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => shortened(name)),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...text, interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: bars.map(({ value, meets }) => ({
          value,
          itemStyle:
            meets === false
              ? { color: '#fff', borderColor: COLOURS.accent, borderWidth: 1.5, borderType: 'dashed' }
              : { color: COLOURS.accent },
        })),
        label: { show: true, position: 'right', ...PLATE, ...text, formatter: ({ value }) => wording(Number(value)) },
        ...(target === null ? {} : { markLine: { ...goal(target, targetWording), data: [{ xAxis: target }] } }),
      },
    ],
  };
}
