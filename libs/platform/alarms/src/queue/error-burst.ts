/** Tells an occasional error from one that comes again and again. */

/** So many errors within so many milliseconds are a burst. */
const MANY = 20;
const WITHIN = 10_000;

export class ErrorBurst {
  private times: number[] = [];

  /** Notes an error; true once, when it makes a burst. @param at milliseconds on any steady clock */
  grows(at: number): boolean {
    this.times = [...this.times.filter((time) => at - time < WITHIN), at];
    return this.times.length === MANY;
  }
}
