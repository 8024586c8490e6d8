/** Endpoints: registered, changed, switched on and off, given a new secret; each act is audited (EVT-3, IDN-3). */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField } from '@bihuan/plugin-kit';
import { EVENTS } from '@bihuan/events';
import { realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { newSecret } from '../send/signature';
import { TARGET_WORDS, targetFault } from '../send/target.rules';
import type { AddEndpoint, ChangeEndpoint } from '../webhooks.dto';
import { webhookErrors } from '../webhooks.errors';
import type { WebhookSettings } from '../webhooks.settings';
import { WEBHOOK_SETTINGS } from '../webhooks.settings';
import type { EndpointRow } from './endpoint.row';
import { allowedActions, endpointStore, endpointSubject, stateOf } from './endpoint.row';

/** How long the secret before is good beside the new one, milliseconds of real time. */
const BOTH_GOOD = 86_400_000;

@Injectable()
export class Endpoints {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    @Inject(WEBHOOK_SETTINGS) private readonly settings: WebhookSettings,
  ) {}

  /** Answers its id, and the secret: it is shown this once. */
  async add(actor: UserActor, given: AddEndpoint): Promise<{ id: string; secret: string }> {
    this.check(given);
    const id = randomUUID();
    const secret = newSecret();
    await this.work.run(actor, async (tx) => {
      const row: EndpointRow = {
        ...given,
        id,
        version: 1,
        enabled: true,
        secret,
        previousSecret: null,
        previousUntil: null,
        failingSince: null,
        failingAt: null,
        failures: 0,
        notBefore: null,
        createdAt: tx.now,
      };
      endpointStore.add(tx, row);
      await this.note(tx, id, 'webhook-added', { after: told(row) });
    });
    return { id, secret };
  }

  async change(actor: UserActor, id: string, { version, ...given }: ChangeEndpoint): Promise<void> {
    this.check(given);
    await this.save(actor, id, version, 'webhook-changed', (row) => ({ ...row, ...defined(given) }));
  }

  /** Switched off it gets no events any more; those that wait are sent when it is on again. */
  async setEnabled(actor: UserActor, id: string, enabled: boolean, version: number | undefined): Promise<void> {
    await this.save(actor, id, version, enabled ? 'webhook-enabled' : 'webhook-disabled', (row) => {
      if (row.enabled === enabled) {
        throw webhookErrors['webhook-already']({ state: stateOf(row), allowedActions: allowedActions(row) });
      }
      return { ...row, enabled, failingSince: null, failingAt: null, failures: 0, notBefore: null };
    });
  }

  /** A new secret, shown this once; the one before signs beside it for a day. */
  async rotateSecret(
    actor: UserActor,
    id: string,
    version: number | undefined,
  ): Promise<{ secret: string; previousUntil: Date }> {
    const secret = newSecret();
    const previousUntil = new Date(realNow().getTime() + BOTH_GOOD);
    await this.save(actor, id, version, 'webhook-secret-rotated', (row) => ({
      ...row,
      secret,
      previousSecret: row.secret,
      previousUntil,
    }));
    return { secret, previousUntil };
  }

  private async save(
    actor: UserActor,
    id: string,
    version: number | undefined,
    action: string,
    change: (row: EndpointRow) => EndpointRow,
  ): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const before = await endpointStore.lock(tx, id);
      demandVersion(before, version);
      const after = await endpointStore.save(tx, before, change(before));
      await this.note(tx, id, action, { before: told(before), after: told(after) });
    });
  }

  private check({ url, events }: { readonly url?: string | undefined; readonly events?: string[] | undefined }): void {
    const fault = url === undefined ? undefined : targetFault(url, this.settings);
    if (fault) throw invalidField('/url', fault, TARGET_WORDS[fault]);
    const unknown = (events ?? []).flatMap((event, index) => (EVENTS.has(event) ? [] : [index]));
    if (unknown.length === 0) return;
    const known = [...EVENTS.keys()].sort().join(', ');
    const detail = `没有该事件；可选： / There is no such event; choose from: ${known}`;
    throw commonErrors['invalid-input']({
      errors: unknown.map((index) => ({ pointer: `/events/${index}`, code: 'unknown-event', detail })),
    });
  }

  private note(tx: Transaction, id: string, action: string, data: Record<string, unknown>): Promise<void> {
    return this.recorder.record(tx, { subject: endpointSubject(id), action, data });
  }
}

const defined = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;

/** What the audit log keeps: no secret, and of the address nothing behind `?`, where receivers put theirs. */
const told = ({ name, url, events, personal, enabled }: EndpointRow) => ({
  name,
  url: url.replace(/\?.*$/, '?…'),
  events,
  personal,
  enabled,
});
