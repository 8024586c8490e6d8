/** The catalogue: every indicator with its meaning, formula and target (RPT-1). */
import { EmptyNote, ListTable, Loaded, Page, useLanguage, useTexts, useTitle } from '@bihuan/console-kit';
import type { IndicatorView } from '@bihuan/reporting-contract';
import { Input, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { useIndicators } from '../api/reporting';
import { useAsked } from '../components/question';
import { formatValue } from '../format/value';
import { reportingTexts } from '../locales/texts';

export function IndicatorsPage() {
  const t = useTexts(reportingTexts);
  const title = useTitle();
  const language = useLanguage();
  const navigate = useNavigate();
  const { get, set } = useAsked();
  const typed = get('search').trim().toLowerCase();
  const columns: TableColumnsType<IndicatorView> = [
    { title: t('module'), width: 72, render: (_, { module }) => t(`module.${module}` as 'module.complaints') },
    { title: t('indicator'), width: 168, render: (_, line) => <b>{title(line.title)}</b> },
    { title: t('definition'), render: (_, { definition }) => title(definition) },
    { title: t('formula'), width: 280, render: (_, { formula }) => title(formula) },
    {
      title: t('target'),
      width: 128,
      align: 'right',
      render: (_, { target, unit, higherIsBetter }) =>
        target === null
          ? '—'
          : t(higherIsBetter ? 'atLeast' : 'atMost', { value: formatValue(target, unit, language) }),
    },
  ];
  const fits = (line: IndicatorView): boolean =>
    [line.title, line.definition, line.formula].some((text) => title(text).toLowerCase().includes(typed));
  return (
    <Page
      title={t('indicators')}
      actions={
        <Input
          className="bh-filter"
          allowClear
          aria-label={t('filters')}
          placeholder={t('filters')}
          value={get('search')}
          onChange={({ target }) => set({ search: target.value })}
        />
      }
    >
      <Loaded query={useIndicators()}>
        {(catalogue) => (
          <ListTable
            label={t('indicators')}
            rows={catalogue.filter(fits)}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => void navigate(`/figures/${id}`)}
            empty={<EmptyNote title={t('tilesNone')}>{t('tilesNoneHelp')}</EmptyNote>}
          />
        )}
      </Loaded>
    </Page>
  );
}
