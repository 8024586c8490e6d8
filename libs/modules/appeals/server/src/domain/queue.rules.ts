/** APL-2b: the desk's queue is ordered by importance, then gravity, like CMP-3; APL-2a: who gets the lower limits. */
import type { AppealsSection } from '@bihuan/appeals-contract';

export interface Standing {
  readonly importance: number;
  readonly gravityRank: number;
}

/** @param levels codes of the pack's customer levels, the highest first */
export function standingOf(
  { gravities }: Pick<AppealsSection, 'gravities'>,
  levels: readonly string[],
  appeal: { readonly level: string | null; readonly gravity: readonly string[] },
): Standing {
  const place = (codes: readonly string[], code: string | null): number => {
    const index = code === null ? -1 : codes.indexOf(code);
    return index < 0 ? codes.length : index;
  };
  const marks = gravities.map(({ code }) => code);
  return {
    importance: place(levels, appeal.level),
    gravityRank: Math.min(marks.length, ...appeal.gravity.map((mark) => place(marks, mark))),
  };
}

/** VIP, or marked grave. */
export const hasPriority = (
  { vipLevels }: Pick<AppealsSection, 'vipLevels'>,
  { level, gravity }: { readonly level: string | null; readonly gravity: readonly string[] },
): boolean => gravity.length > 0 || (level !== null && vipLevels.includes(level));
