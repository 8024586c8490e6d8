/** The problem forms I may see, the most urgent first (HOT-6); a number typed or scanned finds its form (NUM-2). */
import {
  EmptyNote,
  formatShort,
  ListTable,
  Loaded,
  MatterClock,
  Page,
  useHotkeys,
  useLanguage,
  useNow,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import type { ProblemFormLine } from '@bihuan/hotline-contract';
import { Input, Segmented, type TableColumnsType } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useForms } from '../api/problem-forms';
import { useCategoryWords } from '../api/section';
import { hotlineTexts } from '../locales/texts';

const FILTERS = ['open', 'closed', 'all'] as const;

export function ProblemFormsPage() {
  const t = useTexts(hotlineTexts);
  const words = useRoomWords();
  const language = useLanguage();
  const now = useNow(60);
  const navigate = useNavigate();
  const { category } = useCategoryWords();
  const [state, setState] = useState<(typeof FILTERS)[number]>('open');
  const [typed, setTyped] = useState('');
  const query = useForms(state, useDeferredValue(typed.trim()));
  useHotkeys(
    FILTERS.map((filter, index) => ({
      keys: `alt+${index + 1}`,
      title: t(`list.${filter}`),
      run: () => setState(filter),
    })),
  );
  const columns: TableColumnsType<ProblemFormLine> = [
    { title: t('clock'), width: 190, render: (_, { id, dueAt }) => <MatterClock subjectId={id} dueAt={dueAt} /> },
    {
      title: t('number'),
      width: 184,
      render: (_, { number, round }) => (
        <>
          <span className="bh-number">{number}</span>
          {round > 1 ? <span className="bh-muted bh-small"> {t('round', { round })}</span> : null}
        </>
      ),
    },
    { title: t('state'), width: 90, render: (_, line) => words('hotline', 'states', line.state) },
    { title: t('formCategory'), width: 90, render: (_, line) => category(line.category) },
    { title: t('customer'), dataIndex: 'customerName', width: 140, ellipsis: true },
    { title: t('site'), dataIndex: 'site', ellipsis: true },
    { title: t('unit'), width: 130, render: (_, { unit }) => unit?.name ?? <span className="bh-muted">—</span> },
    {
      title: t('handler'),
      width: 90,
      render: (_, { handler }) => handler?.name ?? <span className="bh-muted">—</span>,
    },
    { title: t('officer'), width: 100, render: (_, { officer }) => officer.name },
    { title: t('madeAt'), width: 140, render: (_, { createdAt }) => formatShort(createdAt, now, language) },
  ];
  return (
    <Page
      title={t('forms')}
      actions={
        <>
          <Input
            className="bh-filter bh-number"
            allowClear
            inputMode="numeric"
            placeholder={t('numberSearch')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Segmented
            value={state}
            onChange={setState}
            options={FILTERS.map((value) => ({ value, label: t(`list.${value}`) }))}
          />
        </>
      }
    >
      <Loaded query={query}>
        {({ pages }) => (
          <ListTable
            label={t('forms')}
            rows={pages.flatMap(({ data }) => data)}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => void navigate(`/hotline/problem-forms/${id}`)}
            onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            empty={
              <EmptyNote title={t('formsEmpty')}>
                {t('formsEmptyHelp')} <Link to="/hotline/desk">{t('toDesk')}</Link>
              </EmptyNote>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
