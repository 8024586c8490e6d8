/** Figures that no module knows: what stands for a period, and a form that saves all rows or none (RPT-1c). */
import {
  ActionForm,
  ChoiceField,
  CodeField,
  EmptyNote,
  formatInstant,
  ListField,
  ListTable,
  Loaded,
  NumberField,
  Page,
  Section,
  TextField,
  typedValues,
  UnitField,
  useLanguage,
  useMe,
  useTexts,
  useUnitName,
  useWords,
} from '@bihuan/console-kit';
import type { BaseFigureView } from '@bihuan/reporting-contract';
import { useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { enterBase, reportingKeys, useBaseFigures, useIndicators } from '../api/reporting';
import { PeriodPicker } from '../components/period-picker';
import { useAsked } from '../components/question';
import { useCodeName, useCodes } from '../format/codes';
import { periodName } from '../format/period';
import { paperTexts } from '../locales/paper-texts';

const KINDS = ['month', 'quarter', 'year'] as const;

/** Dimensions by which a base may be split are those of complaints, which it divides. */
const OF = 'complaints';

/** Rows typed at once; more come as a file (imports). */
const MOST = 100;

export function BaseFiguresPage() {
  const t = useTexts(paperTexts);
  const { period, set } = useAsked();
  const rows = useBaseFigures(period);
  return (
    <Page
      title={t('baseFigures')}
      actions={<PeriodPicker period={period} kinds={KINDS} onChange={(value) => set({ period: value })} />}
    >
      <p className="bh-muted bh-intro">{t('baseIntro')}</p>
      <div className="bh-two">
        <Loaded query={rows}>{(data) => <Rows rows={data} />}</Loaded>
        <Loaded query={useIndicators()}>
          {(indicators) => (
            <EnterForm
              key={period}
              period={period}
              known={[...new Set(indicators.flatMap(({ base }) => base ?? []))]}
            />
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function Rows({ rows }: { readonly rows: readonly BaseFigureView[] }) {
  const t = useTexts(paperTexts);
  const language = useLanguage();
  const figure = useWords(paperTexts, 'figure');
  const source = useWords(paperTexts, 'source');
  const codeName = useCodeName(OF);
  const unitName = useUnitName();
  const columns: TableColumnsType<BaseFigureView> = [
    { title: t('figure'), width: 110, render: (_, row) => figure(row.figure) },
    { title: t('value'), width: 120, align: 'right', render: (_, row) => row.value.toLocaleString('en-US') },
    { title: t('business'), render: (_, { business }) => (business ? codeName('business', business) : '') },
    { title: t('level'), width: 100, render: (_, { level }) => (level ? codeName('level', level) : '') },
    { title: t('brand'), width: 100, dataIndex: 'brand' },
    { title: t('unit'), render: (_, { unitId }) => (unitId ? unitName(unitId) : '') },
    { title: t('source'), width: 64, render: (_, row) => source(row.source) },
    { title: t('enteredAt'), width: 176, render: (_, { enteredAt }) => formatInstant(enteredAt, language) },
  ];
  return (
    <ListTable
      label={t('baseFigures')}
      rows={rows}
      rowKey={(row) => JSON.stringify([row.figure, row.business, row.level, row.brand, row.unitId])}
      columns={columns}
      empty={<EmptyNote title={t('baseNone')}>{t('baseNoneHelp')}</EmptyNote>}
    />
  );
}

function EnterForm({ period, known }: { readonly period: string; readonly known: readonly string[] }) {
  const t = useTexts(paperTexts);
  const me = useMe();
  const language = useLanguage();
  const client = useQueryClient();
  const word = useWords(paperTexts, 'figure');
  const codes = useCodes(OF);
  const [saved, setSaved] = useState<{ readonly rows: number; readonly round: number }>();
  return (
    <Section title={`${t('enter')} · ${periodName(period, language)}`}>
      {saved ? (
        <p className="bh-draft-note" role="status">
          {t('entered', { count: saved.rows })}
        </p>
      ) : null}
      <ActionForm
        key={saved?.round ?? 0}
        draft={`${me.id} base-figures ${period}`}
        initial={known[0] ? { figure: known[0] } : {}}
        submitLabel={t('save')}
        toBody={(values) => ({ period, ...typedValues(values) })}
        action={enterBase}
        onDone={({ rows }) => {
          setSaved((before) => ({ rows, round: (before?.round ?? 0) + 1 }));
          void client.invalidateQueries({ queryKey: reportingKeys });
        }}
      >
        {known.length > 0 ? (
          <ChoiceField
            name="figure"
            label={t('figure')}
            required
            options={known.map((value) => ({ value, label: word(value) }))}
          />
        ) : (
          <TextField name="figure" label={t('figure')} required rows={1} max={60} />
        )}
        <ListField name="rows" label={t('rows')} addLabel={t('addRow')} max={MOST}>
          {(at) => (
            <div className="bh-base-row">
              <NumberField name={[at, 'value']} label={t('value')} required min={0} />
              {codes('business').length > 0 ? (
                <CodeField name={[at, 'business']} label={t('business')} codes={codes('business')} as="list" />
              ) : null}
              {codes('level').length > 0 ? (
                <CodeField name={[at, 'level']} label={t('level')} codes={codes('level')} as="list" />
              ) : null}
              <TextField name={[at, 'brand']} label={t('brand')} rows={1} max={60} />
              <UnitField name={[at, 'unitId']} label={t('unit')} />
            </div>
          )}
        </ListField>
      </ActionForm>
    </Section>
  );
}
