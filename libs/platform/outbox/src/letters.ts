/** An event as one subscriber gets it, and handing it over within the limit (EVT-1). */
import type { Transaction } from '@bihuan/database';
import type { DataKeys } from '@bihuan/privacy';
import { inTime } from './in-time';
import type { ReceivedEvent, Subscriber } from './subscribers';

/** What stands of an event in the outbox. */
export interface Posted {
  readonly event_id: string;
  readonly module: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly payload: unknown;
  readonly key_id: string | null;
  readonly sealed_values: Buffer | null;
  readonly at: Date;
  readonly caught_up: boolean;
}

/** An event, who gets it, and what he gets. */
export interface Letter<Event extends Posted = Posted> {
  readonly event: Event;
  readonly subscriber: Subscriber;
  /** Opened when it is handed over: values that cannot be opened are that delivery's failure alone. */
  readonly open: () => ReceivedEvent<unknown, unknown>;
}

/** A handler that does not settle. Where it took many at once nobody knows of which it was. */
export class NeverSettled extends Error {
  override readonly name = 'NeverSettled';

  constructor(readonly event?: Posted) {
    super('the handler did not settle in time');
  }
}

/** Loads the keys of all at once. */
export async function letters<Event extends Posted>(
  tx: Transaction,
  keys: DataKeys,
  addressed: readonly (readonly [Event, Subscriber])[],
): Promise<Letter<Event>[]> {
  const known = await keys.load(
    addressed.flatMap(([{ key_id }]) => (key_id ? [key_id] : [])),
    tx,
  );
  return addressed.map(([event, subscriber]) => ({
    event,
    subscriber,
    open: () => opened(event, subscriber, keys.open(known, event.key_id, event.sealed_values)),
  }));
}

function opened(event: Posted, subscriber: Subscriber, personal: unknown): ReceivedEvent<unknown, unknown> {
  return {
    eventId: event.event_id,
    subject: { module: event.module, kind: event.kind, id: event.subject_id },
    payload: subscriber.event.payload.parse(event.payload),
    personal: personal === undefined ? undefined : subscriber.event.personal.parse(personal),
    keyId: event.key_id,
    at: event.at,
    caughtUp: event.caught_up,
  };
}

/**
 * To those who take many at once, all of theirs in one call, always in the same order: two transactions never wait for
 * each other. Letters of others are left out.
 *
 * @param limit milliseconds a call may take
 * @throws NeverSettled, or what a handler throws; what was written is the caller's to take back
 */
export async function handOverMany(tx: Transaction, all: readonly Letter[], limit: number): Promise<void> {
  for (const { handleAll, group } of bulks(all)) {
    const events = group.map(({ open }) => open());
    await inTime(
      limit,
      async () => {
        await handleAll(tx, events);
        await tx.flush();
      },
      () => new NeverSettled(group.length === 1 ? group[0]?.event : undefined),
    );
  }
}

/** To one subscriber. Written at once: the next one may read what this one did. */
export function handOver(tx: Transaction, { event, subscriber, open }: Letter, limit: number): Promise<void> {
  return inTime(
    limit,
    async () => {
      if (subscriber.handleAll) await subscriber.handleAll(tx, [open()]);
      else await subscriber.handle(tx, open());
      await tx.flush();
    },
    () => new NeverSettled(event),
  );
}

function bulks(all: readonly Letter[]) {
  const groups = new Map<Subscriber, Letter[]>();
  for (const letter of all) {
    const group = groups.get(letter.subscriber);
    if (group) group.push(letter);
    else groups.set(letter.subscriber, [letter]);
  }
  return [...groups]
    .sort(([a], [b]) => (a.name < b.name ? -1 : 1))
    .flatMap(([subscriber, group]) =>
      subscriber.handleAll ? [{ handleAll: subscriber.handleAll.bind(subscriber), group }] : [],
    );
}
