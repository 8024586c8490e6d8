/** How many orders each person has at work (DSP-2). */
import type { Transaction } from '@bihuan/database';

/** Employee → open orders on which he is sent and has not yet solved. */
export async function loadOf(
  reader: Pick<Transaction, 'query'>,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.query<{ engineer_id: string; count: number }>(
    `select engineer_id, count(*)::int as count from dispatch.work_order
     where engineer_id = any($1) and state not in ('closed', 'cancelled', 'solved', 'fed-back', 'verified')
     group by engineer_id`,
    [employeeIds],
  );
  return new Map(rows.map(({ engineer_id, count }) => [engineer_id, count]));
}
