/** What an indicator is: data that one evaluator reads (RPT-1, RPT-4). */
import type { FigureRow } from '@bihuan/reporting-contract';

export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** Which rows a term sums: cases by intake day, clocks by due day, figures entered by period. */
export type TermSource = 'cases' | 'clocks' | 'base';

/** A sum over rows: `{ source: 'cases', matter: 'complaints.complaint', measure: 'on-time' }`. */
export interface Term {
  readonly source: TermSource;
  /** `module.kind` of the cases or of the clocks' subjects; for `base` the figure's name. */
  readonly matter: string;
  /** Name of a measure; `cases` counts rows; `known:<measure>` counts the rows that have it; of a base `stock` or `flow`. */
  readonly measure: string;
  /** Only rows with one of these codes, by dimension. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

export interface Indicator {
  readonly id: string;
  readonly title: Title;
  readonly definition: Title;
  readonly purpose: Title;
  readonly formula: Title;
  readonly kind: 'ratio' | 'mean' | 'max' | 'sum';
  readonly unit: 'percent' | 'count' | 'seconds' | 'points' | 'fen';
  readonly numerator: Term;
  readonly denominator?: Term;
  /** Stands for the denominator where its module is not deployed: figures entered or imported (CMP-16). */
  readonly otherwise?: Term;
  readonly dimensions: readonly string[];
  readonly higherIsBetter: boolean;
  /** Function of the unit that answers for it. */
  readonly answersFor: string;
}

/** @param measure of the case's row; a row counts once unless said */
export const cases = (matter: string, measure = 'cases', where?: Term['where']): Term => ({
  source: 'cases',
  matter,
  measure,
  ...(where ? { where } : {}),
});

/** @param matter whose clocks */
export const clocks = (matter: string, measure: string): Term => ({ source: 'clocks', matter, measure });

/** @param measure `stock`: several months are their mean; `flow`: their sum */
export const base = (figure: string, measure: 'stock' | 'flow'): Term => ({ source: 'base', matter: figure, measure });

/** Sums of one group. */
export interface Sums {
  readonly key: Readonly<Record<string, string | null>>;
  readonly numerator: number;
  readonly denominator: number | null;
}

export interface GroupSum {
  readonly key: Sums['key'];
  readonly sum: number;
}

/** Digits kept of a quotient: the same in dashboard, table, file and API (RPT-4). */
const DIGITS = 6;

export const rounded = (value: number): number => Math.round(value * 10 ** DIGITS) / 10 ** DIGITS;

type Figure = Pick<FigureRow, 'value' | 'numerator' | 'denominator' | 'note'>;

/** A ratio without a denominator has no value; where the base is missing that is said, never 0 (RPT-1c). */
export function figureOf(kind: Indicator['kind'], lower: Term | undefined, sums: Omit<Sums, 'key'>): Figure {
  const { numerator, denominator } = sums;
  if (kind === 'sum') return { value: numerator, numerator, denominator: null, note: null };
  if (!denominator) return { value: null, numerator, denominator, note: lower?.source === 'base' ? 'no-base' : 'none' };
  const value = kind === 'max' ? numerator : rounded(numerator / denominator);
  return { value, numerator, denominator, note: null };
}

const nameOf = (key: Sums['key']): string => JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Groups that either side has, joined by their key, in one order; groups of nothing are left out. */
export function joined(numerators: readonly GroupSum[], denominators: readonly GroupSum[] | null): Sums[] {
  const groups = new Map<string, { key: Sums['key']; numerator: number; denominator: number | null }>();
  for (const { key, sum } of numerators) {
    groups.set(nameOf(key), { key, numerator: sum, denominator: denominators ? 0 : null });
  }
  for (const { key, sum } of denominators ?? []) {
    const known = groups.get(nameOf(key));
    if (known) known.denominator = sum;
    else groups.set(nameOf(key), { key, numerator: 0, denominator: sum });
  }
  return [...groups.values()]
    .filter(({ numerator, denominator }) => numerator !== 0 || denominator)
    .sort((a, b) => (nameOf(a.key) < nameOf(b.key) ? -1 : 1));
}

/** Gives each group the base of its own codes; a base is split by fewer dimensions than cases (RPT-1c). */
export function onBase(numerators: readonly GroupSum[], bases: readonly GroupSum[], dims: readonly string[]): Sums[] {
  const own = (key: Sums['key']): string => JSON.stringify(dims.map((dim) => key[dim] ?? null));
  const sums = new Map(bases.map(({ key, sum }) => [own(key), sum]));
  return numerators
    .map(({ key, sum }) => ({ key, numerator: sum, denominator: sums.get(own(key)) ?? null }))
    .sort((a, b) => (nameOf(a.key) < nameOf(b.key) ? -1 : 1));
}
