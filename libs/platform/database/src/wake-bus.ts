/** Wake-up calls between processes over LISTEN/NOTIFY: hints only, nothing depends on their arrival. */
import type { OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Deployment } from '@bihuan/plugin-kit';

type Listener = (payload: string) => void;

/** How long calls are gathered before they are sent, milliseconds. NOTIFY inside the writers' transactions would make
 *  their commits queue behind one another. */
const GATHER = 15;
const RECONNECT = 1_000;

@Injectable()
export class WakeBus implements OnApplicationShutdown {
  private readonly logger = new Logger(WakeBus.name);
  private readonly listeners = new Map<string, Listener[]>();
  private readonly waiting = new Map<string, Set<string>>();
  private timer: NodeJS.Timeout | undefined;
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly db: DataSource,
    private readonly deployment: Deployment,
  ) {}

  /** Calls all processes' listeners of the channel soon; equal payloads within the gathering time are one call. */
  call(channel: string, payload = ''): void {
    const payloads = this.waiting.get(channel) ?? new Set<string>();
    payloads.add(payload);
    this.waiting.set(channel, payloads);
    this.timer ??= setTimeout(() => void this.send(), GATHER);
  }

  /**
   * Listens in this process. After a lost connection every listener is called once with an empty payload.
   *
   * @param channel lower-case letters and underscores
   */
  async listen(channel: string, listener: Listener): Promise<void> {
    const known = this.listeners.get(channel);
    if (known) {
      known.push(listener);
      return;
    }
    this.listeners.set(channel, [listener]);
    if (this.client) await this.client.query(`listen ${channel}`);
    else await (this.connecting ??= this.connect());
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    const calls = [...this.waiting].flatMap(([channel, payloads]) =>
      [...payloads].map((payload) => ({ channel, payload })),
    );
    this.waiting.clear();
    if (this.closed) return;
    try {
      await this.db.query(
        'select pg_notify(c.channel, c.payload) from json_to_recordset($1::json) as c(channel text, payload text)',
        [JSON.stringify(calls)],
      );
    } catch (error) {
      // The sweepers find what nobody was woken for.
      this.logger.warn(`wake-up call not sent: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.deployment.settings.databaseUrl,
      application_name: 'bihuan wake',
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload ?? '');
    });
    await client.connect();
    this.client = client;
    for (const channel of this.listeners.keys()) await client.query(`listen ${channel}`);
  }

  /** One attempt at a time, however many events tell of the same loss. */
  private lost(client: Client | undefined): void {
    if (this.closed || (this.client !== undefined && this.client !== client)) return;
    this.client = undefined;
    this.retry ??= setTimeout(() => void this.reconnect(), RECONNECT).unref();
  }

  private async reconnect(): Promise<void> {
    this.retry = undefined;
    if (this.closed || this.client) return;
    try {
      await this.connect();
    } catch {
      this.lost(this.client);
      return;
    }
    // Calls were missed meanwhile: every listener looks for itself.
    for (const listeners of this.listeners.values()) for (const listener of listeners) listener('');
  }
}
