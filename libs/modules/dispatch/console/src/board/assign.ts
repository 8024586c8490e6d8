/** Sends somebody on an order as it stands now: two dispatchers at once, and the second is told who was first. */
import { ApiError, useKeep, useRoomWords, useSubmit, useTexts, type Submit } from '@bihuan/console-kit';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { boardKey, orders } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

interface Sending {
  readonly id: string;
  readonly assigneeId: string;
}

export interface Assign {
  readonly send: (sending: Sending) => Promise<WorkOrderView | undefined>;
  readonly busy: boolean;
  readonly error: Submit<Sending, WorkOrderView>['error'];
  /** Somebody else was first with this order. */
  readonly taken: { readonly id: string; readonly words: string } | undefined;
  /** The order that was sent last: what is said is said of this one. */
  readonly sent: string | undefined;
}

export function useAssign(): Assign {
  const t = useTexts(dispatchTexts);
  const words = useRoomWords();
  const client = useQueryClient();
  const keep = useKeep(orders);
  const [taken, setTaken] = useState<Assign['taken']>();
  const [sentLast, setSentLast] = useState<string>();
  /** Tells who has it, where it is not to be assigned any more. */
  const isTaken = (order: WorkOrderView): boolean => {
    keep(order);
    if (order.allowedActions.includes('dispatch')) return false;
    setTaken({
      id: order.id,
      words: order.engineer
        ? t('taken', { name: order.engineer.name })
        : t('takenBySomebody', { state: words('dispatch', 'states', order.state) }),
    });
    return true;
  };
  const submit = useSubmit<Sending, WorkOrderView>(async ({ id, assigneeId }, options) => {
    const now = await orders.read(id);
    if (isTaken(now)) return now;
    setTaken(undefined);
    try {
      return await orders.act(id, 'dispatch', { assigneeId }, { ...options, version: now.version });
    } catch (problem) {
      // Lost by a moment: who was first stands on the order.
      const lost = problem instanceof ApiError && (problem.status === 409 || problem.isConflict);
      const after = lost ? await orders.read(id) : undefined;
      if (after && isTaken(after)) return after;
      throw problem;
    }
  });
  const send = async (sending: Sending): Promise<WorkOrderView | undefined> => {
    setSentLast(sending.id);
    const sent = await submit.send(sending);
    if (sent) keep(sent);
    void client.invalidateQueries({ queryKey: boardKey });
    void client.invalidateQueries({ queryKey: orders.key(sending.id) });
    return sent;
  };
  return { send, busy: submit.busy, error: submit.error, taken, sent: sentLast };
}
