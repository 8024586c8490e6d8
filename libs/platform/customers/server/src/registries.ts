/** Extension points of the customers room: what modules add to a customer's screen and to the search (CUS-1, CUS-2). */
import type { Subject, Title, UserActor } from '@bihuan/plugin-kit';
import { Registry } from '@bihuan/plugin-kit';

export interface HistoryQuestion {
  readonly customerId: string;
  /** Only what concerns this site. */
  readonly siteId?: string;
}

/** One line of the screen of history. */
export interface HistoryItem {
  readonly subject: Subject;
  readonly kind: string;
  readonly number?: string;
  readonly at: Date;
  readonly state: string;
  readonly title: Title;
}

/** What a module adds to the history of a customer or site. */
export interface HistoryPart {
  /** Only what the reader may see (IDN-2); at most the newest few hundred. */
  history(actor: UserActor, question: HistoryQuestion): Promise<readonly HistoryItem[]>;
}

/** Module id → its part of the history (CUS-2). */
export class HistoryParts extends Registry<HistoryPart> {
  constructor() {
    super('history parts');
  }
}

/** How a module finds the customer of one of its numbers. */
export interface NumberFinder {
  /** Ids of the customers on records with exactly this number. */
  customersOf(number: string): Promise<readonly string[]>;
}

/** Module id → finder: a problem form's number finds its customer (CUS-1). */
export class NumberFinders extends Registry<NumberFinder> {
  constructor() {
    super('number finders');
  }
}
