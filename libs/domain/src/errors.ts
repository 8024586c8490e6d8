/** Base of every error the domain throws: a stable code, the place in the input, and the text in both languages. */

/** A sentence in both languages of the suite; the console shows Chinese first. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/**
 * A broken rule of the domain. `path` is a JSON pointer into the value that was given ('' = the value as a whole).
 * The HTTP status is chosen at the edge, not here.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly path: string,
    readonly texts: Texts,
  ) {
    super(texts.en);
    this.name = new.target.name;
  }
}
