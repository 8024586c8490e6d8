/** The problem forms I may see, the most urgent first (HOT-6); a number typed or scanned finds its form (NUM-2). */
import { formatShort, MatterListPage, useLanguage, useNow, useTexts } from '@bihuan/console-kit';
import type { ProblemFormLine } from '@bihuan/hotline-contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { formPath, problemForms } from '../api/problem-forms';
import { useCategoryWords } from '../api/section';
import { hotlineTexts } from '../locales/texts';

export function ProblemFormsPage() {
  const t = useTexts(hotlineTexts);
  const language = useLanguage();
  const now = useNow(60);
  const { category } = useCategoryWords();
  const columns: TableColumnsType<ProblemFormLine> = [
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
    <MatterListPage
      of={problemForms}
      title={t('forms')}
      path={formPath}
      columns={columns}
      besideNumber={({ round }) =>
        round > 1 ? <span className="bh-muted bh-small"> {t('round', { round })}</span> : null
      }
      empty={{
        title: t('formsEmpty'),
        help: (
          <>
            {t('formsEmptyHelp')} <Link to="/hotline/desk">{t('toDesk')}</Link>
          </>
        ),
      }}
    />
  );
}
