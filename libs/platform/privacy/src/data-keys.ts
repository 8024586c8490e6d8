/** Keys by customer: personal values in what must not change are readable only while their key exists (CUS-5). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { privacyErrors } from './privacy.errors';
import { decryptJson, encryptJson, newKey } from './cipher';

const insert = {
  table: 'privacy.data_key',
  columns: { id: 'uuid', customer_id: 'uuid', key: 'bytea', created_at: 'timestamptz' },
} as const;

/** How many keys stay in memory; a day's customers, 32 bytes each. */
const CACHE = 10_000;

@Injectable()
export class DataKeys {
  /** For sealing only: reading always asks the database, so that a destroyed key is gone everywhere at once. */
  private readonly sealing = new Map<string, Buffer>();

  constructor(private readonly work: UnitOfWork) {}

  /** Makes a key for one customer, or for a person not yet known (`null`; `assign` names him later). */
  create(tx: Transaction, customerId: string | null): string {
    const id = randomUUID();
    const key = newKey();
    tx.append(insert, { id, customer_id: customerId, key, created_at: tx.now });
    tx.memo(`data-key:${id}`, () => key);
    tx.afterCommit(() => this.remember(id, key));
    return id;
  }

  /** From now on the key goes with this customer, and is destroyed with him. */
  async assign(tx: Transaction, keyId: string, customerId: string): Promise<void> {
    await tx.flush();
    await tx.query('update privacy.data_key set customer_id = $2 where id = $1 and customer_id is null', [
      keyId,
      customerId,
    ]);
  }

  /** The first living key of a customer, made when he has none. */
  async ofCustomer(tx: Transaction, customerId: string): Promise<string> {
    const rows = await tx.query<{ id: string }>(
      'select id from privacy.data_key where customer_id = $1 and key is not null order by created_at, id limit 1',
      [customerId],
    );
    return rows[0]?.id ?? this.create(tx, customerId);
  }

  /** Encrypts personal values under a key; `null` when it is destroyed: of an erased customer nothing more is kept. */
  async seal(tx: Transaction, keyId: string, value: unknown): Promise<Buffer | null> {
    const key = await this.sealingKey(tx, keyId);
    // What is drawn with the last statement cannot be written into what is sealed before it.
    return key ? encryptJson(key, await tx.settled(value)) : null;
  }

  /** Reads the keys that still exist. */
  async load(keyIds: readonly string[], tx?: Transaction): Promise<Map<string, Buffer>> {
    if (keyIds.length === 0) return new Map();
    const sql = 'select id, key from privacy.data_key where id = any($1) and key is not null';
    const rows = await (tx ?? this.work).query<{ id: string; key: Buffer }>(sql, [[...new Set(keyIds)]]);
    return new Map(rows.map(({ id, key }) => [id, key]));
  }

  /** Refuses to write of a customer who was erased: nothing more is kept of him (CUS-5). */
  async demandLiving(tx: Transaction, keyId: string): Promise<void> {
    if (!(await this.lives(tx, keyId))) throw privacyErrors['customer-erased']();
  }

  /** Does the key still exist: may anything be written under it? */
  async lives(tx: Transaction, keyId: string): Promise<boolean> {
    return (await this.load([keyId], tx)).size > 0;
  }

  /** Opens what `seal` closed; `undefined` where the key was destroyed. */
  open(keys: ReadonlyMap<string, Buffer>, keyId: string | null, sealed: Buffer | null): unknown {
    const key = keyId ? keys.get(keyId) : undefined;
    return key && sealed ? decryptJson(key, sealed) : undefined;
  }

  /** Destroys all keys of a customer. What stood under them can never be read again. */
  async destroy(tx: Transaction, customerId: string): Promise<number> {
    const rows = await tx.query<{ id: string }>(
      'update privacy.data_key set key = null, destroyed_at = $2 where customer_id = $1 and key is not null returning id',
      [customerId, tx.now],
    );
    for (const { id } of rows) this.sealing.delete(id);
    return rows.length;
  }

  private async sealingKey(tx: Transaction, keyId: string): Promise<Buffer | undefined> {
    const fresh = tx.memo<Buffer | undefined>(`data-key:${keyId}`, () => undefined) ?? this.sealing.get(keyId);
    if (fresh) return fresh;
    const key = (await this.load([keyId], tx)).get(keyId);
    if (!key) return undefined;
    this.remember(keyId, key);
    return key;
  }

  private remember(keyId: string, key: Buffer): void {
    if (this.sealing.size >= CACHE) this.sealing.clear();
    this.sealing.set(keyId, key);
  }
}
