/** A publisher, relays and deliverers of several processes on one database, and subscribers that note what they got. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Recorder } from '@bihuan/audit';
import { WakeBus } from '@bihuan/database';
import type { Transaction } from '@bihuan/database';
import type { EventDefinition } from '@bihuan/events';
import { matterRevisited, problemFormConcluded, serviceComplaintRaised } from '@bihuan/events';
import type { Manifest, Settings, Subject } from '@bihuan/plugin-kit';
import { Deployment, systemActor } from '@bihuan/plugin-kit';
import { DataKeys } from '@bihuan/privacy';
import { DeadDeliverers } from '../deaths';
import { Deliverer } from '../deliver';
import { HandOffs } from '../hand-offs';
import { InHand } from '../in-hand';
import { InPassing } from '../in-passing';
import { Presence } from '../presence';
import { Publisher } from '../publish';
import { Relay } from '../relay';
import { RelayListeners } from '../relay-listeners';
import type { ReceivedEvent } from '../subscribers';
import { Subscribers } from '../subscribers';
import { scene, type Scene } from './scene';

export const actor = systemActor('test');
export const subject = (): Subject => ({ module: 'hotline', kind: 'problem-form', id: randomUUID() });

/** What a subscriber does with an event, besides noting it. */
export type React = (tx: Transaction, event: ReceivedEvent<unknown, unknown>) => Promise<void>;

/** One process of the suite with these modules. */
export class Process {
  readonly subscribers = new Subscribers();
  readonly presence: Presence;
  readonly relay: Relay;
  readonly deliverer: Deliverer;
  readonly handOffs: HandOffs;

  /** @param clock under the system clock a failed delivery waits before it is tried again */
  constructor(scene: Scene, modules: readonly string[], clock: Settings['clock'] = 'manual') {
    const rooms = modules.map((id) => ({ id }) as Manifest);
    const deployment = new Deployment({ clock, databaseUrl: scene.url } as Settings, rooms);
    const keys = new DataKeys(scene.work);
    this.presence = new Presence(scene.work, deployment, this.subscribers);
    const inHand = new InHand(deployment, scene.work);
    const deaths = new DeadDeliverers(inHand);
    this.deliverer = new Deliverer(scene.work, deployment, keys, this.subscribers, inHand, deaths);
    this.relay = new Relay(
      scene.work,
      deployment,
      this.subscribers,
      this.presence,
      new RelayListeners(),
      new InPassing(keys, this.subscribers, this.deliverer, inHand),
    );
    this.handOffs = new HandOffs(scene.work, keys, new Recorder(keys));
  }

  /** A subscriber that writes what it got into `test.got`, then reacts. */
  hears(name: string, event: EventDefinition, react: React = () => Promise.resolve()): this {
    this.subscribers.subscribe({
      name,
      event,
      handle: async (tx, got) => {
        await tx.query(
          'insert into test.got (subscriber, subject, event_id, serial, caught_up, personal) values ($1, $2, $3, $4, $5, $6)',
          [
            name,
            got.subject.id,
            got.eventId,
            z.object({ round: z.number() }).parse(got.payload).round,
            got.caughtUp,
            JSON.stringify(got.personal ?? null),
          ],
        );
        await react(tx, got);
      },
    });
    return this;
  }

  /** One that takes many at once and notes what it got, call by call. */
  hearsMany(name: string, event: EventDefinition, calls: number[][], react: React = () => Promise.resolve()): this {
    this.subscribers.subscribe({
      name,
      event,
      handleAll: async (tx, events) => {
        const serials = events.map(({ payload }) => z.object({ round: z.number() }).parse(payload).round);
        for (const one of events) await react(tx, one);
        await tx.query(
          'insert into test.got (subscriber, subject, serial) select $1, s, n from unnest($2::uuid[], $3::int[]) as x(s, n)',
          [name, events.map(({ subject: about }) => about.id), serials],
        );
        calls.push(serials);
      },
    });
    return this;
  }

  /** Until nothing is new or pending. */
  async drain(): Promise<void> {
    while ((await this.relay.relay()) + (await this.deliverer.deliver()) > 0);
  }
}

export interface Got {
  readonly subscriber: string;
  readonly subject: string;
  readonly serial: number;
  readonly caught_up: boolean;
  readonly personal: unknown;
}

export class Post {
  private readonly publisher: Publisher;
  readonly keys: DataKeys;

  constructor(
    private readonly scene: Scene,
    bus: WakeBus,
  ) {
    this.keys = new DataKeys(scene.work);
    this.publisher = new Publisher(this.keys, bus);
  }

  static async open(scene: Scene): Promise<Post> {
    await scene.db.query('create schema test');
    await scene.db.query(`create table test.got (id bigint generated always as identity, subscriber text, subject uuid,
      event_id uuid, serial int, caught_up boolean, personal jsonb)`);
    return new Post(scene, new WakeBus(scene.db, new Deployment({ databaseUrl: scene.url } as Settings, [])));
  }

  /** Publishes "revisit made" with a serial number in `round`. */
  revisited(about: Subject, round: number, customer: string | null = null): Promise<void> {
    return this.scene.work.run(actor, (tx) => this.publishRevisited(tx, about, round, customer));
  }

  async publishRevisited(
    tx: Transaction,
    about: Subject,
    round: number,
    customer: string | null = null,
  ): Promise<void> {
    const keyId = this.keys.create(tx, customer);
    const payload = {
      taskId: randomUUID(),
      subject: about,
      round,
      satisfied: true,
      machineWorks: null,
      revisitedAt: tx.now.toISOString(),
      callerId: randomUUID(),
      keyId,
    };
    await this.publisher.publish(tx, matterRevisited, about, payload, { keyId, values: { words: `话 ${round}` } });
  }

  /** A hand-off to revisit. */
  concluded(about: Subject, round = 1): Promise<void> {
    return this.scene.work.run(actor, async (tx) => {
      const keyId = this.keys.create(tx, null);
      const payload = {
        formId: about.id,
        number: '2026091701001',
        round,
        category: 'technical',
        concludedAt: tx.now.toISOString(),
        customerId: null,
        siteId: null,
        unitId: randomUUID(),
        officerId: randomUUID(),
        handlerId: null,
        handlerName: null,
        keyId,
      };
      const values = {
        customerName: '王建国',
        phone: '13812345678',
        site: '营业厅',
        description: '吞卡',
        result: '已修',
      };
      await this.publisher.publish(tx, problemFormConcluded, about, payload, { keyId, values });
    });
  }

  got(subscriber?: string): Promise<Got[]> {
    return this.scene.work.query<Got>(
      'select subscriber, subject, serial, caught_up, personal from test.got where $1::text is null or subscriber = $1 order by id',
      [subscriber ?? null],
    );
  }

  /** Serials one subscriber got of one subject, in the order it got them. */
  async serials(subscriber: string, about: Subject): Promise<number[]> {
    return (await this.got(subscriber)).filter((each) => each.subject === about.id).map(({ serial }) => serial);
  }
}

export const revisited = matterRevisited as EventDefinition;
export const concluded = problemFormConcluded as EventDefinition;
export const complained = serviceComplaintRaised as EventDefinition;

export interface Delivery {
  readonly subscriber: string;
  readonly state: string;
  readonly attempts: number;
  readonly error: string | null;
}

/** A scene and a post of its own for each test of the file. */
export class Stage {
  private scene: Scene | undefined;
  private opened: Post | undefined;

  constructor() {
    beforeEach(async () => {
      this.scene = await scene();
      this.opened = await Post.open(this.scene);
    });
    afterEach(() => this.test.close());
  }

  get test(): Scene {
    return this.scene as Scene;
  }

  get post(): Post {
    return this.opened as Post;
  }

  /** Deliveries in the order in which they were made. */
  deliveries(): Promise<Delivery[]> {
    return this.test.work.query<Delivery>('select subscriber, state, attempts, error from outbox.delivery order by id');
  }
}
