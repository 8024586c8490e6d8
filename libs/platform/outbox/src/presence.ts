/** Which modules run in which process of this database, and what they subscribe to: real time, a sign of life (PLG-4). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { Deployment } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Subscribers } from './subscribers';

/** A process that gave no sign for so long is gone, milliseconds: what is for its modules waits in the list. */
const GONE = 90_000;

/** For so long what is no hand-off is kept for a module that may only be restarting, milliseconds. */
const RESTARTING = 3_600_000;

/** What others on this database take. */
export interface Elsewhere {
  readonly modules: ReadonlySet<string>;
  /** Event → names of subscribers in other processes. */
  readonly subscribers: ReadonlyMap<string, readonly { readonly name: string; readonly module: string }[]>;
}

@Injectable()
export class Presence {
  private readonly process = randomUUID();

  constructor(
    private readonly work: UnitOfWork,
    private readonly deployment: Deployment,
    private readonly subscribers: Subscribers,
  ) {}

  /** The sign of life; safe in many processes at once. */
  async report(): Promise<void> {
    const now = realNow();
    const known = this.subscribers.values().map(({ name, event }) => ({ name, event: event.name, seen_at: now }));
    await this.work.query(
      `insert into outbox.process (id, modules, seen_at) values ($1, $2, $3)
       on conflict (id) do update set modules = excluded.modules, seen_at = excluded.seen_at`,
      [this.process, this.deployment.rooms.map(({ id }) => id), now],
    );
    await this.work.query(
      `insert into outbox.known_subscriber (name, event, seen_at)
       select name, event, seen_at from json_to_recordset($1::json) as r(name text, event text, seen_at timestamptz)
       on conflict (name) do update set event = excluded.event, seen_at = excluded.seen_at`,
      [JSON.stringify(known)],
    );
    await this.work.query('delete from outbox.process where seen_at < $1', [new Date(now.getTime() - RESTARTING)]);
  }

  /** An orderly end: from now on what is handed to its modules waits. */
  async leave(): Promise<void> {
    await this.work.query('delete from outbox.process where id = $1', [this.process]);
  }

  async elsewhere(read: Pick<Transaction, 'query'>): Promise<Elsewhere> {
    const now = realNow().getTime();
    const modules = await read.query<{ module: string }>(
      'select distinct unnest(modules) as module from outbox.process where id <> $1 and seen_at > $2',
      [this.process, new Date(now - GONE)],
    );
    const subscribers = await read.query<{ name: string; event: string }>(
      'select name, event from outbox.known_subscriber where seen_at > $1 order by name',
      [new Date(now - RESTARTING)],
    );
    const byEvent = new Map<string, { name: string; module: string }[]>();
    for (const { name, event } of subscribers) {
      if (this.subscribers.get(name)) continue;
      const found = byEvent.get(event) ?? [];
      found.push({ name, module: name.split('.')[0] as string });
      byEvent.set(event, found);
    }
    return { modules: new Set(modules.map(({ module }) => module)), subscribers: byEvent };
  }
}
