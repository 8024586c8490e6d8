/** A contact for tests of its rules. */
import type { Contact } from '../domain/contact.state';

export const TAKEN = new Date('2026-09-17T09:00:00+08:00');

export const aContact = (more: Partial<Contact> = {}): Contact => ({
  id: 'contact',
  version: 1,
  state: 'open',
  channel: 'phone',
  callerName: '王建国',
  callerPhone: '13812345678',
  customerId: null,
  siteId: null,
  equipmentId: null,
  site: '',
  summary: '吞卡',
  category: 'technical',
  purpose: '',
  ownerId: 'agent',
  takenById: 'agent',
  officerNumber: '01',
  unitId: 'hotline',
  startedAt: TAKEN,
  answeredAt: TAKEN,
  endedAt: null,
  callId: null,
  recording: null,
  answer: null,
  solutionId: null,
  understood: null,
  satisfied: null,
  conclusion: null,
  concludedAt: null,
  reopenedAt: null,
  day: '2026-09-17',
  keyId: 'key',
  ...more,
});
