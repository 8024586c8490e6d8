/** The only reader and writer of `appeals.circulation`. */
import { RowStore } from '@bihuan/database';
import type { Circulation } from '../domain/circulation.state';

export const circulations = new RowStore<Circulation>('appeals.circulation', {
  id: 'uuid',
  version: 'int',
  number: 'text',
  state: 'text',
  appealId: 'uuid',
  appealNumber: 'text',
  caseNumber: 'text',
  ground: 'text',
  unitId: 'uuid',
  persons: 'jsonb',
  facts: 'jsonb',
  basis: 'text',
  decision: 'text',
  demand: 'text',
  reason: 'text',
  decidedBy: 'jsonb',
  decidedAt: 'timestamptz',
  distribution: 'jsonb',
  customerId: 'uuid',
  createdAt: 'timestamptz',
  dueAt: 'timestamptz',
  keyId: 'uuid',
});
