/** Files beside a subject: photos, recordings, scans, signatures (IDN-5). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { commonErrors, employeeOf } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder, Timeline } from '@bihuan/audit';
import { realNow } from '@bihuan/clock';
import type { UploadedFile } from '@bihuan/http';
import { SubjectAccess } from '@bihuan/http';
import { DataKeys, decryptBytes, decryptJson, encryptBytes, encryptJson, privacyErrors } from '@bihuan/privacy';
import type { AttachmentRow, SealedRow } from './attachment.store';
import { AttachmentStore } from './attachment.store';
import { fileRefused } from './attachments.errors';
import type { MediaType } from './content/content-type';
import { contentOf } from './content/content-type';
import { shownName } from './file-name';

export interface AttachmentView {
  readonly id: string;
  /** As its sender called it; empty where the customer was erased. */
  readonly name: string;
  readonly type: MediaType;
  /** Bytes. */
  readonly size: number;
  /** Employee who uploaded it. */
  readonly by: string;
  readonly at: Date;
}

/** How long an upload waits to be attached to something: a day of real time, milliseconds. */
const KEPT = 24 * 3_600_000;

@Injectable()
export class Attachments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    private readonly store: AttachmentStore,
    private readonly recorder: Recorder,
    private readonly timeline: Timeline,
    private readonly access: SubjectAccess,
  ) {}

  /**
   * Keeps a file. With a subject it is attached at once, under the key by which the subject's own values stand; without
   * one it waits a day for `attach`, and only its sender can read it.
   *
   * @throws 422 where the content is not taken, 404 where the subject is not his
   */
  async keep(actor: UserActor, file: UploadedFile, subject: Subject | undefined): Promise<AttachmentView> {
    const content = contentOf(file.bytes, file.name);
    if ('refused' in content) throw fileRefused(content.refused);
    if (subject && !(await this.access.mayRead(actor, subject))) throw commonErrors['not-found']();
    const name = shownName(file.name);
    return this.work.run(actor, async (tx) => {
      const keyId = (subject && (await this.timeline.keyOf(tx, subject))) ?? this.keys.create(tx, null);
      const key = await this.livingKey(tx, keyId);
      const row: SealedRow = {
        id: randomUUID(),
        module: subject?.module ?? null,
        kind: subject?.kind ?? null,
        subject_id: subject?.id ?? null,
        key_id: keyId,
        media_type: content.type,
        size: file.bytes.length,
        sealed_name: encryptJson(key, name),
        sealed_content: encryptBytes(key, file.bytes),
        uploaded_by: actor.employeeId,
        uploaded_at: tx.now,
      };
      await this.store.add(tx, row, new Date(realNow().getTime() + KEPT));
      if (subject) await this.note(tx, row, subject, name);
      return viewOf(row, name);
    });
  }

  /**
   * Claims an upload of the acting person for a subject; the same one again changes nothing.
   *
   * @param keyId data key of the subject's customer: the file goes with it
   * @param pointer field that names the attachment, for the 422 where it is unknown or another's
   */
  async attach(
    tx: Transaction,
    id: string,
    subject: Subject,
    keyId: string,
    pointer = '/attachmentId',
  ): Promise<AttachmentView> {
    const row = await this.store.lock(tx, id);
    if (!row) throw fileRefused('unknown-attachment', pointer);
    const mine = row.uploaded_by === employeeOf(tx.actor);
    const here = row.subject_id === subject.id && row.module === subject.module && row.kind === subject.kind;
    if (row.subject_id === null ? !mine : !here) throw fileRefused('unknown-attachment', pointer);
    const old = (await this.keys.load([row.key_id], tx)).get(row.key_id);
    if (!old) throw fileRefused('unknown-attachment', pointer);
    const name = decryptJson(old, row.sealed_name) as string;
    if (here) return viewOf(row, name);
    const key = await this.livingKey(tx, keyId);
    const given: SealedRow = {
      ...row,
      key_id: keyId,
      sealed_name: encryptJson(key, name),
      sealed_content: encryptBytes(key, decryptBytes(old, row.sealed_content)),
    };
    await this.store.give(tx, given, subject);
    await this.note(tx, given, subject, name);
    return viewOf(given, name);
  }

  /** Several of one field: `/evidence/0` … */
  async attachAll(
    tx: Transaction,
    ids: readonly string[],
    subject: Subject,
    keyId: string,
    pointer: string,
  ): Promise<AttachmentView[]> {
    const views: AttachmentView[] = [];
    for (const [index, id] of ids.entries()) {
      views.push(await this.attach(tx, id, subject, keyId, `${pointer}/${index}`));
    }
    return views;
  }

  /** The files of a subject, in the order of uploading. Whether the reader may see them is decided by the caller. */
  async of(subject: Subject): Promise<AttachmentView[]> {
    const rows = await this.store.of(subject);
    const keys = await this.keys.load(rows.map(({ key_id }) => key_id));
    return rows.map((row) =>
      viewOf(row, (this.keys.open(keys, row.key_id, row.sealed_name) as string | undefined) ?? ''),
    );
  }

  /** One file for one reader: his own while it waits, else by the subject's permission; 404 for everybody else. */
  async content(actor: UserActor, id: string): Promise<{ readonly type: MediaType; readonly bytes: Buffer }> {
    const row = await this.store.one(id);
    const key = row && (await this.mayRead(actor, row)) && (await this.keys.load([row.key_id])).get(row.key_id);
    if (!row || !key) throw commonErrors['not-found']();
    return { type: row.media_type, bytes: decryptBytes(key, row.sealed_content) };
  }

  private async mayRead(actor: UserActor, { module, kind, subject_id: id, uploaded_by }: AttachmentRow) {
    if (module === null || kind === null || id === null) return uploaded_by === actor.employeeId;
    return this.access.mayRead(actor, { module, kind, id });
  }

  /** The key itself, also of one made in this transaction. @throws customer-erased */
  private async livingKey(tx: Transaction, keyId: string): Promise<Buffer> {
    await tx.flush();
    const key = (await this.keys.load([keyId], tx)).get(keyId);
    if (!key) throw privacyErrors['customer-erased']();
    return key;
  }

  private note(tx: Transaction, row: AttachmentRow, subject: Subject, name: string): Promise<void> {
    const { id, media_type: type, size, key_id: keyId } = row;
    return this.recorder.record(tx, {
      subject,
      action: 'attachment-added',
      data: { attachment: id, type, size },
      personal: { name },
      keyId,
    });
  }
}

const viewOf = (row: AttachmentRow, name: string): AttachmentView => ({
  id: row.id,
  name,
  type: row.media_type,
  size: row.size,
  by: row.uploaded_by,
  at: row.uploaded_at,
});
