/** Waiting for what must come, and real pauses between faults. */

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until it holds, and says what it waited for. */
export async function until(what: string, holds: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; !(await holds());) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain for: ${what}`);
    await pause(100);
  }
}
