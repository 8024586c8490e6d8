/** The engineer's day on his phone: his orders by time and place, each with its clock and its next act (DSP-3, DSP-4). */
import {
  EmptyNote,
  formatShort,
  Loaded,
  MatterClock,
  Page,
  useLanguage,
  useMatters,
  useMe,
  useNow,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import type { WorkOrderLine } from '@bihuan/dispatch-contract';
import { Button } from 'antd';
import { Link } from 'react-router';
import { orders, phonePath, useCodeWords } from '../api/orders';
import { timeOf } from '../board/lane-layout';
import { dispatchTexts } from '../locales/texts';

/** Over for the engineer, though not yet for the desk. */
const DONE: readonly string[] = ['fed-back', 'verified', 'returned'];

/** What he still has to do, by the time he is to be there. */
export const byTime = (lines: readonly WorkOrderLine[]): readonly WorkOrderLine[] =>
  lines
    .filter(({ state }) => !DONE.includes(state))
    .sort((a, b) => (timeOf(a) ?? '9').localeCompare(timeOf(b) ?? '9') || a.number.localeCompare(b.number));

export function TodayPage() {
  const t = useTexts(dispatchTexts);
  const me = useMe();
  const query = useMatters(orders, { state: 'open', engineer: me.employeeId ?? undefined });
  return (
    <Page title={t('today')}>
      <div className="bh-phone">
        <Loaded query={query}>
          {({ pages }) => {
            const own = byTime(pages.flatMap(({ data }) => data));
            if (own.length === 0) return <EmptyNote title={t('todayEmpty')}>{t('todayHelp')}</EmptyNote>;
            return (
              <>
                {own.map((order) => (
                  <Stop key={order.id} order={order} />
                ))}
                {query.hasNextPage ? <Button onClick={() => void query.fetchNextPage()}>…</Button> : null}
              </>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

function Stop({ order }: { readonly order: WorkOrderLine }) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const now = useNow(60);
  const words = useCodeWords();
  const room = useRoomWords();
  const at = order.appointmentAt ?? order.requestedAt;
  return (
    <Link className="bh-stop" to={phonePath(order.id)}>
      <header>
        <MatterClock subject={orders.subject(order.id)} dueAt={order.dueAt} />
        <span className="bh-spacer" />
        <span className="bh-state">{room('dispatch', 'states', order.state)}</span>
      </header>
      <b>{[order.customerName, order.site].filter(Boolean).join(' · ') || order.number}</b>
      <div className="bh-muted">
        {[order.region, words('types', order.type), words('priorities', order.priority)].filter(Boolean).join(' · ')}
      </div>
      {at ? (
        <div>
          {order.appointmentAt ? t('appointmentAt') : t('requestedAt')} {formatShort(at, now, language)}
        </div>
      ) : null}
    </Link>
  );
}
