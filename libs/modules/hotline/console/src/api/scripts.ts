/** The hotline's script texts in the order of a call (SCR-1). */
import { api, type ListAnswer, type Title } from '@bihuan/console-kit';
import { useQuery } from '@tanstack/react-query';

export interface ScriptText {
  readonly step: string;
  readonly branch?: string;
  readonly title: Title;
  readonly text: Title;
  readonly hint?: Title;
}

export const useScripts = (): readonly ScriptText[] =>
  useQuery({
    queryKey: ['scripts', 'hotline'],
    queryFn: () => api.get<ListAnswer<ScriptText>>('/api/scripts', { 'filter[desk]': 'hotline' }),
    staleTime: 3_600_000,
  }).data?.data ?? [];

/** A text with what is known filled in; what is not known stays as a blank to speak into. */
export const spoken = (text: string, values: Readonly<Record<string, string | undefined>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '××');
