/** A manager's first page: indicators at a glance, and one of them by month, by cause, by hour and by unit (RPT-5). */
import { EmptyNote, Loaded, Page, Section, useHotkeys, useTexts, useTitle } from '@bihuan/console-kit';
import type { IndicatorView } from '@bihuan/reporting-contract';
import { Segmented, Select } from 'antd';
import { useHeat, useIndicators } from '../api/reporting';
import { FigureTile } from '../components/figure-tile';
import { HeatTable } from '../components/heat-table';
import { PeriodPicker } from '../components/period-picker';
import { useAsked, today } from '../components/question';
import { SplitChart } from '../components/split-chart';
import { TrendChart } from '../components/trend-chart';
import { firstDay, kindOf, PERIOD_KINDS } from '../format/period';
import { reportingTexts } from '../locales/texts';

/** Indicators that have a target, of whatever module. */
const WITH_TARGET = 'targets';

/** What a Pareto chart is drawn by, where the indicator has it; else by the first it has. */
const WHY = ['cause', 'symptom', 'kind', 'category', 'type', 'event', 'item'];

const KINDS = PERIOD_KINDS.filter((kind) => kind !== 'hour');

const modulesOf = (indicators: readonly IndicatorView[]): readonly string[] => [
  ...new Set(indicators.map(({ module }) => module)),
];

/** The indicators of a segment. */
export function tilesOf(indicators: readonly IndicatorView[], segment: string): readonly IndicatorView[] {
  if (segment === WITH_TARGET) return indicators.filter(({ target }) => target !== null);
  return indicators.filter(({ module }) => module === segment);
}

/** What the charts show before one is chosen: the number of cases, which has a time of intake and causes. */
export const chartedFirst = (indicators: readonly IndicatorView[]): IndicatorView | undefined =>
  indicators.find(({ kind, counts }) => kind === 'sum' && counts === 'cases') ?? indicators[0];

export function DashboardPage() {
  const t = useTexts(reportingTexts);
  const indicators = useIndicators();
  const { period, get, set } = useAsked();
  const all = indicators.data ?? [];
  const segments = [...(tilesOf(all, WITH_TARGET).length > 0 ? [WITH_TARGET] : []), ...modulesOf(all)];
  const segment = get('of') || segments[0] || '';
  const choose = (value: string): void => set({ of: value, show: undefined });
  const name = (value: string): string =>
    value === WITH_TARGET ? t('withTarget') : t(`module.${value}` as 'module.complaints');
  useHotkeys(
    segments.slice(0, 9).map((value, at) => ({ keys: `alt+${at + 1}`, title: name(value), run: () => choose(value) })),
  );
  return (
    <Page
      title={t('dashboard')}
      actions={
        <>
          <Segmented
            aria-label={t('module')}
            value={segment}
            options={segments.map((value) => ({ value, label: name(value) }))}
            onChange={choose}
          />
          <PeriodPicker period={period} kinds={KINDS} onChange={(value) => set({ period: value })} />
        </>
      }
    >
      <Loaded query={indicators}>
        {(catalogue) =>
          catalogue.length === 0 ? (
            <EmptyNote title={t('tilesNone')}>{t('tilesNoneHelp')}</EmptyNote>
          ) : (
            <>
              <ul className="bh-tiles" aria-label={t('tiles')}>
                {tilesOf(catalogue, segment).map((indicator) => (
                  <FigureTile key={indicator.id} indicator={indicator} period={period} />
                ))}
              </ul>
              <Charts
                of={segment === WITH_TARGET ? catalogue : tilesOf(catalogue, segment)}
                period={period}
                shown={get('show')}
                onShow={(id) => set({ show: id })}
                why={get('why')}
                onWhy={(dimension) => set({ why: dimension })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Charts(props: {
  readonly of: readonly IndicatorView[];
  readonly period: string;
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly why: string;
  readonly onWhy: (dimension: string) => void;
}) {
  const { of, period, shown, onShow, why, onWhy } = props;
  const t = useTexts(reportingTexts);
  const title = useTitle();
  const indicator = of.find(({ id }) => id === shown) ?? chartedFirst(of);
  if (!indicator) return null;
  const { dimensions, kind, counts } = indicator;
  const cause = [why, ...WHY].find((dimension) => dimensions.includes(dimension)) ?? dimensions[0];
  const question = { period };
  return (
    <>
      <div className="bh-charted">
        <label htmlFor="bh-charted">{t('shown')}</label>
        <Select
          id="bh-charted"
          showSearch={{ optionFilterProp: 'label' }}
          value={indicator.id}
          options={of.map(({ id, title: named }) => ({ value: id, label: title(named) }))}
          onChange={onShow}
        />
      </div>
      <div className="bh-charts">
        {kindOf(period) === 'hour' || !dimensions.includes('month') ? null : (
          <TrendChart indicator={indicator} year={firstDay(period, today()).slice(0, 4)} />
        )}
        {cause ? (
          <SplitChart
            indicator={indicator}
            question={question}
            by={cause}
            as={kind === 'sum' ? 'pareto' : 'ranking'}
            onBy={onWhy}
          />
        ) : null}
        {counts === 'cases' ? <Heat indicator={indicator} period={period} /> : null}
        {dimensions.includes('unit') && cause !== 'unit' ? (
          <SplitChart indicator={indicator} question={question} by="unit" as="ranking" />
        ) : null}
      </div>
    </>
  );
}

function Heat({ indicator, period }: { readonly indicator: IndicatorView; readonly period: string }) {
  const t = useTexts(reportingTexts);
  const title = useTitle();
  const name = `${title(indicator.title)} · ${t('heat')}`;
  return (
    <Section title={t('heat')}>
      <Loaded query={useHeat(indicator.id, { period })}>{(cells) => <HeatTable cells={cells} title={name} />}</Loaded>
    </Section>
  );
}
