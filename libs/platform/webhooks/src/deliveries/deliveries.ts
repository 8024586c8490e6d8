/** Deliveries as an administrator sees them; sent again, one or all from an instant on, or skipped (EVT-3). */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { EVENTS } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { leaseIsOver, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { endpointStore, endpointSubject } from '../endpoints/endpoint.row';
import { webhookErrors } from '../webhooks.errors';
import { FanOut } from './fan-out';

export const DELIVERY_STATES = ['pending', 'done', 'parked', 'skipped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryRow {
  readonly id: string;
  readonly seq: string;
  readonly eventId: string;
  readonly name: string;
  readonly module: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly at: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly tryAt: Date | null;
  readonly status: number | null;
  readonly error: string | null;
  readonly doneAt: Date | null;
}

export const actionsOf = (state: DeliveryState): string[] =>
  state === 'pending' || state === 'parked' ? ['replay', 'skip'] : ['replay'];

/** Whitelist of a row. */
export const deliveryView = (row: DeliveryRow) => ({
  id: row.id,
  event: { id: row.eventId, name: row.name, title: EVENTS.get(row.name)?.title ?? { zh: row.name, en: row.name } },
  subject: { module: row.module, kind: row.kind, id: row.subjectId },
  at: row.at,
  state: row.state,
  attempts: row.attempts,
  tryAt: row.tryAt,
  status: row.status,
  error: row.error,
  doneAt: row.doneAt,
  allowedActions: actionsOf(row.state),
});

/** Makes or wakes one delivery; what is being sent at this moment is left alone. */
const AGAIN =
  "state = 'pending', attempts = 0, try_at = $2, leased_until = null, status = null, error = null, done_at = null";
const AT_REST = `(d.state <> 'pending' or ${leaseIsOver('d.leased_until')})`;

@Injectable()
export class Deliveries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly fanOut: FanOut,
  ) {}

  /** The latest event first. @param before number of the event behind which the page begins */
  async list(
    endpointId: string,
    { state, before, limit }: { state: DeliveryState | undefined; before: string | undefined; limit: number },
  ): Promise<DeliveryRow[]> {
    const known = await this.work.query('select 1 from webhooks.endpoint where id = $1', [endpointId]);
    if (known.length === 0) throw commonErrors['not-found']();
    return this.work.query<DeliveryRow>(
      `select d.id, d.event_seq as seq, o.event_id as "eventId", o.name, o.module, o.kind,
         o.subject_id as "subjectId", o.at, d.state, d.attempts, d.try_at as "tryAt", d.status, d.error,
         d.done_at as "doneAt"
       from webhooks.delivery d join outbox.event o on o.id = d.event_seq
       where d.endpoint_id = $1 and ($2::text is null or d.state = $2) and ($3::bigint is null or d.event_seq < $3)
       order by d.event_seq desc limit $4`,
      [endpointId, state ?? null, before ?? null, limit],
    );
  }

  /** Sends one again, at once. @throws 404, 409 while it is being sent */
  async replay(actor: UserActor, endpointId: string, id: string): Promise<void> {
    await this.change(actor, endpointId, id, 'webhook-delivery-replayed', async (tx) =>
      tx.query(`update webhooks.delivery d set ${AGAIN} where d.id = $1 and ${AT_REST} returning id`, [id, tx.now]),
    );
  }

  /** Gives one up: what waits behind it goes on. @throws 404, 409 where it is over or being sent */
  async skip(actor: UserActor, endpointId: string, id: string): Promise<void> {
    await this.change(actor, endpointId, id, 'webhook-delivery-skipped', (tx) =>
      tx.query(
        `update webhooks.delivery d set state = 'skipped', try_at = null, leased_until = null, done_at = $2
         where d.id = $1 and d.state in ('pending', 'parked') and ${AT_REST} returning id`,
        [id, tx.now],
      ),
    );
  }

  /** All events of the endpoint's names from an instant on, also those it never had; in order. Answers how many. */
  async replayFrom(actor: UserActor, endpointId: string, from: Date): Promise<number> {
    return this.work.run(actor, async (tx) => {
      // Read, not locked: what is being noted of a delivery holds its row first and the endpoint's then.
      const [endpoint] = await endpointStore.find(tx, 'r.id = $1', [endpointId]);
      if (!endpoint) throw commonErrors['not-found']();
      const [made] = await tx.query<{ count: number }>(
        `with made as (
           insert into webhooks.delivery as d (endpoint_id, event_seq, subject_id, try_at)
           select $1, o.id, o.subject_id, $2 from outbox.event o
           where o.name = any($3) and o.at >= $4 and o.relayed order by o.id
           on conflict (endpoint_id, event_seq) do update set ${AGAIN} where ${AT_REST}
           returning 1)
         select count(*)::int as count from made`,
        [endpointId, tx.now, endpoint.events, from],
      );
      const count = made?.count ?? 0;
      await this.note(tx, endpointId, 'webhook-replayed', { from: from.toISOString(), count });
      return count;
    });
  }

  private async change(
    actor: UserActor,
    endpointId: string,
    id: string,
    action: string,
    act: (tx: Transaction) => Promise<unknown[]>,
  ): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const [row] = await tx.query<{ state: DeliveryState }>(
        'select state from webhooks.delivery where id = $1 and endpoint_id = $2 for update',
        [id, endpointId],
      );
      if (!row) throw commonErrors['not-found']();
      if ((await act(tx)).length === 0) {
        throw webhookErrors['delivery-wrong-state']({ state: row.state, allowedActions: actionsOf(row.state) });
      }
      await this.note(tx, endpointId, action, { delivery: id });
    });
  }

  private async note(
    tx: Transaction,
    endpointId: string,
    action: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    await this.recorder.record(tx, { subject: endpointSubject(endpointId), action, data });
    // Somebody looks at it: it is tried at once, however long it was left alone.
    await tx.query('update webhooks.endpoint set failures = 0, not_before = null where id = $1', [endpointId]);
    this.fanOut.wake(tx);
  }
}
