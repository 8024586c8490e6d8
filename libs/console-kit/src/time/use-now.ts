/** The suite's time as React state, in steps, so that a page with 500 badges draws only when a word may change. */
import { useSyncExternalStore } from 'react';
import { isClockStanding, suiteNow, watchClock } from './server-clock';

/** The suite's now, rounded down to `step` seconds; a standing clock is given to the second. */
export function useNow(step = 5): Date {
  const shown = useSyncExternalStore(watchClock, () => {
    const size = (isClockStanding() ? 1 : step) * 1_000;
    return Math.floor(suiteNow() / size) * size;
  });
  return new Date(shown);
}
