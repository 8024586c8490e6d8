/** What is asked, kept in the address: a reload, a bookmark and the way back show the same figures (RPT-2, RPT-3). */
import { suiteNow, wallClock } from '@bihuan/console-kit';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Question } from '../api/reporting';
import { PERIOD_KINDS, periodOn, type PeriodKind } from '../format/period';

const FILTER = 'filter.';

export interface Asked {
  readonly period: string;
  readonly by: readonly string[];
  readonly filter: Readonly<Record<string, string>>;
  readonly get: (name: string) => string;
  /** Several at once; empty ones leave the address. */
  readonly set: (values: Readonly<Record<string, string | undefined>>) => void;
  readonly setFilter: (dimension: string, code: string | undefined) => void;
}

export const today = (): string => wallClock(new Date(suiteNow())).date;

/** The same question as the address of another page. */
export function questionSearch({ period, by = [], filter = {} }: Question): string {
  const search = new URLSearchParams({ period });
  if (by.length > 0) search.set('by', by.join(','));
  for (const [dimension, code] of Object.entries(filter)) search.set(`${FILTER}${dimension}`, code);
  return search.toString();
}

/** @param first kind of period before one is chosen: the present month unless said */
export function useAsked(first: PeriodKind = 'month'): Asked {
  const [search, save] = useSearchParams();
  return useMemo(() => {
    const set = (values: Readonly<Record<string, string | undefined>>): void =>
      save(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      );
    const filters = [...search].filter(([name]) => name.startsWith(FILTER));
    return {
      period: search.get('period') ?? periodOn(first, today()),
      by: search.get('by')?.split(',').filter(Boolean) ?? [],
      filter: Object.fromEntries(filters.map(([name, code]) => [name.slice(FILTER.length), code])),
      get: (name) => search.get(name) ?? '',
      set,
      setFilter: (dimension, code) => set({ [`${FILTER}${dimension}`]: code }),
    };
  }, [search, save, first]);
}

export const isPeriodKind = (kind: string): kind is PeriodKind => PERIOD_KINDS.some((known) => known === kind);
