/** When a webhook is tried again, and when an endpoint counts as failing (EVT-3). */

/** Seconds before the 2nd, 3rd … try; after the last one, a good day after the first, a person looks at it. */
export const WAITS = [5, 30, 120, 600, 3_600, 21_600, 61_200];

/** An endpoint that took nothing for so long is failing, milliseconds. */
export const FAILING_AFTER = 86_400_000;

export interface NextTry {
  readonly state: 'pending' | 'parked';
  /** When to try again; `null` when it is parked. */
  readonly tryAt: Date | null;
}

/**
 * @param attempts tries so far, this one included
 * @param manual under the manual clock nothing waits: whoever moves the clock must find everything done
 */
export function afterFailure(attempts: number, now: Date, manual: boolean): NextTry {
  const wait = WAITS[attempts - 1];
  if (wait === undefined) return { state: 'parked', tryAt: null };
  return { state: 'pending', tryAt: new Date(now.getTime() + (manual ? 0 : wait * 1_000)) };
}

/** So many failures in a row, of whatever deliveries, and the endpoint as a whole is left alone for a while. */
const PATIENCE = 5;

/** Seconds of the first such pause; each one is twice as long, up to the longest. */
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 300;

/**
 * Until when a dead endpoint is left alone; `null` where it is not. So it is not asked anew with every event, and what
 * waits for it spends no tries meanwhile: when it is back, everything goes out in order.
 *
 * @param failures in a row, this one included
 */
export function pausedUntil(failures: number, now: Date, manual: boolean): Date | null {
  if (manual || failures < PATIENCE) return null;
  const seconds = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - PATIENCE));
  return new Date(now.getTime() + seconds * 1_000);
}

/** @param since the first failure after the last success */
export const isFailing = (since: Date, now: Date): boolean => now.getTime() - since.getTime() >= FAILING_AFTER;
