/** The only reader and writer of `complaints.circulation`. */
import { RowStore } from '@bihuan/database';
import type { Circulation } from '../domain/circulation.state';

export const circulations = new RowStore<Circulation>('complaints.circulation', {
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
  sanctionId: 'uuid',
  issuingUnitId: 'uuid',
  unitId: 'uuid',
  employeeId: 'uuid',
  employeeName: 'text',
  matter: 'text',
  ground: 'text',
  handling: 'text',
  requirement: 'text',
  issuedBy: 'jsonb',
  list: 'jsonb',
});
