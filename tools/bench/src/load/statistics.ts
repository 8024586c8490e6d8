/** The figures that stand for many samples. */

/** Nearest rank: `share` 0.99 gives the value that 99 % of the samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
