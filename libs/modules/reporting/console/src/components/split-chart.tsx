/** A figure split by one dimension: counts as a Pareto chart, everything else as a ranking against its target (RPT-5). */
import { EmptyNote, Loaded, Section, useLanguage, useTexts, useTitle } from '@bihuan/console-kit';
import type { FigureRow, FigureView, IndicatorView } from '@bihuan/reporting-contract';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useFigure, type Question } from '../api/reporting';
import { useCodeName } from '../format/codes';
import { formatValue, meets, percent } from '../format/value';
import { reportingTexts } from '../locales/texts';
import { Chart } from './chart';
import { cumulated, paretoOption, rankingOption, type Bar } from './chart-options';
import { NumberTable } from './number-table';

/** Bars that stand by themselves; the rest of a Pareto chart is one bar. */
const MOST = 10;

export interface SplitChartProps {
  readonly indicator: IndicatorView;
  readonly question: Pick<Question, 'period' | 'filter'>;
  readonly by: string;
  readonly as: 'pareto' | 'ranking';
  readonly onBy?: (dimension: string) => void;
}

export interface SplitBar extends Bar {
  readonly target: number | null;
}

/** The largest first; of an indicator that is better when low, the smallest first; without a value last. */
export function ranked(rows: readonly FigureRow[], best: 'high' | 'low'): readonly FigureRow[] {
  const side = best === 'high' ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return side * (a.value - b.value);
  });
}

/** The first bars by themselves, what remains as one: a Pareto chart leaves nothing out. */
export function withRest(bars: readonly Bar[], name: (count: number) => string): readonly Bar[] {
  if (bars.length <= MOST) return bars;
  const rest = bars.slice(MOST - 1);
  return [
    ...bars.slice(0, MOST - 1),
    { name: name(rest.length), value: rest.reduce((sum, { value }) => sum + (value ?? 0), 0) },
  ];
}

export function SplitChart({ indicator, question, by, as, onBy }: SplitChartProps) {
  const t = useTexts(reportingTexts);
  const title = useTitle();
  const figure = useFigure(indicator.id, { ...question, by: [by] });
  const dimensionName = (dimension: string): string => t(`dim.${dimension}` as 'dim.unit');
  const name = `${title(indicator.title)} · ${t(as, { dimension: dimensionName(by) })}`;
  const choices = indicator.dimensions.filter((dimension) => dimension !== 'month' && dimension !== 'day');
  return (
    <Section
      title={t(as, { dimension: dimensionName(by) })}
      extra={
        onBy ? (
          <Select
            size="small"
            className="bh-dimension"
            aria-label={t('by')}
            value={by}
            options={choices.map((value) => ({ value, label: dimensionName(value) }))}
            onChange={onBy}
          />
        ) : null
      }
    >
      <Loaded query={figure}>
        {(view) =>
          view.rows.length === 0 ? (
            <EmptyNote title={t('rowsNone')} />
          ) : as === 'pareto' ? (
            <Pareto indicator={indicator} view={view} by={by} name={name} />
          ) : (
            <Ranking indicator={indicator} view={view} by={by} name={name} />
          )
        }
      </Loaded>
    </Section>
  );
}

interface Split {
  readonly indicator: IndicatorView;
  readonly view: FigureView;
  readonly by: string;
  readonly name: string;
}

function Pareto({ indicator, view, by, name }: Split) {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  const codeName = useCodeName(indicator.module);
  const all = ranked(view.rows, 'high').map(({ key, value }) => ({ name: codeName(by, key[by]), value }));
  const data = JSON.stringify(withRest(all, (count) => t('others', { count })));
  const option = useMemo(
    () => paretoOption(JSON.parse(data) as Bar[], (value) => formatValue(value, indicator.unit, language)),
    [data, indicator.unit, language],
  );
  const shares = cumulated(all);
  return (
    <Chart title={name} option={option} height={280}>
      <NumberTable
        caption={name}
        heads={[t(`dim.${by}` as 'dim.unit'), t('value'), t('cumulated')]}
        rows={all.map((bar, at) => [
          bar.name,
          bar.value === null ? '—' : formatValue(bar.value, indicator.unit, language),
          percent(shares[at] ?? 0),
        ])}
      />
    </Chart>
  );
}

function Ranking({ indicator, view, by, name }: Split) {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  const codeName = useCodeName(indicator.module);
  const best = indicator.higherIsBetter || indicator.kind === 'sum' ? 'high' : 'low';
  const rows = ranked(view.rows, best);
  const bars = rows.map((row) => ({
    name: codeName(by, row.key[by]),
    value: row.value,
    meets: meets(row.value, row.target, indicator),
  }));
  const data = JSON.stringify(bars.slice(0, 2 * MOST).filter(({ value }) => value !== null));
  const { target } = view;
  const option = useMemo(() => {
    const say = (value: number): string => formatValue(value, indicator.unit, language);
    const shown = JSON.parse(data) as typeof bars;
    return rankingOption({ bars: shown, target, targetWording: (value) => `${t('target')} ${say(value)}` }, say);
  }, [data, indicator.unit, language, target, t]);
  return (
    <Chart title={name} option={option} height={28 + 26 * Math.min(bars.length, 2 * MOST)}>
      <NumberTable
        caption={name}
        heads={[t(`dim.${by}` as 'dim.unit'), t('value'), t('numerator'), t('denominator')]}
        rows={rows.map((row, at) => [
          bars[at]?.name ?? '',
          row.value === null
            ? t(row.note === 'no-base' ? 'note.no-base' : 'note.none')
            : formatValue(row.value, indicator.unit, language),
          row.numerator.toLocaleString('en-US'),
          row.denominator?.toLocaleString('en-US') ?? '—',
        ])}
      />
    </Chart>
  );
}
