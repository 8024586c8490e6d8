/** The list of hand-offs that nobody takes because a module is missing, and of events that were parked (EVT-2). */
import { Injectable } from '@nestjs/common';
import { EVENTS } from '@bihuan/events';
import type { Actor } from '@bihuan/plugin-kit';
import { commonErrors, employeeOf } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { Recorder } from '@bihuan/audit';

export interface HandOff {
  readonly id: string;
  readonly event: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** The module it waits for. */
  readonly module: string;
  readonly subject: { readonly module: string; readonly kind: string; readonly id: string };
  readonly payload: unknown;
  readonly personal: unknown;
  readonly at: Date;
  readonly state: string;
  readonly error: string | null;
}

interface Row {
  id: string;
  name: string;
  subscriber: string;
  module: string;
  kind: string;
  subject_id: string;
  payload: unknown;
  key_id: string | null;
  sealed_values: Buffer | null;
  at: Date;
  state: string;
  error: string | null;
}

@Injectable()
export class HandOffs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
  ) {}

  /** @param states `waiting` for hand-offs, `parked` for events a subscriber could not handle */
  async list(states: readonly string[]): Promise<HandOff[]> {
    const rows = await this.work.query<Row>(
      `select d.id, e.name, d.subscriber, e.module, e.kind, e.subject_id, e.payload, e.key_id, e.sealed_values, e.at,
              d.state, d.error
       from outbox.delivery d join outbox.event e on e.id = d.event_seq
       where d.state = any($1) order by d.event_seq limit 500`,
      [states],
    );
    const keys = await this.keys.load(rows.flatMap(({ key_id }) => (key_id ? [key_id] : [])));
    return rows.map((row) => ({
      id: row.id,
      event: row.name,
      title: EVENTS.get(row.name)?.title ?? { zh: row.name, en: row.name },
      module: row.subscriber.split('.')[0] as string,
      subject: { module: row.module, kind: row.kind, id: row.subject_id },
      payload: row.payload,
      personal: this.keys.open(keys, row.key_id, row.sealed_values) ?? null,
      at: row.at,
      state: row.state,
      error: row.error,
    }));
  }

  /** A person takes a waiting hand-off: it leaves the list and is not caught up later. */
  async take(actor: Actor, id: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const [row] = await tx.query<{ module: string; kind: string; subject_id: string; subscriber: string }>(
        `update outbox.delivery d set state = 'taken', done_at = $2, taken_by = $3 from outbox.event e
         where d.id = $1 and d.state = 'waiting' and e.id = d.event_seq
         returning e.module, e.kind, e.subject_id, d.subscriber`,
        [id, tx.now, employeeOf(actor)],
      );
      if (!row) throw commonErrors['not-found']();
      const subject = { module: row.module, kind: row.kind, id: row.subject_id };
      await this.recorder.record(tx, {
        subject,
        action: 'hand-off-taken',
        data: { for: row.subscriber.split('.')[0] },
      });
    });
  }

  /** Sends a parked event to its subscriber again. */
  async replay(id: string): Promise<void> {
    const rows = await this.work.query(
      "update outbox.delivery set state = 'pending', attempts = 0, try_at = null where id = $1 and state = 'parked' returning id",
      [id],
    );
    if (rows.length === 0) throw commonErrors['not-found']();
  }
}
