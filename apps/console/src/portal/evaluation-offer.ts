/** What the company lets its customers evaluate (RVT-8). */
import type { Words } from './dom';

export interface EvaluationOffer {
  readonly company: Words;
  readonly items: readonly { readonly code: string; readonly title: Words }[];
  /** Scores of the drop-downs, the lowest first. */
  readonly scores: readonly number[];
}
