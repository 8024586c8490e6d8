/** The only reader and writer of `complaints.sanction`. */
import { RowStore } from '@bihuan/database';
import type { Sanction } from '../domain/sanction.state';

export const sanctions = new RowStore<Sanction>('complaints.sanction', {
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
  employeeId: 'uuid',
  employeeName: 'text',
  unitId: 'uuid',
  liability: 'text',
  breach: 'text',
  stage: 'text',
  ground: 'text',
  points: 'float8',
  amount: 'int',
  proposedBy: 'jsonb',
  decision: 'jsonb',
  toldAt: 'timestamptz',
  objectUntil: 'timestamptz',
  objection: 'jsonb',
  review: 'jsonb',
});
