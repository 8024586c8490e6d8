/** The very cases behind a figure, each opening its own page (RPT-2). */
import {
  EmptyNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  useLanguage,
  useRoomWords,
  useSubjectPath,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import type { FigureCase, IndicatorView } from '@bihuan/reporting-contract';
import { Segmented, type TableColumnsType } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useFigureCases, useIndicators, type FigurePart } from '../api/reporting';
import { FilterPicker, useDimensionName } from '../components/figure-filters';
import { PeriodPicker } from '../components/period-picker';
import { isPeriodKind, questionSearch, useAsked } from '../components/question';
import { useCodeName } from '../format/codes';
import { formatValue } from '../format/value';
import { reportingTexts } from '../locales/texts';

/** Further columns beside number, state and intake. */
const DIMENSIONS_SHOWN = 4;

export function FigureCasesPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useIndicators()}>
      {(catalogue) => {
        const indicator = catalogue.find((one) => one.id === id);
        return indicator ? <Cases indicator={indicator} /> : null;
      }}
    </Loaded>
  );
}

function Cases({ indicator }: { readonly indicator: IndicatorView }) {
  const t = useTexts(reportingTexts);
  const title = useTitle();
  const navigate = useNavigate();
  const path = useSubjectPath();
  const asked = useAsked();
  const { period, filter, get, set } = asked;
  const part = get('part') === 'numerator' ? 'numerator' : undefined;
  const query = useFigureCases(indicator.id, { period, filter }, part);
  const columns = useColumns(indicator, Object.keys(filter));
  const hasParts = indicator.kind !== 'sum' && indicator.base === null;
  return (
    <Page
      title={t('casesOf', { title: title(indicator.title) })}
      beside={<Link to={`/figures/${indicator.id}?${questionSearch({ period, filter })}`}>{t('back')}</Link>}
      actions={
        <>
          <FilterPicker indicator={indicator} asked={asked} />
          {hasParts ? (
            <Segmented
              aria-label={t('part')}
              value={part ?? 'denominator'}
              options={[
                { value: 'denominator', label: t('part.denominator') },
                { value: 'numerator', label: t('part.numerator') },
              ]}
              onChange={(value: FigurePart) => set({ part: value === 'numerator' ? value : undefined })}
            />
          ) : null}
          <PeriodPicker
            period={period}
            kinds={indicator.periods.filter(isPeriodKind)}
            onChange={(value) => set({ period: value })}
          />
        </>
      }
    >
      <Loaded query={query}>
        {({ pages }) => (
          <ListTable
            label={t('cases')}
            rows={pages.flatMap(({ data }) => data)}
            rowKey={({ id, stage }) => `${id} ${stage ?? ''}`}
            columns={columns}
            onOpen={(line) => {
              const address = path(line);
              if (address) void navigate(address);
            }}
            onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            empty={<EmptyNote title={t('casesNone')}>{t('casesNoneHelp')}</EmptyNote>}
          />
        )}
      </Loaded>
    </Page>
  );
}

function useColumns(indicator: IndicatorView, filtered: readonly string[]): TableColumnsType<FigureCase> {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  const words = useRoomWords();
  const path = useSubjectPath();
  const name = useDimensionName();
  const codeName = useCodeName(indicator.module);
  const apart = new Set(['month', 'day', 'state', 'stage', ...filtered]);
  const dimensions = indicator.dimensions.filter((dimension) => !apart.has(dimension)).slice(0, DIMENSIONS_SHOWN);
  return [
    {
      title: t('caseNumber'),
      width: 190,
      render: (_, line) => {
        const address = path(line);
        const number = <span className="bh-number">{line.number}</span>;
        return address ? <Link to={address}>{number}</Link> : number;
      },
    },
    { title: t('state'), width: 110, render: (_, { module, state }) => words(module, 'states', state) },
    ...(indicator.counts === 'clocks'
      ? [
          {
            title: t('stage'),
            width: 120,
            render: (_: unknown, { module, stage }: FigureCase) => words(module, 'stages', stage ?? ''),
          },
        ]
      : []),
    { title: t('openedAt'), width: 190, render: (_, { openedAt }) => formatInstant(openedAt, language) },
    ...dimensions.map((dimension) => ({
      title: name(dimension),
      render: (_: unknown, { dims }: FigureCase) => codeName(dimension, dims[dimension]),
    })),
    {
      title: indicator.kind === 'ratio' ? t('counts') : t('value'),
      width: 120,
      align: 'right' as const,
      render: (_, { value }) => contribution(value, indicator, { yes: t('yes'), no: t('no') }, language),
    },
  ];
}

/** What a case adds: to a share it counts or not, to a mean its own value. */
function contribution(
  value: number | null,
  { kind, unit }: IndicatorView,
  { yes, no }: { readonly yes: string; readonly no: string },
  language: Parameters<typeof formatValue>[2],
): string {
  if (value === null) return '—';
  if (kind === 'ratio' && (value === 0 || value === 1)) return value === 1 ? yes : no;
  return formatValue(value, unit === 'percent' ? 'points' : unit, language);
}
