/** Entries beside a case: filings for the record and notes, also after it was archived (APL-5, APL-7). */
import { RowStore } from '@bihuan/database';
import type { Transaction } from '@bihuan/database';
import type { Signer } from '../domain/appeal.state';

type Reader = Pick<Transaction, 'query'>;

/** A report for the record (报备), form 14. */
export interface Filing {
  readonly id: string;
  readonly version: number;
  readonly appealId: string;
  readonly number: string;
  readonly receiver: string;
  readonly text: string;
  readonly impact: string;
  readonly measures: string;
  readonly opinion: string;
  readonly filedBy: Signer;
  readonly approvedBy: Signer | null;
  readonly filedAt: Date;
  readonly receipt: string | null;
  readonly receivedAt: Date | null;
  readonly keyId: string;
}

export const filings = new RowStore<Filing>('appeals.filing', {
  id: 'uuid',
  version: 'int',
  appealId: 'uuid',
  number: 'text',
  receiver: 'text',
  text: 'text',
  impact: 'text',
  measures: 'text',
  opinion: 'text',
  filedBy: 'jsonb',
  approvedBy: 'jsonb',
  filedAt: 'timestamptz',
  receipt: 'text',
  receivedAt: 'timestamptz',
  keyId: 'uuid',
});

export interface Note {
  readonly id: string;
  readonly version: number;
  readonly appealId: string;
  readonly text: string;
  readonly documents: readonly string[];
  readonly writtenBy: Signer;
  readonly writtenAt: Date;
  readonly afterArchive: boolean;
  readonly keyId: string;
}

export const notes = new RowStore<Note>('appeals.note', {
  id: 'uuid',
  version: 'int',
  appealId: 'uuid',
  text: 'text',
  documents: 'jsonb',
  writtenBy: 'jsonb',
  writtenAt: 'timestamptz',
  afterArchive: 'boolean',
  keyId: 'uuid',
});

export const filingsOf = (reader: Reader, appealId: string): Promise<Filing[]> =>
  filings.find(reader, 'r.appeal_id = $1 order by r.filed_at, r.number', [appealId]);

export const notesOf = (reader: Reader, appealId: string): Promise<Note[]> =>
  notes.find(reader, 'r.appeal_id = $1 order by r.written_at, r.id', [appealId]);
