/** The terms a clock is armed with: the policy's own, or those of the variant its facts choose (DLN-4, CMP-4a). */
import { checkDuration, type Duration } from '../calendar/duration';
import { DeadlineError } from './deadline.errors';
import { checkPredicate, holds, type Facts, type Predicate } from './predicate';

/** Lower and upper bound of a limit, in one unit. */
export interface Bounds {
  readonly lower: Duration;
  readonly upper: Duration;
}

/** Limits by a fact, such as the kind of a complaint. */
export interface LimitTable {
  readonly fact: string;
  readonly rows: Readonly<Record<string, Bounds>>;
  /** For a value that is not in the rows; without it the policy's own limit counts. */
  readonly fallback?: Bounds;
}

/** The same policy with other terms for some cases; the first whose predicate holds counts. */
export interface PolicyVariant {
  /** Name it is kept by; its place in the list (from 1) unless set. */
  readonly key?: string;
  readonly when: Predicate;
  /** `lower`: the lower bound of the limit table. */
  readonly bound?: 'lower';
  readonly limit?: Duration;
  readonly warnShare?: number;
}

/** What of a policy the choice depends on. */
export interface VariedLimit {
  readonly limit: Duration;
  readonly warnShare?: number;
  /** Other terms for some cases: VIP, priority, gravity (DLN-4). */
  readonly variants?: readonly PolicyVariant[];
  /** Limits by a fact, each with a lower and an upper bound; the upper counts unless a variant takes the lower. */
  readonly limitTable?: LimitTable;
}

export interface ChosenTerms {
  readonly limit: Duration;
  readonly warnShare: number | undefined;
  /** Which variant was chosen; `undefined`: the policy as it stands. */
  readonly variant: string | undefined;
}

/** Pure choice of limit and warn share for these facts. A variant's own limit wins over the table's bound. */
export function chooseTerms(policy: VariedLimit, facts: Facts): ChosenTerms {
  const { variants = [], limitTable } = policy;
  const index = variants.findIndex(({ when }) => holds(when, facts));
  const chosen = variants[index];
  const bounds = limitTable && boundsOf(limitTable, facts);
  const tabled = chosen?.bound === 'lower' ? bounds?.lower : bounds?.upper;
  return {
    limit: chosen?.limit ?? tabled ?? policy.limit,
    warnShare: chosen?.warnShare ?? policy.warnShare,
    variant: chosen && (chosen.key ?? String(index + 1)),
  };
}

function boundsOf({ fact, rows, fallback }: LimitTable, facts: Facts): Bounds | undefined {
  const value = facts[fact];
  const row = typeof value === 'string' && Object.hasOwn(rows, value) ? rows[value] : undefined;
  return row ?? fallback;
}

/** Throws DeadlineError or CalendarError with the path of the first fault of a policy's variants and limit table. */
export function checkVariants({ variants = [], limitTable }: Pick<VariedLimit, 'variants' | 'limitTable'>): void {
  if (limitTable) checkTable(limitTable);
  const keys = new Set<string>();
  variants.forEach((variant, index) => {
    const path = `/variants/${index}`;
    const { key = String(index + 1), when, bound, limit, warnShare } = variant;
    if (keys.has(key)) throw new DeadlineError('variant-key-twice', `${path}/key`);
    keys.add(key);
    checkPredicate(when, `${path}/when`);
    if (limit) checkDuration(limit, `${path}/limit`);
    if (warnShare !== undefined && !(warnShare > 0 && warnShare <= 1)) {
      throw new DeadlineError('bad-warn-share', `${path}/warnShare`);
    }
    if (bound && !limitTable) throw new DeadlineError('bound-without-table', `${path}/bound`);
    if (!bound && !limit && warnShare === undefined) throw new DeadlineError('variant-changes-nothing', path);
  });
}

function checkTable({ fact, rows, fallback }: LimitTable): void {
  if (fact === '') throw new DeadlineError('empty-predicate', '/limitTable/fact');
  if (Object.keys(rows).length === 0) throw new DeadlineError('empty-predicate', '/limitTable/rows');
  for (const [value, bounds] of Object.entries(rows)) checkBounds(bounds, `/limitTable/rows/${value}`);
  if (fallback) checkBounds(fallback, '/limitTable/fallback');
}

function checkBounds({ lower, upper }: Bounds, path: string): void {
  checkDuration(lower, `${path}/lower`);
  checkDuration(upper, `${path}/upper`);
  if (lower.unit !== upper.unit) throw new DeadlineError('bounds-of-two-units', `${path}/lower/unit`);
  if (lower.value > upper.value) throw new DeadlineError('lower-above-upper', `${path}/lower/value`);
}
