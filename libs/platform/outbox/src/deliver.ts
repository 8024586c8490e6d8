/** Hands pending events to subscribers: in order per subject, once in effect; a poison event is parked alone (EVT-1). */
import { Injectable, Logger } from '@nestjs/common';
import { Deployment, describeError, systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { DeadDeliverers, EVENTS_IN_HAND } from './deaths';
import { ATTEMPTS, claimPending, lockPending, markDone, markFailed, type Pending, thingOf } from './delivery.store';
import { InHand } from './in-hand';
import { HANDLER_LIMIT, limitStatements } from './in-time';
import { handOver, handOverMany, type Letter, letters, NeverSettled } from './letters';
import { Subscribers } from './subscribers';

/** Seconds before the 2nd, 3rd … try: what passes by itself has passed by then. Under the manual clock nothing waits. */
const WAITS = [5, 30, 120, 600];

/** One that failed, of a batch that was taken back. */
interface Failed {
  readonly letter: Letter<Pending>;
  readonly error: unknown;
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
    private readonly inHand: InHand,
    private readonly deaths: DeadDeliverers,
  ) {}

  /** Delivers a batch; several processes may do so at once. Answers how many were tried. */
  async deliver(): Promise<number> {
    const names = this.subscribers.values().map(({ name }) => name);
    if (names.length === 0) return 0;
    await this.deaths.settle();
    for (let [alone, count] = [false, 0]; ;) {
      try {
        const { tried, left } = await this.round(names, alone);
        count += tried;
        if (!left) return count;
      } catch (error) {
        if (!(error instanceof NeverSettled)) throw error;
        // The others of its batch are still to come.
        const delivery = error.event as Pending | undefined;
        if (delivery) await this.givenUp(delivery, error);
        else if (alone) throw error;
        alone = !delivery;
      }
    }
  }

  /**
   * @param alone each by itself: one of those that go together never settled
   * @returns `left`: some are to come after these
   */
  private async round(names: readonly string[], alone: boolean): Promise<{ tried: number; left: boolean }> {
    let leave = (): void => undefined;
    const round = this.work.run(systemActor('outbox'), async (tx) => {
      // In one trip, in this order.
      const [, pending] = await Promise.all([
        tx.query(`select ${limitStatements(this.limit)}`),
        claimPending(tx, names),
      ]);
      const addressed = pending.flatMap((delivery) => {
        const subscriber = this.subscribers.get(delivery.subscriber);
        return subscriber ? [[delivery, subscriber] as const] : [];
      });
      const all = await letters(tx, this.keys, addressed);
      if (all.length === 0) return { tried: 0, left: false };
      const { claimed, suspect } = apart(all);
      leave = await this.inHand.take(
        EVENTS_IN_HAND,
        claimed.map(({ event }) => thingOf(event)),
        suspect,
      );
      const done = !alone && claimed.length > 1 && (await this.together(tx, claimed));
      if (done !== true) await this.oneByOne(tx, claimed, done || undefined);
      return { tried: claimed.length, left: claimed.length < all.length };
    });
    return round.finally(() => leave());
  }

  /** All of them behind one savepoint. @returns which failed where it can be said, `false` where it cannot */
  private async together(tx: Transaction, claimed: readonly Letter<Pending>[]): Promise<true | false | Failed> {
    let current: Letter<Pending> | undefined;
    const outcome = await this.work.attempt(tx, async () => {
      await handOverMany(tx, claimed, this.limit);
      for (const letter of claimed.filter(({ subscriber }) => !subscriber.handleAll)) {
        current = letter;
        await handOver(tx, letter, this.limit);
      }
    });
    if (!outcome.ok && outcome.error instanceof NeverSettled) throw outcome.error;
    if (!outcome.ok) return current ? { letter: current, error: outcome.error } : false;
    await markDone(
      tx,
      claimed.map(({ event }) => event.id),
    );
    return true;
  }

  /** Each behind its own savepoint; what comes after one that failed waits for it. */
  private async oneByOne(
    tx: Transaction,
    claimed: readonly Letter<Pending>[],
    known: Failed | undefined,
  ): Promise<void> {
    const stuck = new Set<string>();
    const done: string[] = [];
    for (const letter of claimed) {
      const line = lineOf(letter);
      if (stuck.has(line)) continue;
      const outcome =
        known?.letter === letter
          ? ({ ok: false, error: known.error } as const)
          : await this.work.attempt(tx, () => handOver(tx, letter, this.limit));
      if (!outcome.ok && outcome.error instanceof NeverSettled) throw outcome.error;
      if (outcome.ok) done.push(letter.event.id);
      else {
        stuck.add(line);
        await this.failed(tx, letter.event, outcome.error);
      }
    }
    await markDone(tx, done);
  }

  /** Its transaction was taken back, so that nothing it does later counts; the try is noted in one of its own. */
  private givenUp(delivery: Pending, error: Error): Promise<void> {
    return this.work.run(systemActor('outbox'), async (tx) => {
      if (await lockPending(tx, delivery)) await this.failed(tx, delivery, error);
    });
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

const lineOf = ({ event }: Letter<Pending>): string => `${event.subscriber}|${event.subject_id}`;

interface Apart {
  readonly claimed: readonly Letter<Pending>[];
  /** The one of them, or one behind it in its line, was in hand when a process died. */
  readonly suspect: boolean;
}

/** What was in hand when a process died is tried alone, and after all others; nothing of its line overtakes it. */
function apart(all: readonly Letter<Pending>[]): Apart {
  const suspects = all.filter(({ event }) => event.died);
  if (suspects.length === 0) return { claimed: all, suspect: false };
  const lines = new Set(suspects.map(lineOf));
  const others = all.filter((letter) => !lines.has(lineOf(letter)));
  return others.length > 0 ? { claimed: others, suspect: false } : { claimed: all.slice(0, 1), suspect: true };
}
