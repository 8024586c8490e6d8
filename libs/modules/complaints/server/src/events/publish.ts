/** What the other modules learn of a complaint (EVT-1): registered, answered, concluded, reopened. */
import { Injectable } from '@nestjs/common';
import {
  complaintAnswered,
  complaintConcluded,
  complaintOrderRequested,
  complaintRegistered,
  complaintReopened,
} from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import { complaint as matter } from '../complaint.matter';
import type { Complaint } from '../domain/complaint.state';
import { revisitMarks } from '../domain/facts.rules';

@Injectable()
export class ComplaintNews {
  constructor(private readonly publisher: Publisher) {}

  /** APL-1: appeals may be linked to it. */
  registered(tx: Transaction, complaint: Complaint): Promise<void> {
    // A new line of the register comes from the line before it (CMP-9a).
    const { number, channel, business, kind, level, intakeUnitId, customerId, source, followsId, keyId } = complaint;
    return this.publisher.publish(
      tx,
      complaintRegistered,
      matter.subject(complaint.id),
      {
        number,
        registeredAt: tx.now.toISOString(),
        channel,
        business,
        kind,
        level,
        unitId: intakeUnitId,
        customerId,
        source: followsId
          ? matter.subject(followsId)
          : source && { module: source.module, kind: source.kind, id: source.id },
        keyId,
      },
      { keyId, values: personal(complaint) },
    );
  }

  /** CMP-8d, APL-6b. */
  answered(tx: Transaction, complaint: Complaint): Promise<void> {
    const { number, answer, concludedAt, inTime, mayBecomeAppeal, keyId } = complaint;
    if (!answer) throw new Error('A complaint without an answer was told as answered.');
    const payload = {
      number,
      answeredAt: answer.at,
      outcome: answer.outcome,
      inTime: concludedAt !== null && inTime !== false,
      mayBecomeAppeal,
      keyId,
    };
    const values = { answer: answer.text };
    return this.publisher.publish(tx, complaintAnswered, matter.subject(complaint.id), payload, { keyId, values });
  }

  /** The handling is over: the customer is called back by the plan of the pack (RVT-1b, RVT-1d, RVT-1e). */
  concluded(tx: Transaction, complaint: Complaint): Promise<void> {
    const { number, round, channel, business, kind, level, customerId, keyId, answer, carriedOut } = complaint;
    const officerId = complaint.officerId ?? complaint.handlerId;
    if (officerId === null) return Promise.resolve();
    return this.publisher.publish(
      tx,
      complaintConcluded,
      matter.subject(complaint.id),
      {
        number,
        round,
        concludedAt: (complaint.concludedAt ?? tx.now).toISOString(),
        channel,
        business,
        kind,
        level,
        marks: [...revisitMarks(complaint)],
        customerId,
        unitId: complaint.centreUnitId,
        officerId,
        handlerId: complaint.handlerId,
        handlerName: complaint.handlerName,
        keyId,
      },
      { keyId, values: { ...personal(complaint), handling: answer?.text || carriedOut?.text || '' } },
    );
  }

  /** DSP-1b: a follow-up order; urgent where it is said, or basic service is down. */
  orderRequested(
    tx: Transaction,
    complaint: Complaint,
    order: {
      readonly unitId: string | null;
      readonly officerId: string;
      readonly priority: string;
      readonly text: string;
    },
  ): Promise<void> {
    const { number, customerId, siteId, keyId } = complaint;
    const { text, ...rest } = order;
    const payload = { ...rest, number, requestedAt: tx.now.toISOString(), customerId, siteId, keyId };
    const values = { ...personal(complaint), description: text || complaint.matter };
    const subject = matter.subject(complaint.id);
    return this.publisher.publish(tx, complaintOrderRequested, subject, payload, { keyId, values });
  }

  /** A planned revisit is not due any more. */
  reopened(tx: Transaction, { id, number, round, keyId }: Complaint): Promise<void> {
    return this.publisher.publish(tx, complaintReopened, matter.subject(id), { number, round, keyId }, null);
  }
}

const personal = ({ customerName, phone, matter: description }: Complaint) => ({ customerName, phone, description });
