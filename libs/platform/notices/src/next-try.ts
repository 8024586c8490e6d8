/** When something that could not be sent is tried again: the same for notices and for messages to customers (NTF-1, NTF-2). */
import type { UnitOfWork } from '@bihuan/database';

/** The next try after now: what is due already is being sent, perhaps by another process. */
export async function nextTry(work: UnitOfWork, table: 'notices.delivery' | 'notices.outgoing'): Promise<Date | null> {
  const [row] = await work.query<{ due: Date | null }>(
    `select min(try_at) as due from ${table} where state = 'pending' and try_at > $1`,
    [await work.now()],
  );
  return row?.due ?? null;
}
