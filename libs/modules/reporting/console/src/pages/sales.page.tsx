/** Sales of the franchisees against their targets by month, quarter or year, beside their service cases (RPT-10). */
import { EmptyNote, ListTable, Loaded, Page, useTexts } from '@bihuan/console-kit';
import type { SalesLine, SalesView } from '@bihuan/reporting-contract';
import type { TableColumnsType } from 'antd';
import { useSales } from '../api/reporting';
import { PeriodPicker } from '../components/period-picker';
import { useAsked } from '../components/question';
import { percent } from '../format/value';
import { paperTexts } from '../locales/paper-texts';

const KINDS = ['month', 'quarter', 'year'] as const;

const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function SalesPage() {
  const t = useTexts(paperTexts);
  const { period, set } = useAsked();
  return (
    <Page
      title={t('sales')}
      actions={<PeriodPicker period={period} kinds={KINDS} onChange={(value) => set({ period: value })} />}
    >
      <Loaded query={useSales(period)}>{(sales) => <Lines sales={sales} />}</Loaded>
    </Page>
  );
}

interface Line extends SalesLine {
  readonly isTotal: boolean;
}

function Lines({ sales: { rows, total } }: { readonly sales: SalesView }) {
  const t = useTexts(paperTexts);
  const number = (title: string, width: number, of: (line: Line) => string) => ({
    title,
    width,
    align: 'right' as const,
    render: (_: unknown, line: Line) => of(line),
  });
  const columns: TableColumnsType<Line> = [
    {
      title: t('franchisee'),
      width: 200,
      render: (_, { franchisee }) => <span className="bh-number">{franchisee}</span>,
    },
    { title: t('name'), render: (_, { name, isTotal }) => (isTotal ? t('total') : name) },
    number(t('target'), 160, ({ target }) => yuan(target)),
    number(t('actual'), 160, ({ actual }) => yuan(actual)),
    {
      title: t('share'),
      width: 200,
      render: (_, { share }) => <Reached share={share} />,
    },
    number(t('complaints'), 90, ({ complaints }) => String(complaints)),
    number(t('workOrders'), 90, ({ workOrders }) => String(workOrders)),
  ];
  const lines = [
    ...rows.map((row) => ({ ...row, isTotal: false })),
    ...(rows.length > 0 ? [{ ...total, isTotal: true }] : []),
  ];
  return (
    <ListTable
      label={t('sales')}
      rows={lines}
      rowKey={({ franchisee, isTotal }) => (isTotal ? 'total' : franchisee)}
      columns={columns}
      rowClassName={({ isTotal }) => (isTotal ? 'bh-total' : '')}
      empty={<EmptyNote title={t('salesNone')}>{t('salesNoneHelp')}</EmptyNote>}
    />
  );
}

/** The share as a number on a bar that ends at the target. */
function Reached({ share }: { readonly share: number | null }) {
  if (share === null) return <>—</>;
  return (
    <span className="bh-reached">
      <span aria-hidden style={{ width: `${Math.min(100, share * 100)}%` }} />
      <b>{percent(share)}</b>
    </span>
  );
}
