/** What to say, step by step, at a desk (SCR-1). */
import { useQuery } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
import type { Title } from '../i18n/language';

export interface ScriptText {
  readonly step: string;
  readonly branch?: string;
  readonly title: Title;
  readonly text: Title;
  readonly hint?: Title;
}

/** The texts of a desk (`hotline`, `revisit` …) in the order of a call. */
export const useScripts = (desk: string): readonly ScriptText[] =>
  useQuery({
    queryKey: ['scripts', desk],
    queryFn: () => api.get<ListAnswer<ScriptText>>('/api/scripts', { 'filter[desk]': desk }),
    staleTime: 3_600_000,
  }).data?.data ?? [];

/** A text with what is known filled in; what is not known stays as a blank to speak into. */
export const spoken = (text: string, values: Readonly<Record<string, string | undefined>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] || '××');
