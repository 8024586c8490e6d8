/** The only reader and writer of `appraisal.proposal` (APR-6). */
import type { Transaction } from '@bihuan/database';
import { RowStore } from '@bihuan/database';
import type { Proposal } from '../domain/proposal.state';

export const proposals = new RowStore<Proposal>('appraisal.proposal', {
  id: 'uuid',
  version: 'int',
  number: 'text',
  state: 'text',
  customerId: 'uuid',
  keyId: 'uuid',
  dueAt: 'timestamptz',
  createdAt: 'timestamptz',
  employeeId: 'uuid',
  employeeName: 'text',
  unitId: 'uuid',
  ownerUnitId: 'uuid',
  consequence: 'text',
  groundKey: 'text',
  cause: 'text',
  ground: 'text',
  facts: 'jsonb',
  proposedBy: 'text',
  decidedById: 'uuid',
  decidedBy: 'text',
  decidedAt: 'timestamptz',
  decision: 'text',
});

/** Proposals of a person, to see on which months they rest. */
export const proposalsOf = (tx: Transaction, employeeId: string): Promise<Proposal[]> =>
  proposals.find(tx, 'r.employee_id = $1', [employeeId]);
