/** APL-7: everything of the case under its key, with a hash over the ciphertext: erasing the appellant breaks no seal (CUS-5). */
import { Injectable } from '@nestjs/common';
import { Attachments } from '@bihuan/attachments';
import { Timeline } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { appeal as matter } from '../../appeal.matter';
import { addArchive, hashOf } from '../../data/archive.store';
import { filingsOf, notesOf } from '../../data/entry.store';
import { complaintOf } from '../../data/known-complaint.store';
import type { Appeal } from '../../domain/appeal.state';

@Injectable()
export class SealArchive {
  constructor(
    private readonly keys: DataKeys,
    private readonly timeline: Timeline,
    private readonly attachments: Attachments,
  ) {}

  /** Answers the hash. The papers that were printed stand in the timeline with theirs (FRM-3). */
  async seal(tx: Transaction, row: Appeal, text: string): Promise<string> {
    const subject = matter.subject(row.id);
    const content = {
      text,
      appeal: row,
      complaint: await complaintOf(tx, row.complaintId),
      filings: await filingsOf(tx, row.id),
      notes: await notesOf(tx, row.id),
      attachments: await this.attachments.of(subject),
      timeline: await this.timeline.of(subject),
    };
    // Of an erased appellant nothing personal is left in it: it stands under a key of its own.
    const keyId = (await this.keys.lives(tx, row.keyId)) ? row.keyId : this.keys.create(tx, null);
    const sealed = await this.keys.seal(tx, keyId, content);
    if (!sealed) throw new Error('The key of an archive lives while it is sealed.');
    const sha256 = hashOf(sealed);
    addArchive(tx, row.id, { sealed, sha256, keyId });
    return sha256;
  }
}
