/** The desk's queue: importance, gravity, then what is due first (APL-2b). */
import {
  formatShort,
  MatterListPage,
  useCan,
  useChoices,
  useLanguage,
  useNow,
  usePunctuation,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import { APPEALS_PERMISSIONS, type AppealLine } from '@bihuan/appeals-contract';
import type { TableColumnsType } from 'antd';
import { appealPath, appeals, useSection } from '../api/appeals';
import { appealsTexts } from '../locales/texts';

export function AppealsPage() {
  const t = useTexts(appealsTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const language = useLanguage();
  const now = useNow(60);
  const section = useSection();
  const choices = useChoices();
  const may = useCan();
  const list = (codes: Parameters<typeof choices>[0]) => choices(codes) as { value: string; label: string }[];
  const gravity = new Map(section?.gravities.map(({ code, title: named }) => [code, title(named)]));
  const columns: TableColumnsType<AppealLine> = [
    {
      title: t('regulator'),
      ellipsis: true,
      render: (_, { regulator, caseNumber, filed }) => (
        <>
          {title(regulator.title)} <span className="bh-number">{caseNumber}</span>{' '}
          <span className="bh-muted">{filed ? t('filedYes') : t('filedNo')}</span>
        </>
      ),
    },
    { title: t('appellant'), width: 130, ellipsis: true, dataIndex: 'appellant' },
    {
      title: t('business'),
      width: 190,
      ellipsis: true,
      render: (_, { business, nature }) => `${title(business.title)} · ${title(nature.title)}`,
    },
    {
      title: t('gravity'),
      width: 110,
      render: (_, line) => marks.list(line.gravity.map((code) => gravity.get(code) ?? code)),
    },
    {
      title: t('unit'),
      width: 170,
      ellipsis: true,
      render: (_, { unit, handler }) => [unit?.name, handler?.name].filter(Boolean).join(' · '),
    },
    {
      title: t('replyDueAt'),
      width: 140,
      render: (_, { replyDueAt }) => (replyDueAt ? formatShort(replyDueAt, now, language) : null),
    },
  ];
  return (
    <MatterListPage
      of={appeals}
      title={t('appeals')}
      path={appealPath}
      columns={columns}
      filters={[{ name: 'regulator', label: t('regulator'), options: list(section?.regulators) }]}
      besideNumber={({ keyCase, priority, sentBack }) => (
        <>
          {keyCase ? <span className="bh-tag bh-tag-small">{t('keyCase')}</span> : null}
          {priority ? <span className="bh-tag bh-tag-small">{t('priority')}</span> : null}
          {sentBack > 0 ? <span className="bh-muted bh-small"> {t('sentBackCount', { count: sentBack })}</span> : null}
        </>
      )}
      add={may(APPEALS_PERMISSIONS.receiveAppeal) ? { label: t('newAppeal'), path: '/appeals/new' } : undefined}
      empty={{ title: t('empty'), help: t('emptyHelp') }}
    />
  );
}
