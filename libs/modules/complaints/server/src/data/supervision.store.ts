/** The only reader and writer of `complaints.supervision`. */
import { RowStore } from '@bihuan/database';
import type { Supervision } from '../domain/supervision.state';

export const supervisions = new RowStore<Supervision>('complaints.supervision', {
  id: 'uuid',
  version: 'int',
  number: 'text',
  state: 'text',
  customerId: 'uuid',
  keyId: 'uuid',
  dueAt: 'timestamptz',
  createdAt: 'timestamptz',
  complaintId: 'uuid',
  complaintNumber: 'text',
  automatic: 'boolean',
  ground: 'text',
  stage: 'text',
  issuingUnitId: 'uuid',
  unitId: 'uuid',
  employeeId: 'uuid',
  employeeName: 'text',
  instruction: 'text',
  requiredReply: 'text',
  replyDueAt: 'timestamptz',
  issuedBy: 'jsonb',
  reply: 'jsonb',
});
