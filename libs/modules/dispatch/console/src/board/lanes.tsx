/** A lane an engineer over the hours of the day; an order dropped on it is sent to him (DSP-2). */
import { EmptyNote, useNow, useTexts, wallClock } from '@bihuan/console-kit';
import type { DispatchBoard } from '@bihuan/dispatch-contract';
import { useState, type CSSProperties, type DragEvent } from 'react';
import { dispatchTexts } from '../locales/texts';
import { CARD_WIDTH, FIRST_HOUR, LAST_HOUR, placeOrders, type PlacedOrder } from './lane-layout';
import { DRAGGED, OrderCard } from './order-card';

type Lane = DispatchBoard['engineers'][number];

export interface LanesProps {
  readonly lanes: readonly Lane[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** An order was dropped on this engineer. */
  readonly onDrop: (orderId: string, engineer: Lane['engineer']) => void;
}

const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, index) => FIRST_HOUR + index);

export function Lanes({ lanes, ...rest }: LanesProps) {
  const t = useTexts(dispatchTexts);
  const now = useNow(60);
  const { date, time } = wallClock(now);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const share = (hour + minute / 60 - FIRST_HOUR) / HOURS.length;
  if (lanes.length === 0) return <EmptyNote title={t('noEngineers')}>{t('noEngineersHelp')}</EmptyNote>;
  return (
    <div className="bh-lanes" style={{ '--hours': HOURS.length } as CSSProperties} data-cards>
      <div className="bh-lane bh-lane-head">
        <div />
        <div className="bh-lane-hours">
          {HOURS.map((each) => (
            <span key={each}>{each}:00</span>
          ))}
        </div>
        <span>{t('later')}</span>
      </div>
      {lanes.map((lane) => (
        <EngineerLane
          key={lane.engineer.id}
          lane={lane}
          day={date}
          now={share >= 0 && share <= 1 ? share : undefined}
          {...rest}
        />
      ))}
    </div>
  );
}

function EngineerLane(props: Omit<LanesProps, 'lanes'> & { lane: Lane; day: string; now: number | undefined }) {
  const { lane, day, now, chosen, onChoose, onDrop } = props;
  const t = useTexts(dispatchTexts);
  const [over, setOver] = useState(false);
  const placed = placeOrders(lane.orders, day);
  const today = placed.filter(({ column }) => column !== 'later');
  const later = placed.filter(({ column }) => column === 'later');
  const card = ({ order, column, row }: PlacedOrder) => (
    <OrderCard
      key={order.id}
      order={order}
      chosen={order.id === chosen}
      onChoose={onChoose}
      small
      style={column === 'later' ? {} : { gridColumn: `${column + 1} / span ${CARD_WIDTH}`, gridRow: row + 1 }}
    />
  );
  return (
    <section
      className={`bh-lane ${over ? 'bh-lane-over' : ''}`}
      aria-label={lane.engineer.name}
      onDragOver={(event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        setOver(false);
        const id = event.dataTransfer.getData(DRAGGED);
        if (id) onDrop(id, lane.engineer);
      }}
    >
      <div className="bh-lane-name">
        <b>{lane.engineer.name}</b> <span className="bh-muted">{t('openOrders', { count: lane.orders.length })}</span>
        <div className="bh-muted bh-small">
          {lane.unit?.name}
          {lane.onDuty === null ? '' : ` · ${lane.onDuty ? t('onDuty') : t('offDuty')}`}
        </div>
      </div>
      <div className="bh-lane-day">
        {now === undefined ? null : <i className="bh-lane-now" style={{ left: `${now * 100}%` }} />}
        {today.map(card)}
      </div>
      <div className="bh-lane-later">{later.map(card)}</div>
    </section>
  );
}
