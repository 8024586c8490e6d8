/** The rooms with a company, events to publish, and senders of several processes on one database. */
import { randomUUID } from 'node:crypto';
import { BlockList } from 'node:net';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { matterRevisited } from '@bihuan/events';
import { configureHttp, createHttpAdapter, Housekeeping, httpRoom } from '@bihuan/http';
import { noticesRoom } from '@bihuan/notices';
import { orgRoom, OrgSetup } from '@bihuan/org';
import { outboxRoom, Publisher, Relay } from '@bihuan/outbox';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { Deployment, systemActor } from '@bihuan/plugin-kit';
import { Policies, policiesRoom } from '@bihuan/policies';
import { DataKeys, privacyRoom } from '@bihuan/privacy';
import { edgeApp } from '@bihuan/testing-harness';
import { EndpointHealth } from '../deliveries/health';
import { WebhookPump } from '../deliveries/webhook-pump';
import { MANAGE } from '../webhooks.controller';
import { webhooksRoom } from '../webhooks.manifest';
import type { WebhookSettings } from '../webhooks.settings';

export const NOW = new Date('2026-09-17T10:00:00+08:00');
export const REVISITED = matterRevisited.name;

const ROOMS = [
  clockRoom,
  privacyRoom,
  auditRoom,
  outboxRoom,
  httpRoom,
  policiesRoom,
  orgRoom,
  noticesRoom,
  webhooksRoom,
];

export const admin: UserActor = {
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '管理员',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map([[MANAGE, 'all']]),
};

export const subject = (): Subject => ({ module: 'hotline', kind: 'problem-form', id: randomUUID() });

export const OPEN: WebhookSettings = { production: false, allowed: new BlockList(), timeout: 2_000 };

/** A delivery as the route shows it. */
export interface Shown {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly tryAt: string | null;
  readonly status: number | null;
  readonly error: string | null;
  readonly event: { readonly id: string; readonly name: string };
  readonly subject: Subject;
}

export async function webhookScene() {
  let actor: UserActor | undefined = admin;
  const edge = await edgeApp(ROOMS, { edge: { configureHttp, createHttpAdapter }, now: NOW, actor: () => actor });
  const { app, db } = edge;
  const { organisation, recipients } = app.get(Policies).pack();
  await app.get(OrgSetup).applyStructure(organisation, recipients);
  await app.get(OrgSetup).addFirstPeople(organisation.employees);
  const senders: WebhookPump[] = [];
  const work = app.get(UnitOfWork);
  const keys = app.get(DataKeys);

  async function call(method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}) {
    const reply = await app.inject({ method, url: `/api/${url}`, headers, ...(payload ? { payload } : {}) });
    return { status: reply.statusCode, body: reply.json() };
  }

  return {
    db,
    work,
    keys,
    call,
    bus: app.get(WakeBus),
    relay: () => app.get(Relay).relay(),
    /** From now on this person asks. */
    as(person: UserActor | undefined) {
      actor = person;
    },
    /** The suite's clock; never back. */
    async clock(seconds: number) {
      await db.query('update clock.manual_clock set now = $1', [new Date(NOW.getTime() + seconds * 1_000)]);
    },
    /** One process's sender; under the system clock a failed delivery waits before it is tried again. */
    sender({ clock = 'system', ...more }: Partial<WebhookSettings> & { clock?: 'system' | 'manual' } = {}) {
      const { settings, rooms } = app.get(Deployment);
      const deployment = new Deployment({ ...settings, clock }, rooms);
      const health = app.get(EndpointHealth, { strict: false });
      const made = new WebhookPump(work, keys, health, deployment, app.get(WakeBus), { ...OPEN, ...more });
      senders.push(made);
      return made;
    },
    /** Registers an endpoint for "revisit made". */
    async register(url: string, more: object = {}): Promise<{ id: string; secret: string; version: number }> {
      const { status, body } = await call('POST', 'webhooks', { name: '网管', url, events: [REVISITED], ...more });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body;
    },
    /** Publishes and relays "revisit made" with a serial number in `round`; answers the customer's key. */
    async revisited(about: Subject, round: number, customer: string | null = null): Promise<string> {
      const keyId = await work.run(systemActor('test'), async (tx) => {
        const key = keys.create(tx, customer);
        const payload = {
          taskId: randomUUID(),
          subject: about,
          round,
          satisfied: true,
          machineWorks: null,
          revisitedAt: tx.now.toISOString(),
          callerId: randomUUID(),
          keyId: key,
        };
        await app.get(Publisher).publish(tx, matterRevisited, about, payload, {
          keyId: key,
          values: { words: `用户原话 ${round}` },
        });
        return key;
      });
      await app.get(Relay).relay();
      return keyId;
    },
    async deliveries(endpoint: string, query = ''): Promise<Shown[]> {
      const { status, body } = await call('GET', `webhooks/${endpoint}/deliveries${query}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body.data;
    },
    /** Ends the senders made so far, with what they have in mind. */
    endSenders() {
      for (const sender of senders.splice(0)) sender.onModuleDestroy();
    },
    cleanUp: () => app.get(Housekeeping).round(),
    close: () => edge.close(),
  };
}

export type WebhookScene = Awaited<ReturnType<typeof webhookScene>>;
