/** APL-1: which earlier complaint may be meant, by phone (or customer) and matter. */
import type { KnownComplaint } from './complaint.state';

/** Digits of a number as people write it: `0371-6532 1000` and `037165321000` are one. */
export const phoneDigits = (phone: string): string => phone.replace(/\D/g, '');

const pairs = (text: string): Set<string> => {
  const plain = text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
  return new Set([...plain].slice(1).map((letter, index) => ([...plain][index] ?? '') + letter));
};

/** Share of the pairs of letters that both texts have (Dice), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size);
}

/** From so much likeness on the matter counts as the same. */
const ALIKE = 0.3;

export interface Ranked<C> {
  readonly complaint: C;
  readonly reasons: readonly ('phone' | 'customer' | 'matter')[];
  readonly similarity: number;
}

/** Complaints of the same phone or customer, the likest matter first; at the same likeness the latest. */
export function rankCandidates<C extends Pick<KnownComplaint, 'phone' | 'customerId' | 'matter' | 'registeredAt'>>(
  asked: { readonly phone: string; readonly customerId: string | null; readonly matter: string },
  complaints: readonly C[],
): readonly Ranked<C>[] {
  const phone = phoneDigits(asked.phone);
  return complaints
    .map((complaint): Ranked<C> => {
      const similarity = likeness(asked.matter, complaint.matter);
      return {
        complaint,
        similarity,
        reasons: [
          ...(phone !== '' && complaint.phone === phone ? (['phone'] as const) : []),
          ...(asked.customerId !== null && complaint.customerId === asked.customerId ? (['customer'] as const) : []),
          ...(similarity >= ALIKE ? (['matter'] as const) : []),
        ],
      };
    })
    .filter(({ reasons }) => reasons.some((reason) => reason !== 'matter'))
    .sort(
      (a, b) => b.similarity - a.similarity || b.complaint.registeredAt.getTime() - a.complaint.registeredAt.getTime(),
    );
}
