/** Publishes integration events into the outbox, in the transaction of the fact they tell of (EVT-1). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventDefinition } from '@bihuan/events';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';

const events = {
  table: 'outbox.event',
  columns: {
    event_id: 'uuid',
    name: 'text',
    module: 'text',
    kind: 'text',
    subject_id: 'uuid',
    payload: 'jsonb',
    key_id: 'uuid',
    sealed_values: 'bytea',
    at: 'timestamptz',
  },
} as const;

export const OUTBOX_CHANNEL = 'bihuan_outbox';

@Injectable()
export class Publisher {
  constructor(
    private readonly keys: DataKeys,
    private readonly bus: WakeBus,
  ) {}

  /**
   * Order is kept per subject.
   *
   * @param personal the customer's values under his key; `null` for an event that carries none
   * @throws a ZodError where the payload is not of the event's schema (a defect)
   */
  async publish<Payload, Personal>(
    tx: Transaction,
    event: EventDefinition<Payload, Personal>,
    subject: Subject,
    payload: Payload,
    personal: { readonly keyId: string; readonly values: Personal } | null,
  ): Promise<void> {
    tx.append(events, {
      event_id: randomUUID(),
      name: event.name,
      module: subject.module,
      kind: subject.kind,
      subject_id: subject.id,
      payload: event.payload.parse(payload),
      key_id: personal?.keyId ?? null,
      sealed_values: personal && (await this.keys.seal(tx, personal.keyId, event.personal.parse(personal.values))),
      at: tx.now,
    });
    tx.memo('outbox-wake', () => tx.afterCommit(() => this.bus.call(OUTBOX_CHANNEL)));
  }
}
