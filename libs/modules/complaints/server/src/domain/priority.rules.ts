/** CMP-3: importance, gravity, breadth, urgency, in this order, as one number: the smaller the sooner. */
import type { ComplaintsSection } from '../complaints.settings';

export interface Weighed {
  readonly customerClass: string | null;
  readonly gravity: readonly string[];
  readonly followers: number;
  readonly serviceDown: boolean;
}

const DIGIT = 9;
const LAST = 9999;

/** 0 … 9999. */
export function priorityOf(
  { importance, gravity: weights }: Pick<ComplaintsSection, 'importance' | 'gravity'>,
  { customerClass, gravity, followers, serviceDown }: Weighed,
): number {
  const important = customerClass === null ? 0 : (importance[customerClass] ?? 0);
  const known = weights as Readonly<Record<string, number>>;
  const grave = Math.max(0, ...gravity.map((mark) => known[mark] ?? 0));
  const broad = Math.min(DIGIT, followers);
  return LAST - (important * 1000 + grave * 100 + broad * 10 + (serviceDown ? DIGIT : 0));
}

/** CMP-3a: is its queue kept for named seats? */
export const isReserved = ({ reserved }: Pick<ComplaintsSection, 'reserved'>, customerClass: string | null): boolean =>
  customerClass !== null && reserved.some(({ classes }) => classes.includes(customerClass));
