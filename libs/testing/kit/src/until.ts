/** Waiting for what must come, and real pauses. */

/** Between two looks, milliseconds. */
const LOOK = 50;

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until it holds. @throws with what it waited for */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; !(await holds());) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain for: ${what}`);
    await pause(LOOK);
  }
}
