/** What the console reads of the revisit's section of the pack: scripts by purpose, the branch of 'fair', what is evaluated. */
import { usePackSection, type CodeTitle } from '@bihuan/console-kit';

export type Branch = 'satisfied' | 'not-satisfied';

export interface RevisitSection {
  readonly fairBranch?: Branch;
  readonly scripts?: readonly { readonly purpose: string; readonly opening: string; readonly result: string }[];
  readonly evaluation?: { readonly items: readonly CodeTitle[] };
}

/** Empty until the pack is read. */
export const useRevisitSection = (): RevisitSection => usePackSection<RevisitSection>('revisit') ?? {};

/** Steps of the script library for a purpose (RVT-3c). */
export function stepsOf({ scripts }: RevisitSection, purpose: string): { opening: string; result: string } {
  const found = scripts?.find((script) => script.purpose === purpose);
  return { opening: found?.opening ?? 'opening', result: found?.result ?? 'revisit' };
}
