/** The sealed archive of a case: its content as ciphertext, and the hash of that (APL-7, CUS-5). */
import { createHash } from 'node:crypto';
import type { Transaction } from '@bihuan/database';

type Reader = Pick<Transaction, 'query'>;

export interface SealedArchive {
  readonly sealed: Buffer;
  readonly sha256: string;
  readonly keyId: string;
  readonly archivedAt: Date;
}

export const hashOf = (sealed: Buffer): string => createHash('sha256').update(sealed).digest('hex');

const archives = {
  table: 'appeals.archive',
  columns: { appeal_id: 'uuid', sealed_content: 'bytea', sha256: 'text', key_id: 'uuid', archived_at: 'timestamptz' },
} as const;

/** The table takes no change and no deletion. */
export function addArchive(
  tx: Transaction,
  appealId: string,
  { sealed, sha256, keyId }: Omit<SealedArchive, 'archivedAt'>,
) {
  tx.append(archives, { appeal_id: appealId, sealed_content: sealed, sha256, key_id: keyId, archived_at: tx.now });
}

export async function archiveOf(reader: Reader, appealId: string): Promise<SealedArchive | undefined> {
  const [row] = await reader.query<{ sealed_content: Buffer; sha256: string; key_id: string; archived_at: Date }>(
    'select sealed_content, sha256, key_id, archived_at from appeals.archive where appeal_id = $1',
    [appealId],
  );
  return row && { sealed: row.sealed_content, sha256: row.sha256, keyId: row.key_id, archivedAt: row.archived_at };
}
