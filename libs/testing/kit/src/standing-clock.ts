/** A clock for tests that stands where it is put. */
export class StandingClock {
  readonly manual = true;

  constructor(private instant: Date) {}

  now(): Promise<Date> {
    return Promise.resolve(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}
