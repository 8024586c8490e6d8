/** Gathers what changed and gives each open stream the fresh rows its reader may see (DLN-6, IDN-2). */
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { Deployment } from '@bihuan/plugin-kit';
import { WakeBus } from '@bihuan/database';
import { LIVE_CHANNEL } from './live';
import type { LiveSource } from './sources';
import { concerns, LiveSources, personalTopic } from './sources';

/** Changes are gathered this long before the rows are read, milliseconds: a storm is one reading a stream. */
const GATHER = 150;

/** More changes than this at once: the reader is told to load the list again. */
const MOST = 200;

export interface LiveEvent {
  /** A topic, with fresh rows where it has any, or `refresh`: load again what you show of the topic. */
  readonly type: string;
  readonly data: { readonly topic: string; readonly rows?: readonly object[] };
}

export interface Listener {
  readonly actor: UserActor;
  readonly topics: ReadonlySet<string>;
  send(event: LiveEvent): void;
  /** The process stops. */
  end(): void;
}

@Injectable()
export class LiveHub implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(LiveHub.name);
  private readonly listeners = new Set<Listener>();
  private pending = new Map<string, Set<string>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly bus: WakeBus,
    private readonly sources: LiveSources,
    private readonly deployment: Deployment,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.deployment.servesHttp) await this.bus.listen(LIVE_CHANNEL, (payload) => this.note(payload));
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
  }

  /** Answers what takes the listener away again. */
  add(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private note(payload: string): void {
    if (this.listeners.size === 0) return;
    // Calls were missed while the connection was lost.
    if (payload === '') {
      for (const one of this.listeners) for (const topic of one.topics) one.send({ type: 'refresh', data: { topic } });
      return;
    }
    const [topic = '', ids = ''] = payload.split(':');
    const noted = this.pending.get(topic) ?? new Set<string>();
    for (const id of ids.split(',')) noted.add(id);
    this.pending.set(topic, noted);
    this.timer ??= setTimeout(() => void this.tell(), GATHER);
  }

  private async tell(): Promise<void> {
    this.timer = undefined;
    const changes = this.pending;
    this.pending = new Map();
    for (const [call, ids] of changes) {
      const source = this.sources.get(call);
      await Promise.all(
        [...this.listeners].map((one) => (source ? this.show(one, call, source, ids) : tellHim(one, call, ids))),
      );
    }
  }

  private async show(listener: Listener, topic: string, source: LiveSource, ids: ReadonlySet<string>): Promise<void> {
    if (!listener.topics.has(topic)) return;
    if (ids.size > MOST) return listener.send({ type: 'refresh', data: { topic } });
    try {
      const rows = await source.fresh(listener.actor, [...ids]);
      if (rows.length > 0) listener.send({ type: topic, data: { topic, rows } });
    } catch (error) {
      this.logger.warn(`live rows of ${topic} not read: ${error instanceof Error ? error.message : 'unknown'}`);
      listener.send({ type: 'refresh', data: { topic } });
    }
  }
}

function tellHim({ topics, actor, send }: Listener, call: string, ids: ReadonlySet<string>): void {
  const topic = personalTopic(call);
  if (topics.has(topic) && concerns(call, ids, actor)) send({ type: topic, data: { topic } });
}
