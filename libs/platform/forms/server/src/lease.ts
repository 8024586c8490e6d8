/** Work held by a lease on PostgreSQL’s clock: short, so that what a dead process held is soon taken up, and renewed while it goes on. */

import { leaseFor } from '@bihuan/database';

/** A process that died holds nothing longer than this, milliseconds. */
const LEASE = 15_000;

/** Three chances before it runs out. */
const RENEW_EVERY = 5_000;

/** In SQL: when a lease taken or renewed now runs out. */
export const LEASE_END = leaseFor(LEASE);

/** Does the work and renews its lease meanwhile. */
export async function holding<T>(renew: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  // One that cannot be renewed runs out: then somebody else takes the work over, and what is done here is not noted.
  const timer = setInterval(() => void renew().catch(() => undefined), RENEW_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
