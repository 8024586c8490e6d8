/** The hotline's section of the active pack: channels, categories and kinds with their titles. */
import { usePackSection, useTitle, type CodeTitle } from '@bihuan/console-kit';
import { useMemo } from 'react';

export interface HotlineSection {
  readonly channels: readonly (CodeTitle & { readonly phone: boolean })[];
  readonly contactCategories: readonly CodeTitle[];
  readonly problemCategories: readonly (CodeTitle & { readonly kinds: readonly CodeTitle[] })[];
}

const NOTHING: HotlineSection = { channels: [], contactCategories: [], problemCategories: [] };

export const useHotlineSection = (): HotlineSection => usePackSection<HotlineSection>('hotline') ?? NOTHING;

/** Titles of categories and their kinds. */
export function useCategoryWords(): {
  category: (code: string) => string;
  kind: (category: string, code: string | null) => string;
} {
  const section = useHotlineSection();
  const title = useTitle();
  return useMemo(() => {
    const all = new Map(
      [...section.contactCategories, ...section.problemCategories].map((entry) => [entry.code, entry.title]),
    );
    return {
      category: (code) => title(all.get(code) ?? code),
      kind: (category, code) => {
        const kinds = section.problemCategories.find((entry) => entry.code === category)?.kinds;
        return code ? title(kinds?.find((kind) => kind.code === code)?.title ?? code) : '';
      },
    };
  }, [section, title]);
}
