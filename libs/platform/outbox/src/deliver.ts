/** Hands pending events to subscribers: in order per subject, once in effect; a poison event is parked alone (EVT-1). */
import { Injectable, Logger } from '@nestjs/common';
import { Deployment, describeError, systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { claimPending, lockPending, markDone, markFailed, type Pending } from './delivery.store';
import { HANDLER_LIMIT, inTime, limitStatements } from './in-time';
import type { ReceivedEvent, Subscriber } from './subscribers';
import { Subscribers } from './subscribers';

/** Tries before an event is parked for a person to look at. */
const ATTEMPTS = 5;

/** Seconds before the 2nd, 3rd … try: what passes by itself has passed by then. Under the manual clock nothing waits. */
const WAITS = [5, 30, 120, 600];

/** A delivery, who gets it, and what he gets. */
interface Letter {
  readonly delivery: Pending;
  readonly subscriber: Subscriber;
  /** Opened when it is handed over: values that cannot be opened are that delivery's failure alone. */
  readonly open: () => ReceivedEvent<unknown, unknown>;
}

/** One that failed, of a batch that was taken back. */
interface Failed {
  readonly letter: Letter;
  readonly error: unknown;
}

/** A handler that does not settle. Where it took many at once nobody knows of which it was. */
class NeverSettled extends Error {
  override readonly name = 'NeverSettled';

  constructor(readonly delivery?: Pending) {
    super('the handler did not settle in time');
  }
}

@Injectable()
export class Deliverer {
  /** How long a handler may take, milliseconds. */
  limit = HANDLER_LIMIT;
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
    for (let alone = false; ;) {
      try {
        return await this.round(names, alone);
      } catch (error) {
        if (!(error instanceof NeverSettled)) throw error;
        // The others of its batch are still to come.
        if (error.delivery) await this.givenUp(error.delivery, error);
        else if (alone) throw error;
        alone = !error.delivery;
      }
    }
  }

  /** @param alone each by itself: one of those that go together never settled */
  private async round(names: readonly string[], alone: boolean): Promise<number> {
    return this.work.run(systemActor('outbox'), async (tx) => {
      // In one trip, in this order.
      const [, pending] = await Promise.all([
        tx.query(`select ${limitStatements(this.limit)}`),
        claimPending(tx, names),
      ]);
      const letters = await this.letters(tx, pending);
      if (letters.length === 0) return 0;
      const done = !alone && letters.length > 1 && (await this.together(tx, letters));
      if (done !== true) await this.oneByOne(tx, letters, done || undefined);
      return letters.length;
    });
  }

  private async letters(tx: Transaction, pending: readonly Pending[]): Promise<Letter[]> {
    const keyIds = pending.flatMap(({ key_id }) => (key_id ? [key_id] : []));
    const keys = await this.keys.load(keyIds, tx);
    return pending.flatMap((delivery) => {
      const subscriber = this.subscribers.get(delivery.subscriber);
      return subscriber ? [{ delivery, subscriber, open: () => this.opened(delivery, subscriber, keys) }] : [];
    });
  }

  /** All of them behind one savepoint. @returns which failed where it can be said, `false` where it cannot */
  private async together(tx: Transaction, letters: readonly Letter[]): Promise<true | false | Failed> {
    let current: Letter | undefined;
    const outcome = await this.work.attempt(tx, async () => {
      for (const { handleAll, group } of bulks(letters)) {
        const events = group.map(({ open }) => open());
        await inTime(
          this.limit,
          async () => {
            await handleAll(tx, events);
            await tx.flush();
          },
          () => new NeverSettled(group.length === 1 ? group[0]?.delivery : undefined),
        );
      }
      for (const letter of letters.filter(({ subscriber }) => !subscriber.handleAll)) {
        current = letter;
        await this.handOver(tx, letter);
      }
    });
    if (!outcome.ok && outcome.error instanceof NeverSettled) throw outcome.error;
    if (!outcome.ok) return current ? { letter: current, error: outcome.error } : false;
    await markDone(
      tx,
      letters.map(({ delivery }) => delivery.id),
    );
    return true;
  }

  /** Each behind its own savepoint; what comes after one that failed waits for it. */
  private async oneByOne(tx: Transaction, letters: readonly Letter[], known: Failed | undefined): Promise<void> {
    const stuck = new Set<string>();
    const done: string[] = [];
    for (const letter of letters) {
      const line = `${letter.delivery.subscriber}|${letter.delivery.subject_id}`;
      if (stuck.has(line)) continue;
      const outcome =
        known?.letter === letter
          ? ({ ok: false, error: known.error } as const)
          : await this.work.attempt(tx, () => this.handOver(tx, letter));
      if (!outcome.ok && outcome.error instanceof NeverSettled) throw outcome.error;
      if (outcome.ok) done.push(letter.delivery.id);
      else {
        stuck.add(line);
        await this.failed(tx, letter.delivery, outcome.error);
      }
    }
    await markDone(tx, done);
  }

  /** Written at once: the next one may read what this one did. */
  private handOver(tx: Transaction, { delivery, subscriber, open }: Letter): Promise<void> {
    return inTime(
      this.limit,
      async () => {
        if (subscriber.handleAll) await subscriber.handleAll(tx, [open()]);
        else await subscriber.handle(tx, open());
        await tx.flush();
      },
      () => new NeverSettled(delivery),
    );
  }

  /** Its transaction was taken back, so that nothing it does later counts; the try is noted in one of its own. */
  private givenUp(delivery: Pending, error: Error): Promise<void> {
    return this.work.run(systemActor('outbox'), async (tx) => {
      if (await lockPending(tx, delivery)) await this.failed(tx, delivery, error);
    });
  }

  private opened(
    delivery: Pending,
    { event }: Subscriber,
    keys: ReadonlyMap<string, Buffer>,
  ): ReceivedEvent<unknown, unknown> {
    const personal = this.keys.open(keys, delivery.key_id, delivery.sealed_values);
    return {
      eventId: delivery.event_id,
      subject: { module: delivery.module, kind: delivery.kind, id: delivery.subject_id },
      payload: event.payload.parse(delivery.payload),
      personal: personal === undefined ? undefined : event.personal.parse(personal),
      keyId: delivery.key_id,
      at: delivery.at,
      caughtUp: delivery.caught_up,
    };
  }

  private async failed(tx: Transaction, delivery: Pending, error: unknown): Promise<void> {
    const attempts = delivery.attempts + 1;
    const state = attempts >= ATTEMPTS ? 'parked' : 'pending';
    const tryAt = state === 'pending' ? this.nextTry(attempts, tx.now) : null;
    await markFailed(tx, delivery.id, { state, attempts, error: describeError(error), tryAt });
    this.logger.warn(`${delivery.subscriber} could not handle event ${delivery.event_id} (try ${attempts}, ${state})`);
  }

  /** `null`: at once. */
  private nextTry(attempts: number, now: Date): Date | null {
    const wait = this.deployment.settings.clock === 'manual' ? undefined : WAITS[attempts - 1];
    return wait === undefined ? null : new Date(now.getTime() + wait * 1_000);
  }
}

/** Letters of those who take many at once, always in the same order: two deliverers never wait for each other. */
function bulks(letters: readonly Letter[]) {
  const groups = new Map<Subscriber, Letter[]>();
  for (const letter of letters) {
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
