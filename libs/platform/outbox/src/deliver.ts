/** Hands pending events to subscribers: in order per subject, once in effect; a poison event is parked alone (EVT-1). */
import { Injectable, Logger } from '@nestjs/common';
import { Deployment, describeError, systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { Subscribers } from './subscribers';

const BATCH = 100;

/** Tries before an event is parked for a person to look at. */
const ATTEMPTS = 5;

/** Seconds before the 2nd, 3rd … try: what passes by itself has passed by then. Under the manual clock nothing waits. */
const WAITS = [5, 30, 120, 600];

interface Pending {
  id: string;
  subscriber: string;
  attempts: number;
  event_id: string;
  module: string;
  kind: string;
  subject_id: string;
  payload: unknown;
  key_id: string | null;
  sealed_values: Buffer | null;
  at: Date;
  caught_up: boolean;
}

@Injectable()
export class Deliverer {
  private readonly logger = new Logger(Deliverer.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly deployment: Deployment,
    private readonly keys: DataKeys,
    private readonly subscribers: Subscribers,
  ) {}

  /** Delivers a batch; several processes may do so at once. Answers how many were tried. */
  async deliver(): Promise<number> {
    const names = this.subscribers.values().map(({ name }) => name);
    if (names.length === 0) return 0;
    return this.work.run(systemActor('outbox'), async (tx) => {
      // Only the first unfinished delivery of a subject and subscriber: a later event waits for the earlier one.
      const pending = await tx.query<Pending>(
        `select d.id, d.subscriber, d.attempts, e.event_id, e.module, e.kind, e.subject_id, e.payload, e.key_id,
                e.sealed_values, e.at, exists (
                  select 1 from outbox.delivery h where h.event_seq = d.event_seq
                    and h.subscriber = split_part(d.subscriber, '.', 1) || '.hand-off') as caught_up
         from outbox.delivery d join outbox.event e on e.id = d.event_seq
         where d.state = 'pending' and d.subscriber = any($1) and (d.try_at is null or d.try_at <= $2) and not exists (
           select 1 from outbox.delivery b where b.subscriber = d.subscriber and b.subject_id = d.subject_id
             and b.event_seq < d.event_seq and b.state in ('pending', 'parked'))
         order by d.event_seq limit ${BATCH} for update of d skip locked`,
        [names, tx.now],
      );
      if (pending.length === 0) return 0;
      const keys = await this.keys.load(
        pending.flatMap(({ key_id }) => (key_id ? [key_id] : [])),
        tx,
      );
      for (const delivery of pending) await this.handle(tx, delivery, keys);
      return pending.length;
    });
  }

  /** `null`: at once. */
  private nextTry(attempts: number, now: Date): Date | null {
    const wait = this.deployment.settings.clock === 'manual' ? undefined : WAITS[attempts - 1];
    return wait === undefined ? null : new Date(now.getTime() + wait * 1_000);
  }

  private async handle(tx: Transaction, delivery: Pending, keys: ReadonlyMap<string, Buffer>): Promise<void> {
    const subscriber = this.subscribers.get(delivery.subscriber);
    if (!subscriber) return;
    const outcome = await this.work.attempt(tx, async () => {
      const personal = this.keys.open(keys, delivery.key_id, delivery.sealed_values);
      await subscriber.handle(tx, {
        eventId: delivery.event_id,
        subject: { module: delivery.module, kind: delivery.kind, id: delivery.subject_id },
        payload: subscriber.event.payload.parse(delivery.payload),
        personal: personal === undefined ? undefined : subscriber.event.personal.parse(personal),
        keyId: delivery.key_id,
        at: delivery.at,
        caughtUp: delivery.caught_up,
      });
    });
    if (outcome.ok) {
      await tx.query("update outbox.delivery set state = 'done', done_at = $2 where id = $1", [delivery.id, tx.now]);
      return;
    }
    const attempts = delivery.attempts + 1;
    const state = attempts >= ATTEMPTS ? 'parked' : 'pending';
    await tx.query('update outbox.delivery set state = $2, attempts = $3, error = $4, try_at = $5 where id = $1', [
      delivery.id,
      state,
      attempts,
      describeError(outcome.error),
      state === 'pending' ? this.nextTry(attempts, tx.now) : null,
    ]);
    this.logger.warn(`${delivery.subscriber} could not handle event ${delivery.event_id} (try ${attempts}, ${state})`);
  }
}
