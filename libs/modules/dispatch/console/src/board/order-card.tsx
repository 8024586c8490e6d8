/** An order as a card on the board: clock, number, what and where; it can be dragged onto an engineer. */
import { MatterClock, useRoomWords, useTexts } from '@bihuan/console-kit';
import type { WorkOrderLine } from '@bihuan/dispatch-contract';
import type { CSSProperties, DragEvent, KeyboardEvent } from 'react';
import { orders, useCodeWords } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

export const DRAGGED = 'application/x-bihuan-order';

export interface OrderCardProps {
  readonly order: WorkOrderLine;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
  readonly style?: CSSProperties;
  /** In a lane there is no room for more than the place. */
  readonly small?: boolean;
}

/** Moves the focus among the cards that stand together. */
function step(card: HTMLElement, by: 1 | -1): void {
  const cards = [...(card.closest('[data-cards]')?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  cards[cards.indexOf(card) + by]?.focus();
}

export function OrderCard({ order, chosen, onChoose, style, small = false }: OrderCardProps) {
  const t = useTexts(dispatchTexts);
  const words = useCodeWords();
  const room = useRoomWords();
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter') onChoose(order.id);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') step(event.currentTarget, 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') step(event.currentTarget, -1);
    else return;
    event.preventDefault();
  };
  const where = [order.customerName, order.site].filter(Boolean).join(' · ');
  return (
    <article
      className={`bh-card ${chosen ? 'bh-card-chosen' : ''} ${small ? 'bh-card-small' : ''}`}
      style={style}
      data-card={order.number}
      tabIndex={0}
      draggable
      aria-label={`${order.number} ${where}`}
      onClick={() => onChoose(order.id)}
      onKeyDown={keys}
      onDragStart={(event: DragEvent) => event.dataTransfer.setData(DRAGGED, order.id)}
    >
      <header>
        <MatterClock subject={orders.subject(order.id)} dueAt={order.dueAt} />
        {small ? null : (
          <>
            <span className="bh-spacer" />
            <span className="bh-muted bh-small">{room('dispatch', 'states', order.state)}</span>
          </>
        )}
      </header>
      <div className="bh-card-where" title={`${order.number} ${where}`}>
        {where || order.number}
      </div>
      {small ? (
        <div className="bh-muted bh-small">{room('dispatch', 'states', order.state)}</div>
      ) : (
        <div className="bh-muted bh-small">
          <span className="bh-number">{order.number}</span> · {words('priorities', order.priority)} ·{' '}
          {words('types', order.type)}
          {order.region ? ` · ${order.region}` : ''}
          {order.redispatches > 0 ? ` · ${t('redispatches')} ${order.redispatches}` : ''}
        </div>
      )}
    </article>
  );
}
