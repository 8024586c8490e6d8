/** Calls of the complaint routes. */
import { api, matterApi, numberFinder, usePack, useTitle, type CodeTitle } from '@bihuan/console-kit';
import type {
  CirculationLine,
  CirculationView,
  ComplaintLine,
  ComplaintLists,
  ComplaintView,
  SanctionLine,
  SanctionView,
  SupervisionLine,
  SupervisionView,
} from '@bihuan/complaints-contract';
import { useQuery } from '@tanstack/react-query';

const kind = <View, Line>(name: string, resource: string) =>
  matterApi<View, Line>({ module: 'complaints', kind: name, route: `/api/complaints/${resource}` });

export const complaints = kind<ComplaintView, ComplaintLine>('complaint', 'complaints');
export const supervisions = kind<SupervisionView, SupervisionLine>('supervision', 'supervisions');
export const sanctions = kind<SanctionView, SanctionLine>('sanction', 'sanctions');
export const circulations = kind<CirculationView, CirculationLine>('circulation', 'circulations');

export const complaintPath = (id: string): string => `/complaints/${id}`;
export const supervisionPath = (id: string): string => `/complaints/supervisions/${id}`;
export const sanctionPath = (id: string): string => `/complaints/sanctions/${id}`;
export const circulationPath = (id: string): string => `/complaints/circulations/${id}`;

const NUMBER = /^[A-Z]{0,4}[\d-]{6,}$/i;

/** A complaint, a supervision order, a sanction or a circulation by its number. */
export async function findByNumber(number: string): Promise<string | undefined> {
  const finders = [
    numberFinder(complaints, NUMBER, complaintPath),
    numberFinder(supervisions, NUMBER, supervisionPath),
    numberFinder(sanctions, NUMBER, sanctionPath),
    numberFinder(circulations, NUMBER, circulationPath),
  ];
  // Who may not read a kind does not find it; the others still answer.
  const found = await Promise.allSettled(finders.map((find) => find(number)));
  return found.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))[0];
}

/** Lists and switches of the active pack; absent until they are read. */
export const useLists = (): ComplaintLists | undefined =>
  useQuery({
    queryKey: ['complaints', 'lists'],
    queryFn: () => api.get<ComplaintLists>('/api/complaints/lists'),
    staleTime: 3_600_000,
  }).data;

type ListOfCodes = {
  [Key in keyof ComplaintLists]: ComplaintLists[Key] extends readonly CodeTitle[] ? Key : never;
}[keyof ComplaintLists];

/** The title of a code; the code itself where the pack leaves the field free. */
export function useCodeWords(): (list: ListOfCodes, code: string | null | undefined) => string {
  const lists = useLists();
  const title = useTitle();
  return (list, code) => (code ? title(lists?.[list].find((entry) => entry.code === code)?.title ?? code) : '');
}

/** The customer's level, VIP or ordinary, as the company calls it (CMP-3). */
export function useClassName(): (code: string | null) => string {
  const levels = usePack()?.customerLevels;
  const title = useTitle();
  return (code) => (code ? title(levels?.find((level) => level.code === code)?.title ?? code) : '');
}
