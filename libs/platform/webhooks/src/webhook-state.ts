/** What the engine page says of webhooks: what waits, what is parked, who takes nothing (EVT-3). */
import type { EnginePart } from '@bihuan/plugin-kit';
import { capped } from '@bihuan/plugin-kit';
import type { UnitOfWork } from '@bihuan/database';

interface Counts {
  readonly waiting: number;
  readonly parked: number;
  readonly failing: number;
  readonly oldest: Date | null;
}

export class WebhookState implements EnginePart {
  constructor(private readonly work: UnitOfWork) {}

  async shared(): Promise<unknown> {
    const [row] = await this.work.query<Counts>(
      `select ${capped("webhooks.delivery d where d.state = 'pending'")} as waiting,
         ${capped("webhooks.delivery d where d.state = 'parked'")} as parked,
         (select count(*)::int from webhooks.endpoint where enabled and failing_at is not null) as failing,
         (select min(o.at) from webhooks.endpoint e cross join lateral (
            select d.event_seq from webhooks.delivery d where d.endpoint_id = e.id and d.state = 'pending'
            order by d.try_at limit 1) d join outbox.event o on o.id = d.event_seq where e.enabled) as oldest`,
    );
    return row;
  }
}
