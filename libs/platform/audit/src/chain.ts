/** The hash of an entry in the chain: over what is stored, ciphertext included, so that erasing breaks nothing (CUS-5). */
import { createHash } from 'node:crypto';

/** An entry as the database keeps it. */
export interface StoredEntry {
  readonly id: string;
  /** To the microsecond, in UTC: the last digit the column keeps. */
  readonly at: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly module: string;
  readonly kind: string;
  readonly subject_id: string;
  /** The jsonb as text, in PostgreSQL's own canonical spelling. */
  readonly data: string;
  readonly key_id: string | null;
  readonly sealed_values: Buffer | null;
  readonly ip: string | null;
  readonly request_id: string | null;
}

/** Columns of `StoredEntry`, for the statements that read them. */
export const STORED_COLUMNS =
  `e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, e.actor_id, e.actor_name, e.action, ` +
  'e.module, e.kind, e.subject_id, e.data::text as data, e.key_id, e.sealed_values, e.ip, e.request_id';

/** Hash before the first entry. */
export const GENESIS = Buffer.alloc(32);

/** sha256(previous ‖ every column, length-prefixed so that values cannot slide from one column into the next). */
export function chainHash(previous: Buffer, entry: StoredEntry): Buffer {
  const hash = createHash('sha256').update(previous);
  const columns: (string | Buffer | null)[] = [
    String(entry.id),
    entry.at,
    entry.actor_id,
    entry.actor_name,
    entry.action,
    entry.module,
    entry.kind,
    entry.subject_id,
    entry.data,
    entry.key_id,
    entry.sealed_values,
    entry.ip,
    entry.request_id,
  ];
  for (const column of columns) {
    const bytes = column === null ? null : Buffer.isBuffer(column) ? column : Buffer.from(column, 'utf8');
    hash.update(bytes === null ? '-' : `${bytes.length}:`);
    if (bytes) hash.update(bytes);
  }
  return hash.digest();
}
