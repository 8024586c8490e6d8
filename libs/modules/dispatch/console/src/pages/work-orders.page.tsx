/** The work orders I may see, the most urgent first (DSP-1, IDN-2). */
import { formatShort, MatterListPage, useCan, useChoices, useLanguage, useNow, useTexts } from '@bihuan/console-kit';
import { DISPATCH_PERMISSIONS, type WorkOrderLine } from '@bihuan/dispatch-contract';
import type { TableColumnsType } from 'antd';
import { orderPath, orders, useCodeWords, useSection } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

export function WorkOrdersPage() {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const now = useNow(60);
  const words = useCodeWords();
  const section = useSection();
  const choices = useChoices();
  const may = useCan();
  const columns: TableColumnsType<WorkOrderLine> = [
    { title: t('priority'), width: 72, render: (_, { priority }) => words('priorities', priority) },
    { title: t('type'), width: 104, ellipsis: true, render: (_, { type }) => words('types', type) },
    {
      title: t('customer'),
      ellipsis: true,
      render: (_, { customerName, site, region }) => (
        <>
          {customerName} <span className="bh-muted">{[site, region].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { title: t('customerClass'), width: 88, render: (_, line) => words('customerClasses', line.customerClass) },
    { title: t('unit'), width: 116, ellipsis: true, render: (_, { unit }) => unit?.name },
    {
      title: t('engineer'),
      width: 92,
      render: (_, { engineer, replacementWanted }) => (
        <>
          {engineer?.name ?? <span className="bh-muted">—</span>}
          {replacementWanted ? <span className="bh-tag bh-tag-small">{t('replacement')}</span> : null}
        </>
      ),
    },
    {
      title: t('appointmentAt'),
      width: 116,
      render: (_, { appointmentAt, requestedAt }) => {
        const at = appointmentAt ?? requestedAt;
        return at ? formatShort(at, now, language) : null;
      },
    },
  ];
  const list = (codes: Parameters<typeof choices>[0]) => choices(codes) as { value: string; label: string }[];
  return (
    <MatterListPage
      of={orders}
      title={t('orders')}
      path={orderPath}
      columns={columns}
      filters={[
        { name: 'type', label: t('type'), options: list(section?.types) },
        { name: 'priority', label: t('priority'), options: list(section?.priorities) },
      ]}
      besideNumber={({ redispatches }) =>
        redispatches > 0 ? <span className="bh-muted bh-small"> ↻{redispatches}</span> : null
      }
      add={may(DISPATCH_PERMISSIONS.create) ? { label: t('newOrder'), path: '/dispatch/orders/new' } : undefined}
      empty={{ title: t('empty'), help: t('emptyHelp') }}
    />
  );
}
