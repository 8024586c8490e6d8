/** Notes what happened to a subject: one record serves audit log and timeline (IDN-3, IDN-4). */
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import { employeeOf } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';

export interface Happening {
  readonly subject: Subject;
  /** Past tense, kebab-case: `referred`, `answered`, `deadline-breached`. */
  readonly action: string;
  /** What is not personal: states, codes, ids of staff and units, instants, before and after. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Values that tell something about the customer: name, phone, address, his words. Kept under `keyId`. */
  readonly personal?: Readonly<Record<string, unknown>>;
  /** The data key of the customer; required where `personal` is given. */
  readonly keyId?: string;
  /** The instant of the act, where it is not the transaction's (a step that fires late). */
  readonly at?: Date;
}

const entries = {
  table: 'audit.entry',
  columns: {
    at: 'timestamptz',
    actor_id: 'uuid',
    actor_name: 'text',
    action: 'text',
    module: 'text',
    kind: 'text',
    subject_id: 'uuid',
    data: 'jsonb',
    key_id: 'uuid',
    sealed_values: 'bytea',
    ip: 'text',
    request_id: 'text',
  },
} as const;

const participants = {
  table: 'audit.participant',
  columns: { subject_id: 'uuid', employee_id: 'uuid' },
  suffix: 'on conflict do nothing',
} as const;

@Injectable()
export class Recorder {
  constructor(private readonly keys: DataKeys) {}

  /** Appends the entry to the transaction; whoever acts becomes a participant of the subject (IDN-2). */
  async record(tx: Transaction, happening: Happening): Promise<void> {
    const { subject, personal, keyId } = happening;
    if (personal && !keyId) throw new Error(`"${happening.action}" has personal values but no data key.`);
    const { actor } = tx;
    tx.append(entries, {
      at: happening.at ?? tx.now,
      actor_id: employeeOf(actor),
      actor_name: actor.name,
      action: happening.action,
      module: subject.module,
      kind: subject.kind,
      subject_id: subject.id,
      data: happening.data ?? {},
      key_id: keyId ?? null,
      sealed_values: personal && keyId ? await this.keys.seal(tx, keyId, personal) : null,
      ip: actor.kind === 'user' ? (actor.ip ?? null) : null,
      request_id: actor.kind === 'user' ? (actor.requestId ?? null) : null,
    });
    if (actor.kind === 'user') this.participate(tx, subject, actor.employeeId);
  }

  /** Makes a person a participant: owner, handler, whoever must see the whole story (IDN-2). */
  participate(tx: Transaction, subject: Subject, employeeId: string): void {
    tx.memo(`participant:${subject.id}/${employeeId}`, () =>
      tx.append(participants, { subject_id: subject.id, employee_id: employeeId }),
    );
  }
}
