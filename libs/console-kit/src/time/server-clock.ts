/**
 * The suite's time in the browser. Every badge counts from it, never from the reader's own clock: an offset measured on
 * the answers of the server, or the standing hand of a manual clock (SUITE_CLOCK=manual).
 */

interface Reading {
  /** Milliseconds since 1970 on the suite's clock, when it was read. */
  readonly suite: number;
  /** The page's monotonic time at that moment. */
  readonly seen: number;
  /** A manual clock stands still between readings. */
  readonly standing: boolean;
}

/** Jitter of a `Date` header (whole seconds, network) below which a running clock is left alone: badges never jump. */
const TOLERANCE = 2_000;

let reading: Reading = { suite: performance.timeOrigin + performance.now(), seen: performance.now(), standing: false };
const watchers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** Milliseconds since 1970 on the suite's clock. */
export function suiteNow(): number {
  return reading.standing ? reading.suite : reading.suite + (performance.now() - reading.seen);
}

function take(suite: number, standing: boolean): void {
  if (Number.isNaN(suite)) return;
  reading = { suite, seen: performance.now(), standing };
  watchers.forEach((watch) => watch());
}

/** Sets the clock to what the server said: `standing` for a manual clock, else it runs on. */
export function setSuiteTime(now: string, standing: boolean): void {
  take(Date.parse(now), standing);
}

/** Reads the time an answer carries: `x-suite-now`, else `date` unless a manual clock is known. */
export function noteServerTime(headers: Headers): void {
  const exact = headers.get('x-suite-now');
  if (exact) {
    const at = Date.parse(exact);
    if (reading.standing ? at !== reading.suite : Math.abs(at - suiteNow()) > TOLERANCE) take(at, reading.standing);
    return;
  }
  const date = headers.get('date');
  if (!date || reading.standing) return;
  const at = Date.parse(date);
  if (Math.abs(at - suiteNow()) > TOLERANCE) take(at, false);
}

/** Calls back when the clock ticks (every second) or is moved. */
export function watchClock(watch: () => void): () => void {
  watchers.add(watch);
  ticking ??= setInterval(() => {
    if (!reading.standing) watchers.forEach((each) => each());
  }, 1_000);
  return () => {
    watchers.delete(watch);
    if (watchers.size === 0 && ticking !== undefined) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/** Is the suite's clock moved by hand? */
export const isClockStanding = (): boolean => reading.standing;
