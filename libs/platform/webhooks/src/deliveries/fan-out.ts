/** Makes one delivery an endpoint and event, in the transaction that relays the events (EVT-3). */
import { Injectable } from '@nestjs/common';
import { PUMP_CHANNEL } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';

/** Name of the pump that sends them. */
export const WEBHOOK_PUMP = 'webhooks';

@Injectable()
export class FanOut {
  constructor(private readonly bus: WakeBus) {}

  /** One statement for any number of events; an endpoint that is switched off gets none. */
  async relayed(tx: Transaction, eventSeqs: readonly string[]): Promise<void> {
    const [made] = await tx.query<{ any: boolean }>(
      `with made as (
         insert into webhooks.delivery (endpoint_id, event_seq, subject_id, try_at)
         select e.id, o.id, o.subject_id, $2 from outbox.event o
         join webhooks.endpoint e on e.enabled and o.name = any(e.events)
         where o.id = any($1) order by o.id
         on conflict do nothing returning 1)
       select exists (select 1 from made) as any`,
      [eventSeqs, tx.now],
    );
    if (made?.any) this.wake(tx);
  }

  wake(tx: Transaction): void {
    tx.memo('webhooks-wake', () => tx.afterCommit(() => this.bus.call(PUMP_CHANNEL, WEBHOOK_PUMP)));
  }
}
