/**
 * Subscribers that take many at once get new events in the relay's own transaction: their deliveries are written as done,
 * and nobody has to claim them. Whatever is not plain goes the way of a delivery (EVT-1; ADR 0014).
 */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { Deliverer } from './deliver';
import { unfinished } from './delivery.store';
import { InHand } from './in-hand';
import { limitStatements } from './in-time';
import { handOverMany, letters, type Posted } from './letters';
import { Subscribers } from './subscribers';

/** What was handed over. */
export interface Passed {
  has(event: Posted, subscriber: string): boolean;
}

const line = (subscriber: string, subject: string): string => `${subscriber}|${subject}`;

@Injectable()
export class InPassing {
  constructor(
    private readonly keys: DataKeys,
    private readonly subscribers: Subscribers,
    private readonly deliverer: Deliverer,
    private readonly inHand: InHand,
  ) {}

  /** @throws what a handler throws, or `NeverSettled`: then the transaction is to be taken back */
  async handOver(tx: Transaction, events: readonly (Posted & { readonly name: string })[]): Promise<Passed> {
    const wanted = events.flatMap((event) =>
      this.subscribers.of(event.name).flatMap((one) => (one.handleAll ? [[event, one] as const] : [])),
    );
    const passed = new Set<string>();
    if (wanted.length > 0) {
      await tx.query(`select ${limitStatements(this.deliverer.limit)}`);
      // What comes behind one that is not finished waits for it.
      const names = [...new Set(wanted.map(([, { name }]) => name))];
      const before = await unfinished(tx, names, [...new Set(wanted.map(([{ subject_id }]) => subject_id))]);
      const stuck = new Set(before.map(({ subscriber, subject_id }) => line(subscriber, subject_id)));
      const free = wanted.filter(([{ subject_id }, { name }]) => !stuck.has(line(name, subject_id)));
      const all = await letters(tx, this.keys, free);
      const leave = await this.inHand.beside();
      await handOverMany(tx, all, this.deliverer.limit).finally(leave);
      for (const [{ event_id }, { name }] of free) passed.add(line(name, event_id));
    }
    return { has: ({ event_id }, subscriber) => passed.has(line(subscriber, event_id)) };
  }
}
