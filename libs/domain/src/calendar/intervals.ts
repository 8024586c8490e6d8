/** Sets of half-open intervals of epoch milliseconds, kept flat: [from, to, from, to, …], sorted and disjoint. */

/** Sorts, drops what is empty, and joins what overlaps or touches. */
export function merged(flat: readonly number[]): number[] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [from, to] = [flat[i] as number, flat[i + 1] as number];
    if (from < to) pairs.push([from, to]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  const out: number[] = [];
  for (const [from, to] of pairs) {
    const last = out.length - 1;
    if (last > 0 && from <= (out[last] as number)) out[last] = Math.max(out[last] as number, to);
    else out.push(from, to);
  }
  return out;
}

/** `from` without `off`; both must be merged sets. */
export function without(from: readonly number[], off: readonly number[]): number[] {
  if (off.length === 0) return [...from];
  const out: number[] = [];
  let k = 0;
  for (let i = 0; i < from.length; i += 2) {
    let start = from[i] as number;
    const end = from[i + 1] as number;
    while (k < off.length && (off[k + 1] as number) <= start) k += 2;
    for (let j = k; j < off.length && (off[j] as number) < end; j += 2) {
      if (start < (off[j] as number)) out.push(start, off[j] as number);
      start = Math.max(start, off[j + 1] as number);
    }
    if (start < end) out.push(start, end);
  }
  return out;
}

/** The part of a merged set inside [from, to). */
export function clipped(set: readonly number[], from: number, to: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < set.length; i += 2) {
    const start = Math.max(set[i] as number, from);
    const end = Math.min(set[i + 1] as number, to);
    if (start < end) out.push(start, end);
  }
  return out;
}

/** Total length of a merged set, in milliseconds. */
export function lengthOf(set: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < set.length; i += 2) sum += (set[i + 1] as number) - (set[i] as number);
  return sum;
}
