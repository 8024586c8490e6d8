/** One order on the engineer's phone: where to go, whom to call, the next act, then everything else (DSP-3, DSP-8). */
import {
  formatPhone,
  Loaded,
  OpenClocks,
  Page,
  Section,
  Timeline,
  useMatter,
  useMatterClocks,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import { Collapse } from 'antd';
import { useParams } from 'react-router';
import { orders } from '../api/orders';
import { OrderActs } from '../components/order-acts';
import { KindFacts, ProgressFacts, WhereFacts } from '../components/order-facts';
import { OrderStory, SheetView } from '../components/order-story';
import { dispatchTexts } from '../locales/texts';

export function PhoneOrderPage() {
  const { id = '' } = useParams();
  return <Loaded query={useMatter(orders, id)}>{(order) => <Shown key={id} order={order} />}</Loaded>;
}

function Shown({ order }: { readonly order: WorkOrderView }) {
  const t = useTexts(dispatchTexts);
  const words = useRoomWords();
  const clocks = useMatterClocks(orders, order);
  return (
    <Page
      tab={order.number}
      title={<span className="bh-number">{order.number}</span>}
      beside={<span className="bh-state">{words('dispatch', 'states', order.state)}</span>}
    >
      <div className="bh-phone">
        <OpenClocks module="dispatch" clocks={clocks} />
        <Section>
          <b>{[order.customerName, order.site].filter(Boolean).join(' · ')}</b>
          {order.address ? <div>{order.address}</div> : null}
          {order.phone ? (
            <a className="bh-call" href={`tel:${order.phone}`}>
              {t('call')} {formatPhone(order.phone)}
            </a>
          ) : null}
          <OrderStory order={order} />
        </Section>
        <Section>
          <OrderActs order={order} />
        </Section>
        <Collapse
          size="small"
          items={[
            { key: 'sheet', label: t('sheet'), children: <SheetView order={order} /> },
            {
              key: 'details',
              label: t('details'),
              children: (
                <>
                  <WhereFacts order={order} />
                  <KindFacts order={order} />
                  <ProgressFacts order={order} />
                </>
              ),
            },
            { key: 'story', label: t('story'), children: <Timeline subject={orders.subject(order.id)} /> },
          ]}
        />
      </div>
    </Page>
  );
}
