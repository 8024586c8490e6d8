/** Rows of attachments: content and name under a data key, never in plain (IDN-5, CUS-5). */
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { MediaType } from './content/content-type';

export interface AttachmentRow {
  readonly id: string;
  readonly module: string | null;
  readonly kind: string | null;
  readonly subject_id: string | null;
  readonly key_id: string;
  readonly media_type: MediaType;
  readonly size: number;
  readonly sealed_name: Buffer;
  readonly uploaded_by: string;
  readonly uploaded_at: Date;
}

export type SealedRow = AttachmentRow & { readonly sealed_content: Buffer };

const COLUMNS = 'id, module, kind, subject_id, key_id, media_type, size, sealed_name, uploaded_by, uploaded_at';

/** More are not listed at once: nobody looks through them. */
const MOST = 500;

@Injectable()
export class AttachmentStore {
  constructor(private readonly work: UnitOfWork) {}

  /** @param keptUntil real time after which it goes, unless it is attached before */
  async add(tx: Transaction, row: SealedRow, keptUntil: Date): Promise<void> {
    await tx.query(
      `insert into attachments.attachment (${COLUMNS}, sealed_content, kept_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        row.id,
        row.module,
        row.kind,
        row.subject_id,
        row.key_id,
        row.media_type,
        row.size,
        row.sealed_name,
        row.uploaded_by,
        row.uploaded_at,
        row.sealed_content,
        row.subject_id === null ? keptUntil : null,
      ],
    );
  }

  async lock(tx: Transaction, id: string): Promise<SealedRow | undefined> {
    const [row] = await tx.query<SealedRow>(
      `select ${COLUMNS}, sealed_content from attachments.attachment where id = $1 for update`,
      [id],
    );
    return row;
  }

  /** Gives it to a subject, under that one's key. */
  async give(tx: Transaction, row: SealedRow, subject: Subject): Promise<void> {
    await tx.query(
      `update attachments.attachment set module = $2, kind = $3, subject_id = $4, key_id = $5, sealed_name = $6,
         sealed_content = $7, kept_until = null where id = $1`,
      [row.id, subject.module, subject.kind, subject.id, row.key_id, row.sealed_name, row.sealed_content],
    );
  }

  async one(id: string): Promise<SealedRow | undefined> {
    const [row] = await this.work.query<SealedRow>(
      `select ${COLUMNS}, sealed_content from attachments.attachment where id = $1`,
      [id],
    );
    return row;
  }

  /** In the order of uploading. */
  of(subject: Subject): Promise<AttachmentRow[]> {
    return this.work.query<AttachmentRow>(
      `select ${COLUMNS} from attachments.attachment where subject_id = $1 and module = $2 and kind = $3
       order by uploaded_at, id limit ${MOST}`,
      [subject.id, subject.module, subject.kind],
    );
  }

  /** Removes uploads that were attached to nothing in time. */
  async sweep(now: Date): Promise<void> {
    await this.work.query('delete from attachments.attachment where kept_until <= $1', [now]);
  }

  /** Of an erased customer the files themselves go, not only the key. */
  async erase(tx: Transaction, customerId: string): Promise<number> {
    const gone = await tx.query(
      `delete from attachments.attachment
       where key_id in (select id from privacy.data_key where customer_id = $1) returning id`,
      [customerId],
    );
    return gone.length;
  }
}
