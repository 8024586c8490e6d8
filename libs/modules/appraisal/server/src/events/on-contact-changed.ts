/** Contacts of the hotline, known here to draw samples from: whose, of which customer, in which month (APR-1a). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { contactChanged } from '@bihuan/events';
import { Subscribers } from '@bihuan/outbox';
import { noteContacts } from '../data/sample.store';
import { periodOf } from '../domain/cut-off.rules';
import { AppraisalPack } from '../pack.settings';

@Injectable()
export class OnContactChanged implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly pack: AppraisalPack,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'appraisal.on-contact-changed',
      event: contactChanged,
      fromBeginning: true,
      handleAll: async (tx, events) => {
        const facts = await Promise.all(
          events.map(async ({ payload }) => ({
            id: payload.caseId,
            factVersion: payload.version,
            // A wrong number or a nuisance is nobody's service to ask about.
            employeeId: payload.dims['category'] === 'nuisance' ? null : payload.personId,
            unitId: payload.unitId,
            customerId: payload.customerId,
            number: payload.number,
            period: periodOf(await this.pack.day(new Date(payload.openedAt))),
          })),
        );
        await noteContacts(tx, facts);
      },
    });
  }
}
