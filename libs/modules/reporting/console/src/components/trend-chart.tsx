/** The months of a year beside those of the year before, and the target (RPT-3, RPT-5). */
import { Loaded, Section, useLanguage, useTexts, useTitle } from '@bihuan/console-kit';
import type { FigureView, IndicatorView } from '@bihuan/reporting-contract';
import { useMemo } from 'react';
import { useFigure, type Question } from '../api/reporting';
import { formatValue } from '../format/value';
import { reportingTexts } from '../locales/texts';
import { Chart } from './chart';
import { trendOption } from './chart-options';
import { NumberTable } from './number-table';

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** Values by month; `null` where there is none. */
export const byMonth = (view: FigureView | undefined, year: string): readonly (number | null)[] =>
  MONTHS.map((month) => view?.rows.find(({ key }) => key['month'] === `${year}-${month}`)?.value ?? null);

export interface TrendChartProps {
  readonly indicator: IndicatorView;
  readonly year: string;
  readonly filter?: Question['filter'];
}

export function TrendChart({ indicator, year, filter = {} }: TrendChartProps) {
  const t = useTexts(reportingTexts);
  const lastYear = String(Number(year) - 1);
  const asked = { by: ['month'], filter };
  const now = useFigure(indicator.id, { period: year, ...asked });
  const then = useFigure(indicator.id, { period: lastYear, ...asked });
  return (
    <Section title={t('trend')}>
      <Loaded query={now}>
        {(view) => (
          <Trend
            indicator={indicator}
            year={year}
            now={byMonth(view, year)}
            then={byMonth(then.data, lastYear)}
            target={view.target}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Trend(props: {
  readonly indicator: IndicatorView;
  readonly year: string;
  readonly now: readonly (number | null)[];
  readonly then: readonly (number | null)[];
  readonly target: number | null;
}) {
  const { indicator, year, now, then, target } = props;
  const t = useTexts(reportingTexts);
  const title = useTitle();
  const language = useLanguage();
  const lastYear = String(Number(year) - 1);
  const values = JSON.stringify([now, then]);
  const wording = (value: number): string => formatValue(value, indicator.unit, language);
  const worded = (value: number | null | undefined): string =>
    value === null || value === undefined ? '—' : wording(value);
  const option = useMemo(() => {
    const [ofNow, ofThen] = JSON.parse(values) as (number | null)[][];
    const say = (value: number): string => formatValue(value, indicator.unit, language);
    return trendOption(
      {
        months: MONTHS.map((month) => (language === 'zh' ? `${Number(month)}月` : String(Number(month)))),
        now: { name: year, values: ofNow ?? [] },
        then: { name: lastYear, values: ofThen ?? [] },
        target,
        fromZero: indicator.kind === 'sum',
        share: indicator.unit === 'percent',
        axisWording: indicator.unit === 'seconds' ? null : say,
        targetWording: (value) => `${t('target')} ${say(value)}`,
      },
      say,
    );
  }, [values, indicator.kind, indicator.unit, language, year, lastYear, target, t]);
  const name = `${title(indicator.title)} ${t('trend')}`;
  return (
    <Chart title={name} option={option} height={280}>
      <NumberTable
        caption={name}
        heads={[t('month'), lastYear, year]}
        rows={MONTHS.map((month, at) => [month, worded(then[at]), worded(now[at])])}
      />
    </Chart>
  );
}
