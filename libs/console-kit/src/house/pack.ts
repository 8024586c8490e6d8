/** The active pack as `GET /api/packs/active` gives it: codes with their titles (PCK-1). */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client';
import type { Title } from '../i18n/language';
import { useTitle } from '../i18n/texts';

export interface CodeTitle {
  readonly code: string;
  readonly title: Title;
}

export interface ActivePack {
  readonly id: string;
  readonly title: Title;
  readonly calendars: readonly CodeTitle[];
  readonly deadlinePolicies: readonly (CodeTitle & {
    readonly limit: { readonly unit: string; readonly value: number };
  })[];
  readonly productLines: readonly CodeTitle[];
  readonly customerLevels: readonly CodeTitle[];
  /** Grades of a fault, 1 the gravest (RD-7). */
  readonly faultGrades?: readonly { readonly grade: number; readonly title: Title; readonly weight: number }[];
  /** Printed forms in use with the holders of their copies (forms.md). */
  readonly forms?: readonly (CodeTitle & { readonly copies: readonly string[] })[];
  /** Sections of the rooms by id. */
  readonly modules: Readonly<Record<string, unknown>>;
}

/** Units that run day and night, by no calendar (CAL-2). */
const ELAPSED = new Set(['minute', 'hour', 'day']);

/** The active pack; absent until it is read. */
export function usePack(): ActivePack | undefined {
  return useQuery({
    queryKey: ['pack'],
    queryFn: () => api.get<ActivePack>('/api/packs/active'),
    staleTime: 3_600_000,
  }).data;
}

/** A room's section of the pack, as that room's schema checked it. */
export function usePackSection<Section>(room: string): Section | undefined {
  return usePack()?.modules[room] as Section | undefined;
}

export interface PackWords {
  readonly policy: (code: string) => string;
  readonly calendar: (code: string) => string;
  readonly isElapsed: (policy: string | undefined) => boolean;
}

/** Titles of policies and calendars in the reader's language. */
export function usePackWords(): PackWords {
  const pack = usePack();
  const title = useTitle();
  return useMemo(() => {
    const of = (list: readonly CodeTitle[] | undefined) =>
      new Map(list?.map(({ code, title: named }) => [code, named]));
    const [policies, calendars] = [of(pack?.deadlinePolicies), of(pack?.calendars)];
    const units = new Map(pack?.deadlinePolicies.map(({ code, limit }) => [code, limit.unit]));
    return {
      policy: (code) => title(policies.get(code) ?? code),
      calendar: (code) => title(calendars.get(code) ?? code),
      isElapsed: (policy) => ELAPSED.has(units.get(policy ?? '') ?? ''),
    };
  }, [pack, title]);
}
