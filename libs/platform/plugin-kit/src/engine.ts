/** What the rooms tell of their engines: queues, events, deadlines, paper; the engine room asks and shows it. */
import { Registry } from './registry';

/** Both answers are JSON of counts, instants and codes; nothing personal. Each is cheap: 50 ms for all rooms together. */
export interface EnginePart {
  /** What the database says: the same in every process. */
  shared?(): Promise<unknown>;
  /** What only this process knows. */
  here?(): unknown;
}

/** Rooms add theirs under their own id. */
export class EngineParts extends Registry<EnginePart> {
  constructor() {
    super('engine parts');
  }
}

/** Counted no further: a page that says "more than 5,000" says enough, and costs as little as one that says 12. */
export const CAPPED_AT = 5_000;

/** SQL of a count that stops after the cap. @param source what stands behind `from`, condition included */
export const capped = (source: string): string =>
  `(select count(*)::int from (select 1 from ${source} limit ${CAPPED_AT + 1}) counted)`;
