/** HR's page: the month's file with preview and control totals, its batches and receipts, and what HR sends in (APR-9). */
import type { BatchView, HrFile } from '@bihuan/appraisal-contract';
import {
  EmptyNote,
  ErrorNote,
  formatInstant,
  KeyHint,
  ListTable,
  Loaded,
  Page,
  Section,
  useHotkeys,
  useLanguage,
  useSavedFilters,
  useTexts,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { readFile, useBatches, usePeriods } from '../api/appraisal';
import { CutOffs } from '../components/cut-offs';
import { FilePreview } from '../components/file-preview';
import { ImportPanel } from '../components/import-panel';
import { ReceiptForm } from '../components/receipt-form';
import { yuan } from '../components/sources';
import { appraisalTexts } from '../locales/texts';

export function HrFilePage() {
  const t = useTexts(appraisalTexts);
  const client = useQueryClient();
  const { get, set } = useSavedFilters();
  const months = usePeriods().data?.data ?? [];
  const period = get('month') || ((months.find(({ sheets }) => sheets.released > 0) ?? months[0])?.period ?? '');
  const month = months.find((one) => one.period === period);
  const [file, setFile] = useState<HrFile>();
  const [error, setError] = useState<unknown>();
  const make = async (): Promise<void> => {
    setError(undefined);
    try {
      setFile(await readFile(period));
      void client.invalidateQueries({ queryKey: ['appraisal', 'batches', period] });
    } catch (problem) {
      setError(problem);
    }
  };
  useHotkeys(period ? [{ keys: 'alt+n', title: t('makeFile'), run: () => void make() }] : []);
  return (
    <Page
      title={t('hrFile')}
      actions={
        <>
          <Select
            className="bh-filter"
            aria-label={t('month')}
            value={period || null}
            options={months.map((one) => ({ value: one.period, label: one.period }))}
            onChange={(value: string) => {
              set('month', value);
              setFile(undefined);
            }}
          />
          <Button type="primary" disabled={!period} onClick={() => void make()}>
            {t('makeFile')} <KeyHint keys="alt+n" />
          </Button>
        </>
      }
    >
      {month ? <CutOffs month={month} /> : null}
      {error ? <ErrorNote error={error} /> : null}
      {file ? (
        <Section>
          <FilePreview file={file} />
        </Section>
      ) : (
        <p className="bh-muted">{t('fileHelp')}</p>
      )}
      {period ? <Batches period={period} /> : null}
      <ImportPanel />
    </Page>
  );
}

function Batches({ period }: { readonly period: string }) {
  const t = useTexts(appraisalTexts);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const columns: TableColumnsType<BatchView> = [
    { title: t('batch'), width: 220, render: (_, { batch }) => <span className="bh-number">{batch}</span> },
    { title: t('madeAt'), width: 190, render: (_, { madeAt }) => formatInstant(madeAt, language) },
    { title: t('rows'), width: 80, align: 'right', render: (_, { rows }) => rows },
    { title: t('totalSum'), width: 110, align: 'right', render: (_, { total }) => total },
    { title: t('moneySum'), width: 110, align: 'right', render: (_, { money }) => yuan(money) },
    {
      title: t('receipt'),
      render: (_, { rows, accepted, refused }) =>
        [
          `${t('accepted')} ${accepted}`,
          ...(refused > 0 ? [`${t('refused')} ${refused}`] : []),
          ...(rows > accepted + refused ? [`${t('open')} ${rows - accepted - refused}`] : []),
        ].join(' · '),
    },
  ];
  return (
    <>
      <Section title={t('batches')}>
        <Loaded query={useBatches(period)}>
          {({ data }) => (
            <ListTable
              label={t('batches')}
              rows={data}
              rowKey={({ batch }) => batch}
              columns={columns}
              onOpen={({ batch }) => setChosen(batch === chosen ? undefined : batch)}
              empty={<EmptyNote title={t('batchesEmpty')} />}
            />
          )}
        </Loaded>
      </Section>
      {chosen ? <ReceiptForm key={chosen} period={period} batch={chosen} /> : null}
    </>
  );
}
