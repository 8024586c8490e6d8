/** The start is refused because of a pack: every mistake with its path, not only the first (PCK-1). */

/** Thrown before anything is served; the host prints it and ends. */
export class PackError extends Error {
  constructor(
    readonly pack: string,
    readonly problems: readonly string[],
  ) {
    super([`The policy pack "${pack}" is refused; put these right and start again:`, ...problems].join('\n  '));
    this.name = 'PackError';
  }
}
