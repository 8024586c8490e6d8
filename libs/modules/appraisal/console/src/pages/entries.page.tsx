/** Records behind the sheets: what the department and HR note, and what came from elsewhere (APR-2, APR-3a, APR-7). */
import type { EntryView } from '@bihuan/appraisal-contract';
import {
  ActionForm,
  api,
  EmptyNote,
  KeyHint,
  ListTable,
  Loaded,
  Page,
  Section,
  TextField,
  useHotkeys,
  useMe,
  usePunctuation,
  useSavedFilters,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { sheets, useEntries, usePeriods, useRecordWords } from '../api/appraisal';
import { EntryForm, useMyEntries } from '../components/entry-form';
import { yuan } from '../components/sources';
import { appraisalTexts } from '../locales/texts';

export function EntriesPage() {
  const t = useTexts(appraisalTexts);
  const client = useQueryClient();
  const mine = useMyEntries();
  const { get, set } = useSavedFilters();
  const months = usePeriods().data?.data ?? [];
  const period = get('month') || undefined;
  const query = useEntries({ period });
  const [open, setOpen] = useState<'new' | EntryView>();
  const refresh = (): void => {
    setOpen(undefined);
    void client.invalidateQueries({ queryKey: ['appraisal', 'entries'] });
    void client.invalidateQueries({ queryKey: sheets.lists });
  };
  const may = mine.length > 0;
  useHotkeys(may ? [{ keys: 'alt+n', title: t('newEntry'), run: () => setOpen('new') }] : []);
  return (
    <Page
      title={t('entries')}
      actions={
        <>
          <Select
            className="bh-filter"
            allowClear
            aria-label={t('month')}
            placeholder={t('month')}
            value={period ?? null}
            options={months.map((one) => ({ value: one.period, label: one.period }))}
            onChange={(value: string | null) => set('month', value ?? undefined)}
          />
          {may ? (
            <Button type="primary" onClick={() => setOpen('new')}>
              {t('newEntry')} <KeyHint keys="alt+n" />
            </Button>
          ) : null}
        </>
      }
    >
      {open === 'new' ? (
        <Section title={t('newEntry')} className="bh-narrow">
          <EntryForm onDone={refresh} onCancel={() => setOpen(undefined)} />
        </Section>
      ) : null}
      {open && open !== 'new' ? <Withdraw entry={open} onDone={refresh} onCancel={() => setOpen(undefined)} /> : null}
      <Loaded query={query}>{({ data }) => <EntryTable entries={data} onWithdraw={setOpen} />}</Loaded>
    </Page>
  );
}

function EntryTable(props: {
  readonly entries: readonly EntryView[];
  readonly onWithdraw: (entry: EntryView) => void;
}) {
  const t = useTexts(appraisalTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const words = useRecordWords();
  const columns: TableColumnsType<EntryView> = [
    { title: t('date'), width: 104, render: (_, { date }) => date },
    { title: t('name'), width: 96, render: (_, { employee }) => employee?.name ?? t('unit') },
    { title: t('kind'), width: 110, render: (_, { entry }) => t(`entry.${entry}`) },
    {
      title: t('content'),
      render: (_, { entry, code, ground, number, correctionOf, withdrawn }) => (
        <>
          <span className={withdrawn ? 'bh-struck' : ''}>
            {[title(words(entry, code)), ground].filter(Boolean).join(marks.colon)}
          </span>
          {number ? <span className="bh-number bh-muted"> {number}</span> : null}
          {correctionOf ? (
            <span className="bh-tag bh-tag-small">{t('correction', { period: correctionOf })}</span>
          ) : null}
          {withdrawn ? (
            <span className="bh-muted bh-small"> {`${t('withdrawn')} ${withdrawn.by} ${withdrawn.reason}`}</span>
          ) : null}
        </>
      ),
    },
    { title: t('points'), width: 70, align: 'right', render: (_, { points }) => points ?? '' },
    { title: t('money'), width: 96, align: 'right', render: (_, { amount }) => (amount === 0 ? '' : yuan(amount)) },
    { title: t('month'), width: 90, render: (_, { period }) => period },
    {
      title: t('by'),
      width: 130,
      render: (_, { by, witness }) => [by, witness ? `${t('witness')} ${witness}` : ''].filter(Boolean).join(' · '),
    },
    {
      title: '',
      width: 70,
      render: (_, entry) =>
        entry.allowedActions.includes('withdraw') ? (
          <Button size="small" type="text" onClick={() => props.onWithdraw(entry)}>
            {t('withdraw')}
          </Button>
        ) : null,
    },
  ];
  return (
    <ListTable
      label={t('entries')}
      rows={props.entries}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyNote title={t('entriesEmpty')}>{t('entriesHelp')}</EmptyNote>}
    />
  );
}

function Withdraw(props: { readonly entry: EntryView; readonly onDone: () => void; readonly onCancel: () => void }) {
  const { entry, onDone, onCancel } = props;
  const t = useTexts(appraisalTexts);
  const marks = usePunctuation();
  const me = useMe();
  return (
    <Section title={`${t('withdraw')}${marks.colon}${entry.date} ${entry.ground}`} className="bh-narrow">
      <ActionForm<EntryView>
        draft={`${me.id}:appraisal:withdraw:${entry.id}`}
        version={entry.version}
        submitLabel={t('withdraw')}
        toBody={(values) => values}
        action={(body, options) => api.post<EntryView>(`/api/appraisal/entries/${entry.id}/withdraw`, body, options)}
        onDone={onDone}
        onCancel={onCancel}
      >
        <TextField name="reason" label={t('reason')} required rows={2} max={1000} />
      </ActionForm>
    </Section>
  );
}
