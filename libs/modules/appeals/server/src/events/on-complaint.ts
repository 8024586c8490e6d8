/** Complaints as they are registered, answered, reopened: known here for linking (APL-1, APL-6b). The whole past is wanted. */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { complaintAnswered, complaintRegistered, complaintReopened } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import { rememberAnswer, rememberRegistered } from '../data/known-complaint.store';
import { phoneDigits } from '../domain/candidates.rules';

@Injectable()
export class OnComplaint implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'appeals.on-complaint-registered',
      event: complaintRegistered,
      fromBeginning: true,
      handleAll: (tx, events) =>
        rememberRegistered(
          tx,
          events.map(({ subject, payload, personal }) => ({
            id: subject.id,
            number: payload.number,
            registeredAt: new Date(payload.registeredAt),
            channel: payload.channel,
            business: payload.business,
            kind: payload.kind,
            customerId: payload.customerId,
            // Erased since: nothing of him is kept here.
            phone: phoneDigits(personal?.phone ?? ''),
            matter: personal?.description ?? '',
            keyId: payload.keyId,
          })),
        ),
    });
    this.subscribers.subscribe({
      name: 'appeals.on-complaint-answered',
      event: complaintAnswered,
      fromBeginning: true,
      handle: (tx, { subject, payload: { number, answeredAt, outcome, inTime, keyId } }) =>
        rememberAnswer(tx, { id: subject.id, number, outcome, inTime, keyId }, new Date(answeredAt)),
    });
    this.subscribers.subscribe({
      name: 'appeals.on-complaint-reopened',
      event: complaintReopened,
      fromBeginning: true,
      handle: (tx, { subject, payload: { number, keyId }, at }) =>
        rememberAnswer(tx, { id: subject.id, number, outcome: null, inTime: null, keyId }, at),
    });
  }
}
