/** One line of the table: what was measured, in what unit, and what it must reach (issue "Speed and memory"). */

/** A limit the value must keep: `atMost` for times and sizes, `atLeast` for rates and ratios. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Absent where the figure only explains another. */
  readonly goal?: Goal;
  /** How many times the baseline of the same run this is (a rate), or how many times as fast (a time). */
  readonly ratio?: number;
}

/** `undefined` where there is no goal. */
export function isMet({ goal, value }: BenchRow): boolean | undefined {
  if (!goal) return undefined;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}
