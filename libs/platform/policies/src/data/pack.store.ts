/** Versions of the pack in the database: read, and added to; the only writer of the table. */
import type { Transaction } from '@bihuan/database';

/** A version as stored, its data unchecked. */
export interface StoredPack {
  readonly version: number;
  readonly packId: string;
  readonly data: unknown;
  /** As it came with the suite; false once somebody edited it. */
  readonly shipped: boolean;
  readonly effectiveFrom: Date;
}

const LOCK = 7_201_007;

export const packStore = {
  /** One process at a time sets up or adds a version. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  },

  /** All versions, the oldest first. */
  all(query: <R>(sql: string) => Promise<R[]>): Promise<StoredPack[]> {
    return query<StoredPack>(
      `select version, pack_id as "packId", data, shipped, effective_from as "effectiveFrom"
         from policies.pack_version order by version`,
    );
  },

  /** The version that was added last. */
  async newest(query: <R>(sql: string) => Promise<R[]>): Promise<StoredPack | undefined> {
    const [row] = await query<StoredPack>(
      `select version, pack_id as "packId", data, shipped, effective_from as "effectiveFrom"
         from policies.pack_version order by version desc limit 1`,
    );
    return row;
  },

  /** Adds a version in force from the transaction's now; answers its id. */
  async add(
    tx: Transaction,
    pack: { version: number; packId: string; data: unknown; shipped: boolean },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `insert into policies.pack_version (version, pack_id, data, shipped, effective_from, set_up_at)
       values ($1, $2, $3, $4, $5, $5) returning id`,
      [pack.version, pack.packId, JSON.stringify(pack.data), pack.shipped, tx.now],
    );
    return (row as { id: string }).id;
  },
};
