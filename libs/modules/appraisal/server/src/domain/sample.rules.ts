/** The month's sample: contacts of a person in an order nobody can choose, the first so many (APR-1a). */

export interface Candidate {
  readonly id: string;
  /** From the month's seed and the contact's id: the same seed draws the same contacts. */
  readonly rank: string;
  readonly customerId: string;
}

/** One call a customer first, so that nobody is asked twice while others were not asked at all. */
export function drawn<C extends Candidate>(candidates: readonly C[], size: number): readonly C[] {
  const order = [...candidates].sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  const asked = new Set<string>();
  const [first, again]: [C[], C[]] = [[], []];
  for (const candidate of order) {
    (asked.has(candidate.customerId) ? again : first).push(candidate);
    asked.add(candidate.customerId);
  }
  return [...first, ...again].slice(0, size);
}
