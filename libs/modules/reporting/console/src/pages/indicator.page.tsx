/** One indicator: what it means, its value for a period, split and narrowed in any mix, and the way to its cases (RPT-1 … RPT-3). */
import {
  EmptyNote,
  Facts,
  KeyHint,
  Loaded,
  Page,
  Section,
  useHotkeys,
  useLanguage,
  usePunctuation,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import type { FigureRow, FigureView, IndicatorView } from '@bihuan/reporting-contract';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useFigure, useIndicators } from '../api/reporting';
import { DimensionPicker, FilterPicker, useDimensionName } from '../components/figure-filters';
import { FigureTable } from '../components/figure-table';
import { FigureBeside, FigureValue } from '../components/figure-tile';
import { PeriodPicker } from '../components/period-picker';
import { questionSearch, today, useAsked, isPeriodKind, type Asked } from '../components/question';
import { SplitChart } from '../components/split-chart';
import { TrendChart } from '../components/trend-chart';
import { firstDay, periodName } from '../format/period';
import { formatPart } from '../format/value';
import { reportingTexts } from '../locales/texts';

export function IndicatorPage() {
  const t = useTexts(reportingTexts);
  const { id = '' } = useParams();
  const indicators = useIndicators();
  return (
    <Loaded query={indicators}>
      {(catalogue) => {
        const indicator = catalogue.find((one) => one.id === id);
        if (indicator) return <Indicator key={id} indicator={indicator} />;
        return (
          <Page title={t('indicators')}>
            <EmptyNote title={t('tilesNone')}>{t('tilesNoneHelp')}</EmptyNote>
          </Page>
        );
      }}
    </Loaded>
  );
}

function Indicator({ indicator }: { readonly indicator: IndicatorView }) {
  const t = useTexts(reportingTexts);
  const title = useTitle();
  const navigate = useNavigate();
  const asked = useAsked();
  const { period, by, filter } = asked;
  const figure = useFigure(indicator.id, { period, by, filter });
  const open = (key: FigureRow['key']): void => {
    const codes = Object.entries(key).map(([dimension, code]) => [dimension, code ?? '']);
    const search = questionSearch({ period, filter: { ...filter, ...Object.fromEntries(codes) } });
    void navigate(`/figures/${indicator.id}/cases?${search}`);
  };
  useHotkeys([{ keys: 'alt+c', title: t('openCases'), run: () => open({}) }]);
  return (
    <Page
      title={title(indicator.title)}
      beside={
        figure.data?.closed ? (
          <span className="bh-tag" title={t('closedHelp')}>
            {t('closed')}
          </span>
        ) : null
      }
      actions={
        <PeriodPicker
          period={period}
          kinds={indicator.periods.filter(isPeriodKind)}
          onChange={(value) => asked.set({ period: value })}
        />
      }
    >
      <div className="bh-two">
        <div>
          <Section
            title={<PeriodTitle period={period} />}
            extra={
              <Button type="primary" size="small" onClick={() => open({})}>
                {t('openCases')} <KeyHint keys="alt+c" />
              </Button>
            }
          >
            <Loaded query={figure} rows={2}>
              {(view) => <Value figure={view} indicator={indicator} />}
            </Loaded>
          </Section>
          <Section
            title={t('rows')}
            extra={
              <>
                <DimensionPicker indicator={indicator} asked={asked} />
                <FilterPicker indicator={indicator} asked={asked} />
              </>
            }
          >
            <Split figure={figure} indicator={indicator} onOpen={open} />
          </Section>
          <Charts indicator={indicator} asked={asked} />
        </div>
        <Meaning indicator={indicator} />
      </div>
    </Page>
  );
}

function PeriodTitle({ period }: { readonly period: string }) {
  return <>{periodName(period, useLanguage())}</>;
}

function Value({ figure, indicator }: { readonly figure: FigureView; readonly indicator: IndicatorView }) {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  return (
    <div className="bh-figure">
      <FigureValue figure={figure} indicator={indicator} />
      <FigureBeside figure={figure} indicator={indicator} />
      {indicator.kind === 'sum' ? null : (
        <span className="bh-muted">
          {t('numerator')} {formatPart(figure.numerator, indicator, language)} · {t('denominator')}{' '}
          {figure.denominator?.toLocaleString('en-US') ?? '—'}
        </span>
      )}
    </div>
  );
}

function Split(props: {
  readonly figure: ReturnType<typeof useFigure>;
  readonly indicator: IndicatorView;
  readonly onOpen: (key: FigureRow['key']) => void;
}) {
  const { figure, indicator, onOpen } = props;
  const t = useTexts(reportingTexts);
  return (
    <Loaded query={figure}>
      {(view) =>
        view.by.length === 0 ? (
          <EmptyNote title={t('byNone')}>{t('byNoneHelp')}</EmptyNote>
        ) : (
          <FigureTable figure={view} indicator={indicator} onOpen={onOpen} />
        )
      }
    </Loaded>
  );
}

function Charts({ indicator, asked }: { readonly indicator: IndicatorView; readonly asked: Asked }) {
  const { period, by, filter } = asked;
  const [first] = by.filter((dimension) => dimension !== 'month' && dimension !== 'day');
  return (
    <>
      {first ? (
        <SplitChart
          indicator={indicator}
          question={{ period, filter }}
          by={first}
          as={indicator.kind === 'sum' ? 'pareto' : 'ranking'}
        />
      ) : null}
      {indicator.dimensions.includes('month') ? (
        <TrendChart indicator={indicator} year={firstDay(period, today()).slice(0, 4)} filter={filter} />
      ) : null}
    </>
  );
}

function Meaning({ indicator }: { readonly indicator: IndicatorView }) {
  const t = useTexts(reportingTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const name = useDimensionName();
  return (
    <Section title={t('definition')}>
      <p className="bh-description">{title(indicator.definition)}</p>
      <Facts
        rows={[
          [t('formula'), title(indicator.formula)],
          [t('purpose'), title(indicator.purpose)],
          [t('answersFor'), t(`function.${indicator.answersFor}` as 'function.hotline')],
          [t('module'), t(`module.${indicator.module}` as 'module.complaints')],
          [t('dimensions'), marks.list(indicator.dimensions.map(name))],
        ]}
      />
    </Section>
  );
}
