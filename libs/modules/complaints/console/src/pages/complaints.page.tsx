/** The queue of complaints in the order of priority: importance, gravity, breadth, urgency (CMP-3). */
import {
  formatShort,
  MatterListPage,
  useCan,
  useChoices,
  useLanguage,
  useNow,
  usePunctuation,
  useTexts,
} from '@bihuan/console-kit';
import { COMPLAINTS_PERMISSIONS, type ComplaintLine } from '@bihuan/complaints-contract';
import type { TableColumnsType } from 'antd';
import { complaintPath, complaints, useClassName, useCodeWords, useLists } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';

export function ComplaintsPage() {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  const language = useLanguage();
  const now = useNow(60);
  const words = useCodeWords();
  const className = useClassName();
  const lists = useLists();
  const choices = useChoices();
  const may = useCan();
  const columns: TableColumnsType<ComplaintLine> = [
    {
      title: t('customer'),
      ellipsis: true,
      render: (_, { customerName, customerClass }) => (
        <>
          {customerClass ? <span className="bh-tag bh-tag-small">{className(customerClass)}</span> : null}{' '}
          {customerName}
        </>
      ),
    },
    ...(lists?.levels.length
      ? [{ title: t('level'), width: 100, render: (_: unknown, line: ComplaintLine) => words('levels', line.level) }]
      : []),
    {
      title: t('kind'),
      ellipsis: true,
      render: (_, { business, kind }) =>
        [words('businesses', business), words('kinds', kind)].filter(Boolean).join(' · '),
    },
    {
      title: t('gravity'),
      width: 104,
      render: (_, { gravity }) => marks.list(gravity.map((code) => words('gravities', code))),
    },
    {
      title: t('unit'),
      width: 148,
      ellipsis: true,
      render: (_, { unit, handler }) =>
        [unit?.name, handler?.name].filter(Boolean).join(' · ') || <span className="bh-muted">—</span>,
    },
    { title: t('channel'), width: 96, ellipsis: true, render: (_, { channel }) => words('channels', channel) },
    { title: t('heardAt'), width: 148, render: (_, { createdAt }) => formatShort(createdAt, now, language) },
  ];
  const filter = (name: string, label: string, options: ReturnType<typeof choices>) =>
    options.length > 0 ? [{ name, label, options: options as { value: string; label: string }[] }] : [];
  return (
    <MatterListPage
      of={complaints}
      title={t('complaints')}
      path={complaintPath}
      columns={columns}
      filters={[
        ...filter('level', t('level'), choices(lists?.levels)),
        ...filter('business', t('business'), choices(lists?.businesses)),
      ]}
      besideNumber={({ major, reserved, round }) => (
        <>
          {major ? <span className="bh-tag bh-tag-small">{t('major')}</span> : null}
          {reserved ? <span className="bh-tag bh-tag-small bh-tag-new">{t('reserved')}</span> : null}
          {round > 1 ? <span className="bh-muted bh-small"> {t('round', { round })}</span> : null}
        </>
      )}
      add={may(COMPLAINTS_PERMISSIONS.register) ? { label: t('newComplaint'), path: '/complaints/new' } : undefined}
      empty={{ title: t('empty'), help: t('emptyHelp') }}
    />
  );
}
