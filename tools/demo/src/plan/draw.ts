/** Numbers that look random and are the same in every run: from the seed, the row's number and what is decided. */
import { createHash } from 'node:crypto';

/** The seed of all demonstrations. */
export const SEED = 'bihuan-demo';

const RANGE = 2 ** 32;

export class Draw {
  constructor(
    private readonly seed: string,
    private readonly row: number,
  ) {}

  /** From 0 up to, but not including, 1. */
  share(what: string): number {
    return createHash('sha256').update(`${this.seed}/${this.row}/${what}`).digest().readUInt32BE(0) / RANGE;
  }

  /** A whole number, both ends included. */
  between(what: string, from: number, to: number): number {
    return from + Math.floor(this.share(what) * (to - from + 1));
  }

  pick<T>(what: string, from: readonly [T, ...T[]]): T {
    return from[this.between(what, 0, from.length - 1)] ?? from[0];
  }

  /** One of the keys, as often as its weight. */
  weighted<K extends string>(what: string, weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    const whole = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.share(what) * whole;
    for (const [key, weight] of entries) {
      if (rest < weight) return key;
      rest -= weight;
    }
    return (entries[0] as [K, number])[0];
  }
}
