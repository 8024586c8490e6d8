/** What the engine page says of events: what waits to be relayed, to be delivered, for a module, for a person (EVT-1, EVT-2). */
import type { EnginePart } from '@bihuan/plugin-kit';
import { capped } from '@bihuan/plugin-kit';
import type { UnitOfWork } from '@bihuan/database';

const PENDING = "outbox.delivery d where d.state = 'pending'";

export interface OutboxCounts {
  /** Events no relay has seen, and since when the oldest waits. */
  readonly unrelayed: number;
  readonly oldestUnrelayedAt: Date | null;
  /** Deliveries to be made; of them those that failed and wait for another try. */
  readonly pending: number;
  readonly retrying: number;
  readonly parked: number;
  readonly handOffs: number;
}

export class OutboxState implements EnginePart {
  constructor(private readonly work: UnitOfWork) {}

  async shared(): Promise<OutboxCounts | undefined> {
    const [row] = await this.work.query<OutboxCounts>(
      `select ${capped('outbox.event e where not e.relayed')} as unrelayed,
         (select e.at from outbox.event e where not e.relayed order by e.id limit 1) as "oldestUnrelayedAt",
         ${capped(PENDING)} as pending,
         ${capped(`${PENDING} and d.try_at is not null`)} as retrying,
         ${capped("outbox.delivery d where d.state = 'parked'")} as parked,
         ${capped("outbox.delivery d where d.state = 'waiting'")} as "handOffs"`,
    );
    return row;
  }
}
