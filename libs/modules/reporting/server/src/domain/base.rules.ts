/** Figures from outside as a denominator: which rows of them count, and never 0 for one that is missing (RPT-1c). */
import type { GroupSum } from './indicator.rules';

export interface BaseRow {
  readonly period: string;
  /** Codes by dimension, `null` where the row is not split by it. */
  readonly codes: Readonly<Record<BaseDimension, string | null>>;
  readonly value: number;
}

export const BASE_DIMENSIONS = ['business', 'level', 'brand', 'unit'] as const;
export type BaseDimension = (typeof BASE_DIMENSIONS)[number];

export interface BaseQuestion {
  /** The period as it is written, and the months it is made of. */
  readonly period: string;
  readonly months: readonly string[];
  /** Codes to split by, among the dimensions of a base. */
  readonly by: readonly BaseDimension[];
  readonly filter: Readonly<Partial<Record<BaseDimension, string>>>;
  /** Units the reader may see; absent: all. */
  readonly units?: readonly string[];
}

/** Which of these dimensions a base can be split by. */
export const baseDimensions = (dims: readonly string[]): BaseDimension[] =>
  BASE_DIMENSIONS.filter((dim) => dims.includes(dim));

/**
 * Sums by group. What was given for the very period counts before the sum of its months; a total before the sum of its
 * parts. A stock of several months is their mean, a flow their sum, and of a flow no month may be missing.
 */
export function baseSums(rows: readonly BaseRow[], measure: string, question: BaseQuestion): GroupSum[] {
  const { period, months, by, filter, units } = question;
  const exact = fitting(
    rows.filter((row) => row.period === period),
    question,
  );
  const span =
    exact.length > 0
      ? exact
      : months.flatMap((month) =>
          fitting(
            rows.filter((row) => row.period === month),
            question,
          ),
        );
  const present = new Set(span.map((row) => row.period));
  const whole =
    exact.length > 0 || (measure === 'flow' ? months.every((month) => present.has(month)) : present.size > 0);
  if (!whole) return [];
  const divisor = measure === 'stock' ? present.size : 1;
  const groups = new Map<string, { key: GroupSum['key']; sum: number }>();
  for (const row of span) {
    if (Object.entries(filter).some(([dim, code]) => row.codes[dim as BaseDimension] !== code)) continue;
    if (units && !(row.codes.unit !== null && units.includes(row.codes.unit))) continue;
    const key = Object.fromEntries(by.map((dim) => [dim, row.codes[dim]]));
    const group = groups.get(JSON.stringify(key)) ?? { key, sum: 0 };
    group.sum += row.value;
    groups.set(JSON.stringify(key), group);
  }
  return [...groups.values()].map(({ key, sum }) => ({ key, sum: sum / divisor }));
}

/** Of one period the rows of the coarsest split that still tells what is asked. */
function fitting(rows: readonly BaseRow[], { by, filter, units }: BaseQuestion): readonly BaseRow[] {
  const asked = [...by, ...baseDimensions(Object.keys(filter)), ...(units ? (['unit'] as const) : [])];
  const splits = new Map<string, BaseRow[]>();
  for (const row of rows) {
    const split = BASE_DIMENSIONS.filter((dim) => row.codes[dim] !== null);
    if (!asked.every((dim) => split.includes(dim))) continue;
    const name = `${split.length} ${split.join(' ')}`;
    splits.set(name, [...(splits.get(name) ?? []), row]);
  }
  const [coarsest] = [...splits.keys()].sort();
  return coarsest === undefined ? [] : (splits.get(coarsest) ?? []);
}
