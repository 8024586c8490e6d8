/** Work held by a lease in real time: short, so that what a dead process held is soon taken up, and renewed while it goes on. */

/** A process that died holds nothing longer than this, milliseconds. */
export const LEASE = 15_000;

/** Three chances before it runs out. */
const RENEW_EVERY = 5_000;

/** When a lease taken or renewed now runs out. @param now real time */
export const leaseEnd = (now: Date): Date => new Date(now.getTime() + LEASE);

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
