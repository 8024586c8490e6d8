/** Customers' evaluations, and one of them: is it a complaint (RVT-8, RVT-8b)? */
import {
  Facts,
  formatInstant,
  MatterActs,
  MatterListPage,
  MatterPage,
  Section,
  TextField,
  useLanguage,
  useSubjectPath,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import type { EvaluationView } from '@bihuan/revisit-contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useRevisitSection } from '../api/pack';
import { evaluationPath, evaluations } from '../api/tasks';
import { evaluationTexts } from '../locales/evaluation-texts';

/** The item in the reader's language. */
function useItem(): (code: string) => string {
  const title = useTitle();
  const items = useRevisitSection().evaluation?.items ?? [];
  return (code) => title(items.find((item) => item.code === code)?.title ?? code);
}

export function EvaluationsPage() {
  const t = useTexts(evaluationTexts);
  const item = useItem();
  const columns: TableColumnsType<EvaluationView> = [
    { title: t('item'), width: 110, render: (_, line) => item(line.item) },
    { title: t('technicalLevel'), width: 90, align: 'right', dataIndex: 'technicalLevel' },
    { title: t('attitude'), width: 90, align: 'right', dataIndex: 'attitude' },
    { title: t('remark'), ellipsis: true, dataIndex: 'remark' },
    { title: t('engineer'), width: 110, render: (_, { engineer }) => engineer?.name },
    { title: t('month'), width: 90, dataIndex: 'month' },
  ];
  return (
    <MatterListPage
      of={evaluations}
      title={t('title')}
      path={evaluationPath}
      columns={columns}
      segments={[
        { value: 'open', label: t('toConfirm') },
        { value: 'all', label: t('all') },
      ]}
      rowClassName={({ replacedBy }) => (replacedBy ? 'bh-muted' : '')}
      empty={{ title: t('empty'), help: t('emptyHelp') }}
    />
  );
}

export function EvaluationPage() {
  const t = useTexts(evaluationTexts);
  const language = useLanguage();
  const item = useItem();
  const path = useSubjectPath();
  return (
    <MatterPage
      of={evaluations}
      beside={({ replacedBy }) => (replacedBy ? <span className="bh-tag">{t('replaced')}</span> : null)}
      acts={(row) => (
        <MatterActs
          of={evaluations}
          matter={row}
          acts={{
            confirm: { note: t('confirmNote'), fields: <TextField name="text" label={t('text')} rows={1} /> },
            dismiss: { fields: <TextField name="reason" label={t('reason')} rows={1} required /> },
          }}
        />
      )}
      story={(row) => (
        <>
          <p className="bh-big-number">
            {t('technicalLevel')} {row.technicalLevel} · {t('attitude')} {row.attitude}
          </p>
          {row.remark ? <p className="bh-description">{row.remark}</p> : null}
        </>
      )}
      facts={(row) => {
        const matter = path(row.subject);
        const complaint = row.complaint && path({ module: 'complaints', kind: 'complaint', id: row.complaint.id });
        return (
          <Section title={t('title')}>
            <Facts
              rows={[
                [t('item'), item(row.item)],
                // Where none was named, the matter itself is the project: it stands in the next row.
                [t('project'), row.project === row.number ? undefined : row.project],
                [t('matter'), matter ? <Link to={matter}>{row.number}</Link> : row.number],
                [t('customer'), row.customerName],
                [t('evaluator'), row.evaluator],
                [t('engineer'), row.engineer?.name],
                [t('department'), row.unit?.name],
                [t('division'), row.division?.name],
                [t('given'), formatInstant(row.createdAt, language)],
                [t('decision'), row.decision],
                [
                  t('complaint'),
                  complaint ? <Link to={complaint}>{row.complaint?.number}</Link> : row.complaint?.number,
                ],
              ]}
            />
          </Section>
        );
      }}
      papers={() => ['evaluation-sheet']}
    />
  );
}
