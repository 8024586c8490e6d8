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

const goal = (target: number | null, wording: Wording): MarkLineComponentOption =>
  target === null
    ? {}
    : {
        silent: true,
        symbol: 'none',
        label: { position: 'insideEndTop', formatter: wording(target), ...quiet },
        lineStyle: { color: COLOURS.ink, type: 'dotted', width: 1.5 },
      };

export interface Trend {
  /** One label a month. */
  readonly months: readonly string[];
  readonly now: { readonly name: string; readonly values: readonly (number | null)[] };
  readonly then: { readonly name: string; readonly values: readonly (number | null)[] };
  readonly target: number | null;
  /** With the target's own words: `目标 95%`. */
  readonly targetWording: Wording;
}

/** This year drawn through with its values, last year dashed, the target dotted. */
export function trendOption({ months, now, then, target, targetWording }: Trend, wording: Wording): ChartOption {
  const last = (values: readonly (number | null)[]): number => values.findLastIndex((value) => value !== null);
  const line = (name: string, values: readonly (number | null)[], dashed: boolean): LineSeriesOption => ({
    name,
    type: 'line',
    data: values.map((value, at) => ({
      value,
      label: {
        show: value !== null && (!dashed || at === last(values)),
        formatter: `${dashed ? `${name} ` : ''}${value === null ? '' : wording(value)}`,
        ...(dashed ? quiet : text),
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
    ...(dashed || target === null ? {} : { markLine: { ...goal(target, targetWording), data: [{ yAxis: target }] } }),
  });
  return {
    ...still,
    grid: { left: 8, right: 24, top: 24, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'category', data: [...months], axisTick: { show: false }, axisLine: LINE, axisLabel: quiet },
    yAxis: {
      type: 'value',
      scale: target !== null,
      splitNumber: 3,
      splitLine: LINE,
      axisLabel: { ...quiet, formatter: (value: number) => wording(value) },
    },
    series: [line(then.name, then.values, true), line(now.name, now.values, false)],
  };
}

/** Bars from left to right by size, with the share that the first so many of them make. */
export function paretoOption(bars: readonly Bar[], wording: Wording): ChartOption {
  const shares = cumulated(bars);
  return {
    ...still,
    grid: { left: 8, right: 8, top: 24, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: LINE,
      axisLabel: { ...quiet, interval: 0, width: 72, overflow: 'break', lineHeight: 14 },
    },
    yAxis: [
      {
        type: 'value',
        splitNumber: 3,
        splitLine: LINE,
        axisLabel: { ...quiet, formatter: (value: number) => wording(value) },
        minInterval: 1,
      },
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }) => value),
        barMaxWidth: 44,
        itemStyle: { color: COLOURS.accent },
        label: {
          show: true,
          position: 'insideTop',
          color: '#fff',
          fontSize: 12,
          formatter: ({ value }) => wording(Number(value)),
        },
      },
      {
        type: 'line',
        yAxisIndex: 1,
        data: [...shares],
        symbol: 'emptyCircle',
        lineStyle: { color: COLOURS.ink, width: 1.5, type: 'dashed' },
        itemStyle: { color: COLOURS.ink },
        label: {
          show: true,
          position: 'top',
          ...quiet,
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
        label: { show: true, position: 'right', ...text, formatter: ({ value }) => wording(Number(value)) },
        ...(target === null ? {} : { markLine: { ...goal(target, targetWording), data: [{ xAxis: target }] } }),
      },
    ],
  };
}
