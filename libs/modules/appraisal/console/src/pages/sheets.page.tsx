/** A month's sheets with their points, its cut-offs, and who is late; HR releases what is scored (APR-5, APR-7). */
import { APPRAISAL_PERMISSIONS as MAY, type PeriodView, type SheetLine } from '@bihuan/appraisal-contract';
import {
  EmptyNote,
  ErrorNote,
  KeyHint,
  ListTable,
  Loaded,
  Page,
  useCan,
  useHotkeys,
  useRoomWords,
  useSavedFilters,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sheetPath, sheets, usePeriods, useSheets } from '../api/appraisal';
import { CutOffs } from '../components/cut-offs';
import { Lateness } from '../components/lateness';
import { appraisalTexts } from '../locales/texts';

export function SheetsPage() {
  return <Loaded query={usePeriods()}>{({ data }) => <Months months={data} />}</Loaded>;
}

/** The month whose appraisal is under way, else the one that runs. */
const present = (months: readonly PeriodView[]): string =>
  (months.find(({ state, sheets: counts }) => state !== 'open' && counts.released < counts.total) ?? months[0])
    ?.period ?? '';

function Months({ months }: { readonly months: readonly PeriodView[] }) {
  const t = useTexts(appraisalTexts);
  const { get, set } = useSavedFilters();
  const period = get('month') || present(months);
  const late = get('late') === 'true';
  const query = useSheets(period, late ? { late: 'true' } : {});
  const month = months.find((one) => one.period === period);
  useHotkeys([
    { keys: 'alt+1', title: t('all'), run: () => set('late', undefined) },
    { keys: 'alt+2', title: t('lateOnly'), run: () => set('late', 'true') },
  ]);
  return (
    <Page
      title={t('sheets')}
      beside={month ? <span className="bh-state">{t(`state.${month.state}`)}</span> : null}
      actions={
        <>
          <Select
            className="bh-filter"
            aria-label={t('month')}
            value={period}
            options={months.map((one) => ({ value: one.period, label: one.period }))}
            onChange={(value) => set('month', value)}
          />
          <Segmented
            value={late ? 'late' : 'all'}
            onChange={(value) => set('late', value === 'late' ? 'true' : undefined)}
            options={[
              { value: 'all', label: t('all') },
              { value: 'late', label: t('lateOnly') },
            ]}
          />
          {query.data ? <ReleaseAll lines={query.data} /> : null}
        </>
      }
    >
      {month ? <CutOffs month={month} /> : null}
      <Loaded query={query}>{(lines) => <SheetTable lines={lines} />}</Loaded>
    </Page>
  );
}

function SheetTable({ lines }: { readonly lines: readonly SheetLine[] }) {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const words = useRoomWords();
  const navigate = useNavigate();
  const parts = lines[0]?.parts ?? [];
  const columns: TableColumnsType<SheetLine> = [
    { title: t('staffNumber'), width: 68, render: (_, { staffNumber }) => staffNumber },
    { title: t('name'), width: 84, render: (_, { employee }) => employee.name },
    { title: t('unit'), render: (_, { unit }) => unit.name },
    { title: t('head'), width: 76, render: (_, { head }) => head?.name },
    {
      title: '',
      width: 200,
      render: (_, line) => (
        <>
          {words('appraisal', 'states', line.state)} <Lateness {...line} />
        </>
      ),
    },
    ...parts.map(({ code, title: named, weight }) => ({
      title: `${title(named)} ${weight}`,
      width: 88,
      align: 'right' as const,
      render: (_: unknown, line: SheetLine) => line.parts.find((part) => part.code === code)?.points ?? '—',
    })),
    {
      title: t('incentiveShort'),
      width: 64,
      align: 'right',
      render: (_, { totals }) => (totals.incentive === 0 ? '' : totals.incentive),
    },
    { title: t('totalShort'), width: 72, align: 'right', render: (_, { total }) => <strong>{total ?? '—'}</strong> },
  ];
  return (
    <ListTable
      label={t('sheets')}
      rows={lines}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => void navigate(sheetPath(id))}
      rowClassName={({ overdue }) => (overdue.length > 0 ? 'bh-late-row' : '')}
      empty={<EmptyNote title={t('sheetsEmpty')}>{t('sheetsHelp')}</EmptyNote>}
    />
  );
}

/** One after another; the first that is refused stops the rest and says why. */
function ReleaseAll({ lines }: { readonly lines: readonly SheetLine[] }) {
  const t = useTexts(appraisalTexts);
  const may = useCan()(MAY.release);
  const client = useQueryClient();
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<unknown>();
  const ready = lines.filter(({ allowedActions, total }) => allowedActions.includes('release') && total !== null);
  const run = async (): Promise<void> => {
    setError(undefined);
    try {
      for (const [index, { id, version }] of ready.entries()) {
        setDone(index);
        await sheets.act(id, 'release', {}, { version });
      }
    } catch (problem) {
      setError(problem);
    }
    setDone(undefined);
    await Promise.all([
      client.invalidateQueries({ queryKey: sheets.lists }),
      client.invalidateQueries({ queryKey: ['appraisal'] }),
      client.invalidateQueries({ queryKey: ['work'] }),
    ]);
  };
  useHotkeys(
    ready.length > 0 && may
      ? [{ keys: 'alt+r', title: t('releaseAll', { count: ready.length }), run: () => void run() }]
      : [],
  );
  if (!may || ready.length === 0) return error ? <ErrorNote error={error} /> : null;
  return (
    <>
      <Button type="primary" loading={done !== undefined} onClick={() => void run()}>
        {done === undefined ? t('releaseAll', { count: ready.length }) : t('releasing', { done, total: ready.length })}{' '}
        <KeyHint keys="alt+r" />
      </Button>
      {error ? <ErrorNote error={error} /> : null}
    </>
  );
}
