/**
 * Turns new events into deliveries: one a subscriber, and a waiting hand-off where a module is missing (EVT-1, EVT-2).
 * Subscribers of this process that take many at once get theirs in passing, in the relay's own transaction.
 */
import { Injectable, Logger } from '@nestjs/common';
import { EVENTS } from '@bihuan/events';
import { Deployment, describeError, systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { InPassing } from './in-passing';
import type { Posted } from './letters';
import { Presence } from './presence';
import { RelayListeners } from './relay-listeners';
import { Subscribers } from './subscribers';

const BATCH = 500;

/** One relay at a time in the whole suite: a second one would take later events of a subject past the first one's. */
const LOCK = 7_201_003;

const deliveries = {
  table: 'outbox.delivery',
  columns: { event_seq: 'bigint', subject_id: 'uuid', subscriber: 'text', state: 'text', done_at: 'timestamptz' },
  suffix: 'on conflict do nothing',
} as const;

/** Name of the delivery that stands for a module which is not deployed. */
const handOff = (module: string) => `${module}.hand-off`;

/** An event that nobody has got yet. */
export interface Fresh extends Posted {
  readonly id: string;
  readonly name: string;
}

@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);
  /**
   * Not before all that waited when this process began is relayed: what killed the process before it may be among it,
   * and has to come as a delivery that counts its tries.
   */
  private passes = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly deployment: Deployment,
    private readonly subscribers: Subscribers,
    private readonly presence: Presence,
    private readonly listeners: RelayListeners,
    private readonly inPassing: InPassing,
  ) {}

  /** Relays what is new, in order; nothing while another process does so. Answers how many events. */
  async relay(): Promise<number> {
    if (!this.passes) {
      const count = await this.round(false);
      this.passes = count < BATCH;
      return count;
    }
    try {
      return await this.round(true);
    } catch (error) {
      // Whose fault it was shows when each is delivered by itself.
      this.logger.warn(`Nothing could be handed over in passing: ${describeError(error)}`);
      return this.round(false);
    }
  }

  private round(passing: boolean): Promise<number> {
    return this.work.run(systemActor('outbox'), async (tx) => {
      const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [LOCK]);
      if (!lock?.got) return 0;
      const events = await tx.query<Fresh>(
        `select id, name, event_id, module, kind, subject_id, payload, key_id, sealed_values, at, false as caught_up
         from outbox.event where not relayed order by id limit ${BATCH} for update`,
      );
      if (events.length === 0) return 0;
      const passed = passing ? await this.inPassing.handOver(tx, events) : undefined;
      await this.deliveries(tx, events, (event, subscriber) => passed?.has(event, subscriber) ?? false);
      const seqs = events.map(({ id }) => id);
      await tx.query('update outbox.event set relayed = true where id = any($1)', [seqs]);
      for (const listener of this.listeners.values()) await listener(tx, seqs);
      return events.length;
    });
  }

  private async deliveries(
    tx: Transaction,
    events: readonly Fresh[],
    isDone: (event: Fresh, subscriber: string) => boolean,
  ): Promise<void> {
    const elsewhere = await this.presence.elsewhere(tx);
    const runs = (module: string) => this.deployment.has(module) || elsewhere.modules.has(module);
    for (const event of events) {
      const add = (subscriber: string, state: 'pending' | 'waiting' | 'done') =>
        tx.append(deliveries, {
          event_seq: event.id,
          subject_id: event.subject_id,
          subscriber,
          state,
          done_at: state === 'done' ? tx.now : null,
        });
      for (const { name } of this.subscribers.of(event.name)) add(name, isDone(event, name) ? 'done' : 'pending');
      const handedTo = EVENTS.get(event.name)?.handOffTo ?? [];
      for (const { name, module } of elsewhere.subscribers.get(event.name) ?? []) {
        // A hand-off to a module that runs nowhere waits for a person or for its return, once.
        if (runs(module) || !handedTo.includes(module)) add(name, 'pending');
      }
      for (const module of handedTo) if (!runs(module)) add(handOff(module), 'waiting');
    }
  }

  /** A subscriber that wants the past gets all earlier events of its name, once, in order. Answers how many. */
  async tellPast(): Promise<number> {
    let count = 0;
    for (const { name, event } of this.subscribers.historians()) {
      count += await this.work.run(systemActor('outbox'), async (tx) => {
        const known = await tx.query(
          'insert into outbox.subscriber (name, since) values ($1, $2) on conflict do nothing returning name',
          [name, tx.now],
        );
        if (known.length === 0) return 0;
        const told = await tx.query(
          `insert into outbox.delivery (event_seq, subject_id, subscriber, state)
           select e.id, e.subject_id, $1, 'pending' from outbox.event e where e.name = $2 and e.relayed order by e.id
           on conflict do nothing returning id`,
          [name, event.name],
        );
        return told.length;
      });
    }
    return count;
  }

  /** Did something come to wait for a module that runs here: relayed by a process that did not know of it yet? */
  async missed(): Promise<boolean> {
    const here = this.deployment.rooms.map(({ id }) => handOff(id));
    const rows = await this.work.query(
      "select 1 from outbox.delivery where state = 'waiting' and subscriber = any($1) limit 1",
      [here],
    );
    return rows.length > 0;
  }

  /** A module that is deployed now gets what waited for it, once, in order. Answers how many hand-offs. */
  async catchUp(): Promise<number> {
    let count = 0;
    for (const { id } of this.deployment.rooms) {
      count += await this.work.run(systemActor('outbox'), async (tx) => {
        const waiting = await tx.query<{ event_seq: string; subject_id: string; name: string }>(
          `update outbox.delivery d set state = 'done', done_at = $2 from outbox.event e
           where d.subscriber = $1 and d.state = 'waiting' and e.id = d.event_seq
           returning d.event_seq, d.subject_id, e.name`,
          [handOff(id), tx.now],
        );
        for (const { event_seq, subject_id, name } of waiting) {
          for (const subscriber of this.subscribers.of(name)) {
            if (subscriber.name.startsWith(`${id}.`)) {
              tx.append(deliveries, { event_seq, subject_id, subscriber: subscriber.name, state: 'pending' });
            }
          }
        }
        return waiting.length;
      });
    }
    return count;
  }
}
