/** A customer's own rest hours (RVT-2); `id` is the customer's. */
import { RowStore } from '@bihuan/database';
import type { Transaction } from '@bihuan/database';
import type { RestHours } from '../domain/rest-hours.rules';

export interface CustomerRest {
  readonly id: string;
  readonly version: number;
  readonly hours: RestHours;
}

export const restHours = new RowStore<CustomerRest>('revisit.rest_hours', {
  id: 'uuid',
  version: 'int',
  hours: 'jsonb',
});

export async function restOfCustomer(
  reader: Pick<Transaction, 'query'>,
  customerId: string | null,
): Promise<RestHours> {
  if (customerId === null) return [];
  const [row] = await restHours.find(reader, 'r.id = $1', [customerId]);
  return row?.hours ?? [];
}
