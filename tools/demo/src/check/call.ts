/** A call of the file after the check: codes of the pack, an instant, an officer who exists. */

/** What became of the call at the desk. These words are the demonstration's own, so their titles stand here. */
export const OUTCOMES = [
  { code: 'answered', title: { zh: '当场答复', en: 'Answered at once' } },
  { code: 'awaiting-customer', title: { zh: '待用户回复', en: 'Customer tests and answers' } },
  { code: 'form', title: { zh: '转问题表', en: 'Problem form' } },
  { code: 'nuisance', title: { zh: '骚扰或打错', en: 'Nuisance or wrong number' } },
] as const;

export type Outcome = (typeof OUTCOMES)[number]['code'];

export interface Call {
  /** Number of the call in the file, from 1 without the heading: with the seed it decides what happens afterwards. */
  readonly row: number;
  readonly line: number;
  /** Calls of the same minute follow one another by a millisecond, so that their order is the file's. */
  readonly at: Date;
  readonly officer: string;
  readonly channel: string;
  readonly phone: string;
  readonly name: string;
  readonly site: string;
  readonly summary: string;
  readonly category: string;
  readonly kind?: string;
  readonly outcome: Outcome;
  /** The customer was told to which department the form goes, and agreed. */
  readonly agreed: boolean;
}
