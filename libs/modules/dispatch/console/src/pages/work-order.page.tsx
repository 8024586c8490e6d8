/** One work order: acts, story, sheet and its form 16, clocks, progress (DSP-1 … DSP-8, FRM-1). */
import { MatterPage, useMover, useTexts, type Mover } from '@bihuan/console-kit';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import { orders, useCodeWords } from '../api/orders';
import { moverOf } from '../components/mover-of';
import { OrderActs } from '../components/order-acts';
import { KindFacts, ProgressFacts, RelatedFacts, WhereFacts } from '../components/order-facts';
import { OrderStory, SheetView } from '../components/order-story';
import { dispatchTexts } from '../locales/texts';

/** Whose move, in words. */
export function useOrderMover(): (order: WorkOrderView) => Mover {
  const t = useTexts(dispatchTexts);
  const mover = useMover();
  return (order) => {
    const { who, name, employeeId, unitId } = moverOf(order);
    if (who === 'over') return mover(null);
    if (who === 'dispatcher' || !name) return { text: t('moveDispatcher') };
    return { text: mover(null, { id: '', name }).text, employeeId, unitId };
  };
}

export function WorkOrderPage() {
  const t = useTexts(dispatchTexts);
  const words = useCodeWords();
  const move = useOrderMover();
  return (
    <MatterPage
      of={orders}
      move={move}
      beside={({ priority, gradeRequired, grade, solvedAt }) => (
        <>
          <span className="bh-tag">{words('priorities', priority)}</span>
          {gradeRequired && !grade && solvedAt ? <span className="bh-tag bh-tag-new">{t('ungraded')}</span> : null}
        </>
      )}
      acts={(order) => <OrderActs order={order} />}
      story={(order) => <OrderStory order={order} />}
      facts={(order) => (
        <>
          <WhereFacts order={order} />
          <KindFacts order={order} />
          <ProgressFacts order={order} />
          <RelatedFacts order={order} />
        </>
      )}
      tabs={(order) => [{ key: 'sheet', label: t('sheet'), content: <SheetView order={order} /> }]}
      papers={() => ['service-sheet']}
    />
  );
}
