/** Who may run in this process: many together, or one alone, who comes before all that have not begun. */
const nothing = (): void => undefined;

export class Turns {
  /** The last who runs alone: whoever comes after him waits for him. */
  private lone: Promise<void> = Promise.resolve();
  private readonly together = new Set<Promise<void>>();

  /** Settles when it is one's turn. @returns to be called when it is over */
  async enter(alone: boolean): Promise<() => void> {
    let leave = nothing;
    const over = new Promise<void>((done) => (leave = done));
    if (alone) {
      const before = [this.lone, ...this.together];
      this.lone = over;
      await Promise.all(before);
      return leave;
    }
    // Another may have asked to be alone while this one waited.
    for (let seen: Promise<void> | undefined; seen !== this.lone;) await (seen = this.lone);
    this.together.add(over);
    return () => {
      this.together.delete(over);
      leave();
    };
  }
}
