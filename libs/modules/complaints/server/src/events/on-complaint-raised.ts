/** Complaints that other modules heard: service forms of the hotline, revisits and evaluations (HOT-7c, RVT-4, RVT-8b, CMP-1). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { complaintHeard, serviceComplaintRaised } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Subscribers } from '@bihuan/outbox';
import { HeardElsewhere } from '../use-cases/register-complaint/heard-elsewhere.handler';

@Injectable()
export class OnComplaintRaised implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly elsewhere: HeardElsewhere,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'complaints.on-service-complaint',
      event: serviceComplaintRaised,
      handle: async (tx: Transaction, { payload, personal, caughtUp }) => {
        const { formId, number, channel, raisedAt, customerId, officerId, keyId } = payload;
        await this.elsewhere.take(tx, {
          source: { module: 'hotline', kind: 'problem-form', id: formId, number },
          channel,
          heardAt: new Date(raisedAt),
          customerId,
          officerId,
          keyId,
          words: personal && { ...personal, description: personal.matter },
          caughtUp,
        });
      },
    });
    this.subscribers.subscribe({
      name: 'complaints.on-complaint-heard',
      event: complaintHeard,
      handle: async (tx: Transaction, { payload, personal, caughtUp }) => {
        const { source, number, channel, heardAt, customerId, officerId, keyId } = payload;
        await this.elsewhere.take(tx, {
          source: { ...source, number },
          channel,
          heardAt: new Date(heardAt),
          customerId,
          officerId,
          keyId,
          words: personal,
          caughtUp,
        });
      },
    });
  }
}
