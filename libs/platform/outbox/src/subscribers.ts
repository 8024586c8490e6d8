/** Who wants which event. One subscriber a file in its module; each handles an event once in effect (EVT-1). */
import type { EventDefinition } from '@bihuan/events';
import { Registry } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';

export interface ReceivedEvent<Payload, Personal> {
  readonly eventId: string;
  readonly subject: { readonly module: string; readonly kind: string; readonly id: string };
  readonly payload: Payload;
  /** Absent when the customer was erased since. */
  readonly personal: Personal | undefined;
  readonly keyId: string | null;
  /** When it happened. */
  readonly at: Date;
  /** It waited for this module to be deployed (EVT-2): matters long concluded need a person's look. */
  readonly caughtUp: boolean;
}

interface About<Payload, Personal> {
  /** `revisit.plan-fault-revisit`: begins with the module's id. */
  readonly name: string;
  readonly event: EventDefinition<Payload, Personal>;
  /** It wants the event's whole past too, once, when its module is deployed for the first time: figures, known cases. */
  readonly fromBeginning?: boolean;
}

/** Runs in one transaction with the mark that it is done: all of it or nothing. */
interface OneByOne<Payload, Personal> extends About<Payload, Personal> {
  handle(tx: Transaction, event: ReceivedEvent<Payload, Personal>): Promise<void>;
  readonly handleAll?: undefined;
}

/** For what comes in great numbers: many events in a few statements, in the order in which they happened. */
interface ManyAtOnce<Payload, Personal> extends About<Payload, Personal> {
  handleAll(tx: Transaction, events: readonly ReceivedEvent<Payload, Personal>[]): Promise<void>;
}

export type Subscriber<Payload = unknown, Personal = unknown> =
  OneByOne<Payload, Personal> | ManyAtOnce<Payload, Personal>;

export class Subscribers extends Registry<Subscriber> {
  constructor() {
    super('event subscribers');
  }

  /** Adds a subscriber under its own name. */
  subscribe<Payload, Personal>(subscriber: Subscriber<Payload, Personal>): void {
    this.add(subscriber.name, subscriber as Subscriber);
  }

  /** Those that want the past. */
  historians(): readonly Subscriber[] {
    return this.values().filter(({ fromBeginning }) => fromBeginning);
  }

  of(eventName: string): readonly Subscriber[] {
    return this.values().filter(({ event }) => event.name === eventName);
  }
}
