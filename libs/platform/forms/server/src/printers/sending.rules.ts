/** When something for a printer is tried again, and when it is given up; real time (FRM-6). Pure. */

/** Seconds to wait after the 1st, 2nd … failed try in a row: a jam is cleared, a printer switched on, within an hour. */
const WAITS = [2, 5, 15, 60, 300, 900, 1_800];

/** Seconds between two looks at a job, longer with each: most are done at once, a long one takes minutes. */
const LOOKS = [1, 1, 2, 2, 5, 5, 10];
const LOOK_AT_LEAST = 20;

/** A printer that is busy all the time, or stopped, is asked so often: about a day. */
const BUSY_AT_MOST = 4_000;

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

/** The next try; `null` when it is given up. @param failures in a row, this one included */
export function nextTry(failures: number, permanent: boolean, now: Date): Date | null {
  const wait = permanent ? undefined : WAITS[failures - 1];
  return wait === undefined ? null : after(now, wait);
}

/** The next look at a job the printer has. @param looks so far */
export const nextLook = (looks: number, now: Date): Date => after(now, LOOKS[looks] ?? LOOK_AT_LEAST);

/** A busy printer has failed at nothing: it is asked again as a job is looked at; `null` after a day. */
export const nextWhenBusy = (looks: number, now: Date): Date | null =>
  looks >= BUSY_AT_MOST ? null : nextLook(looks, now);
