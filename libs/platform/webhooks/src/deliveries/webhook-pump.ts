/** Sends what waits for endpoints; several processes share the work, and one that dies loses nothing (EVT-3). */
import type { OnModuleDestroy } from '@nestjs/common';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Deployment, describeError, systemActor } from '@bihuan/plugin-kit';
import type { Pump } from '@bihuan/clock';
import { PUMP_CHANNEL, realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { secretsOf } from '../endpoints/endpoint.row';
import type { Outcome } from '../send/post';
import { post } from '../send/post';
import { signed } from '../send/signature';
import type { WebhookSettings } from '../webhooks.settings';
import { WEBHOOK_SETTINGS } from '../webhooks.settings';
import { afterFailure, WAITS } from './delivery.rules';
import type { Claimed, Tried } from './delivery.store';
import { claim, giveBack, markDone, markFailed } from './delivery.store';
import { WEBHOOK_PUMP } from './fan-out';
import { EndpointHealth } from './health';

/** A round claims nothing new after this long, so that the process can end; what comes then is the next round's. */
const ROUND = 5_000;

/** While an endpoint takes its time, what is new for the others is looked for this often. Milliseconds. */
const LOOK = 250;

/** Waits up to this are timed here, milliseconds. */
const SOON = 30_000;

const ACTOR = systemActor('webhooks');

@Injectable()
export class WebhookPump implements Pump, OnModuleDestroy {
  private readonly logger = new Logger(WebhookPump.name);
  private readonly stop = new AbortController();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    private readonly health: EndpointHealth,
    private readonly deployment: Deployment,
    private readonly bus: WakeBus,
    @Inject(WEBHOOK_SETTINGS) private readonly settings: WebhookSettings,
  ) {}

  /** The next try after now: what is due already is being sent, perhaps by another process. */
  async nextDue(): Promise<Date | null> {
    const [row] = await this.work.query<{ due: Date | null }>(
      `select min(d.try_at) as due from webhooks.endpoint e
       join webhooks.delivery d on d.endpoint_id = e.id and d.state = 'pending' and d.try_at > $1 where e.enabled`,
      [await this.work.now()],
    );
    return row?.due ?? null;
  }

  /** Each endpoint has a lane of its own: one that hangs holds up no other. Answers how many tries were made. */
  async pump(): Promise<number> {
    const until = performance.now() + ROUND;
    const lanes = new Map<string, Promise<void>>();
    for (let tried = 0; ;) {
      const goesOn = performance.now() < until && !this.stop.signal.aborted;
      const busy = [...lanes.keys()];
      const claimed = goesOn ? await this.claim(busy) : [];
      tried += claimed.length;
      for (const [endpoint, batch] of byEndpoint(claimed)) {
        lanes.set(
          endpoint,
          this.lane(batch).finally(() => lanes.delete(endpoint)),
        );
      }
      // Empty-handed while an endpoint was busy says nothing about what waits for that one.
      if (claimed.length === 0 && busy.length === 0) return tried;
      if (claimed.length === 0 && lanes.size > 0) await soonest([...lanes.values()]);
    }
  }

  /** What is under way is broken off and given back before the database closes. */
  onModuleDestroy(): void {
    this.stop.abort();
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** Calls the senders when the next try is due, where that is soon; else, and where the call is lost, the sweeper does. */
  private callAgain(attempts: number): void {
    const wait = (WAITS[attempts - 1] ?? Infinity) * 1_000;
    if (wait > SOON || this.stop.signal.aborted) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.bus.call(PUMP_CHANNEL, WEBHOOK_PUMP);
    }, wait);
    timer.unref();
    this.timers.add(timer);
  }

  private claim(busy: readonly string[]): Promise<Claimed[]> {
    return this.work.run(ACTOR, (tx) => claim(tx, busy));
  }

  /** Never throws: what could not be noted is tried again when its lease is over. */
  private async lane(batch: readonly Claimed[]): Promise<void> {
    try {
      const bodies = await this.bodies(batch);
      const outcomes = await Promise.all(batch.map((delivery, index) => this.send(delivery, bodies[index] as string)));
      const tried = batch.map((delivery, index): Tried => ({ delivery, outcome: outcomes[index] as Outcome }));
      await this.work.run(ACTOR, (tx) => this.note(tx, tried));
    } catch (error) {
      this.logger.warn(`what became of webhooks was not noted: ${describeError(error)}`);
    }
  }

  private async bodies(batch: readonly Claimed[]): Promise<string[]> {
    const wanted = batch.flatMap(({ personal, keyId }) => (personal && keyId ? [keyId] : []));
    const keys = await this.keys.load(wanted);
    return batch.map(({ eventId, name, module, kind, subjectId, at, payload, personal, keyId, sealedValues }) => {
      // Absent where the endpoint may not have them, and where the customer was erased since (CUS-5).
      const values = personal ? this.keys.open(keys, keyId, sealedValues) : undefined;
      const subject = { module, kind, id: subjectId };
      return JSON.stringify({
        id: eventId,
        name,
        subject,
        at: at.toISOString(),
        payload,
        ...(values === undefined ? {} : { personal: values }),
      });
    });
  }

  private send(delivery: Claimed, body: string): Promise<Outcome> {
    const real = realNow();
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Bihuan-Webhooks/1',
      ...signed(delivery.eventId, real, body, secretsOf(delivery, real)),
    };
    return post({ url: delivery.url, body, headers }, this.settings, this.stop.signal);
  }

  /** What an endpoint took counts before what it did not: one that takes anything is alive, until the next failure. */
  private async note(tx: Transaction, tried: readonly Tried[]): Promise<void> {
    const done = tried.filter(({ outcome }) => outcome.ok);
    const [one] = done;
    if (one && (await markDone(tx, done))) await this.health.succeeded(tx, one.delivery.endpointId);
    for (const { delivery, outcome } of tried.filter((each) => !each.outcome.ok)) {
      await this.noteFailure(tx, delivery, outcome);
    }
  }

  private async noteFailure(tx: Transaction, delivery: Claimed, outcome: Outcome): Promise<void> {
    if (this.stop.signal.aborted) return giveBack(tx, delivery);
    const manual = this.deployment.settings.clock === 'manual';
    const next = afterFailure(delivery.attempts, tx.now, manual);
    if (!(await markFailed(tx, delivery, outcome, next))) return;
    await this.health.failed(tx, delivery.endpointId, outcome.error, manual);
    if (next.tryAt && !manual) tx.afterCommit(() => this.callAgain(delivery.attempts));
    const { id, attempts } = delivery;
    this.logger.warn(`webhook delivery ${id} failed: ${outcome.error} ${outcome.status ?? ''} (try ${attempts})`);
  }
}

function byEndpoint(claimed: readonly Claimed[]): Map<string, Claimed[]> {
  const groups = new Map<string, Claimed[]>();
  for (const delivery of claimed) {
    const group = groups.get(delivery.endpointId);
    if (group) group.push(delivery);
    else groups.set(delivery.endpointId, [delivery]);
  }
  return groups;
}

/** Until one of them is done, or it is time to look for others' work. */
async function soonest(lanes: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const look = new Promise<void>((done) => {
    timer = setTimeout(done, LOOK);
  });
  await Promise.race([...lanes, look]);
  clearTimeout(timer);
}
