/** A company of the demonstration: a pack, the morning its month begins, and the stories it plays. */
import type { Office } from '../office/office';
import type { Ledger } from '../proofs/ledger';

export interface Company {
  readonly pack: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Local time at which its clock begins. */
  readonly from: string;
  /** Plays the month, leaves the papers, writes figures and equations into the ledger. @param calls file of a day's calls */
  play(office: Office, ledger: Ledger, calls: string): Promise<void>;
}
