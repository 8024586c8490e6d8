/** The earlier complaint of an appeal: known here from events, told to the complaints module (APL-1, CMP-8d). */
import { Injectable } from '@nestjs/common';
import { appealLinked } from '@bihuan/events';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import { appeal as matter } from '../appeal.matter';
import { complaintOf } from '../data/known-complaint.store';
import type { Appeal } from '../domain/appeal.state';
import type { KnownComplaint } from '../domain/complaint.state';

@Injectable()
export class LinkComplaint {
  constructor(private readonly publisher: Publisher) {}

  /** @throws 422 where no such complaint is known */
  async known(tx: Transaction, complaintId: string): Promise<KnownComplaint> {
    const complaint = await complaintOf(tx, complaintId);
    if (complaint) return complaint;
    throw invalidField(
      '/complaintId',
      'unknown-complaint',
      '没有这件投诉；请从候选投诉中选择。 / No such complaint is known; choose one of the candidates.',
    );
  }

  async tell(tx: Transaction, { id, number, keyId }: Appeal, complaintId: string): Promise<void> {
    const payload = { number, complaintId, linkedAt: tx.now.toISOString(), keyId };
    await this.publisher.publish(tx, appealLinked, matter.subject(id), payload, null);
  }
}
