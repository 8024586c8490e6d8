/** The dispatcher's board: unassigned on top with clocks, a lane an engineer, suggestions with reasons (DSP-2, DSP-3). */
import { EmptyNote, Loaded, Page, Section, useCan, useSavedFilters, useTexts } from '@bihuan/console-kit';
import { DISPATCH_PERMISSIONS, type DispatchBoard } from '@bihuan/dispatch-contract';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useBoard } from '../api/orders';
import { useAssign } from '../board/assign';
import { Lanes } from '../board/lanes';
import { OrderCard } from '../board/order-card';
import { OrderPanel } from '../board/order-panel';
import { dispatchTexts } from '../locales/texts';

export function DispatchBoardPage() {
  const t = useTexts(dispatchTexts);
  const navigate = useNavigate();
  const may = useCan();
  return (
    <Page
      title={t('board')}
      actions={
        may(DISPATCH_PERMISSIONS.create) ? (
          <Button onClick={() => void navigate('/dispatch/orders/new')}>{t('newOrder')}</Button>
        ) : null
      }
    >
      <Loaded query={useBoard()}>{(board) => <Board board={board} />}</Loaded>
    </Page>
  );
}

function Board({ board }: { readonly board: DispatchBoard }) {
  const t = useTexts(dispatchTexts);
  const { get, set } = useSavedFilters();
  const assign = useAssign();
  const chosen = get('order') || undefined;
  const choose = (id: string): void => set('order', id);
  const drop = (id: string, assigneeId: string): void => {
    choose(id);
    void assign.send({ id, assigneeId });
  };
  return (
    <div className="bh-dispatch">
      <div>
        <Section title={t('unassigned', { count: board.unassigned.length })}>
          {board.unassigned.length === 0 ? (
            <EmptyNote title={t('unassignedEmpty')}>{t('unassignedHelp')}</EmptyNote>
          ) : (
            <div className="bh-cards" data-cards>
              {board.unassigned.map((order) => (
                <OrderCard key={order.id} order={order} chosen={order.id === chosen} onChoose={choose} />
              ))}
            </div>
          )}
          {board.more ? (
            <p className="bh-act-note">
              <Link to="/dispatch/orders">{t('moreOnList')}</Link>
            </p>
          ) : null}
        </Section>
        <Section title={t('lanes', { count: board.engineers.length })}>
          <Lanes
            lanes={board.engineers}
            chosen={chosen}
            onChoose={choose}
            onDrop={(id, engineer) => drop(id, engineer.id)}
          />
        </Section>
      </div>
      <div className="bh-dispatch-panel">
        {chosen ? (
          <OrderPanel id={chosen} assign={assign} />
        ) : (
          <Section>
            <EmptyNote title={t('pick')}>{t('pickHelp')}</EmptyNote>
          </Section>
        )}
      </div>
    </div>
  );
}
