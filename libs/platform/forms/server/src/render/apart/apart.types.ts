/** What is said between the suite and the process that runs uploaded templates (FRM-4, S5). */
import type { PaperContext } from '../template/helpers';

export interface ApartQuestion {
  readonly id: number;
  readonly source: string;
  readonly data: unknown;
  readonly paper: Omit<PaperContext, 'budget'>;
}

export type ApartAnswer =
  | { readonly id: number; readonly html: string }
  /** Why not, in the engine's words; never data. */
  | { readonly id: number; readonly reason: string };
