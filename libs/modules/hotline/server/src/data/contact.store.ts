/** The only reader and writer of `hotline.contact`. */
import { RowStore } from '@bihuan/database';
import type { Contact } from '../domain/contact.state';

export const contacts = new RowStore<Contact>('hotline.contact', {
  id: 'uuid',
  version: 'int',
  state: 'text',
  channel: 'text',
  callerName: 'text',
  callerPhone: 'text',
  customerId: 'uuid',
  siteId: 'uuid',
  equipmentId: 'uuid',
  site: 'text',
  summary: 'text',
  category: 'text',
  purpose: 'text',
  ownerId: 'uuid',
  takenById: 'uuid',
  officerNumber: 'text',
  unitId: 'uuid',
  startedAt: 'timestamptz',
  answeredAt: 'timestamptz',
  endedAt: 'timestamptz',
  callId: 'text',
  recording: 'text',
  answer: 'text',
  solutionId: 'uuid',
  understood: 'boolean',
  satisfied: 'boolean',
  conclusion: 'text',
  concludedAt: 'timestamptz',
  firstConclusion: 'text',
  firstConcludedAt: 'timestamptz',
  firstReopenedAt: 'timestamptz',
  day: 'text',
  keyId: 'uuid',
});

export const contactSubject = (id: string) => ({ module: 'hotline', kind: 'contact', id });
