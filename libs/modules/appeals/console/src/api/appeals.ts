/** Calls of the appeal routes. */
import {
  api,
  matterApi,
  numberFinder,
  usePack,
  usePackSection,
  type CodeTitle,
  type ListAnswer,
} from '@bihuan/console-kit';
import type {
  AppealLine,
  AppealsSection,
  AppealView,
  ArchiveView,
  Candidate,
  CirculationLine,
  CirculationView,
  ContactLine,
  FindCandidates,
} from '@bihuan/appeals-contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

export const appeals = matterApi<AppealView, AppealLine>({
  module: 'appeals',
  kind: 'appeal',
  route: '/api/appeals/appeals',
});
export const circulations = matterApi<CirculationView, CirculationLine>({
  module: 'appeals',
  kind: 'circulation',
  route: '/api/appeals/circulations',
});

export const appealPath = (id: string): string => `/appeals/${id}`;
export const circulationPath = (id: string): string => `/appeals/circulations/${id}`;

export const findByNumber = numberFinder(appeals, /^[A-Z]{0,4}[\d-]{6,}$/i, appealPath);

/** Lists of the active pack; absent until they are read. */
export const useSection = (): AppealsSection | undefined => usePackSection<AppealsSection>('appeals');

export const useLevels = (): readonly CodeTitle[] => usePack()?.customerLevels ?? [];

/** Complaints that may be the earlier one; looked for in a body, since it holds the phone (APL-1). */
export const useLikely = (about: FindCandidates): UseQueryResult<readonly Candidate[]> =>
  useQuery({
    queryKey: ['appeals', 'likely', about],
    placeholderData: keepPreviousData,
    enabled: (about.phone?.length ?? 0) >= 7 || about.customerId !== undefined,
    queryFn: async () => (await api.post<ListAnswer<Candidate>>(`${appeals.route}/candidates`, about)).data,
  });

export const useCandidates = (id: string): UseQueryResult<readonly Candidate[]> =>
  useQuery({
    queryKey: [...appeals.key(id), 'candidates'],
    queryFn: async () => (await api.get<ListAnswer<Candidate>>(`${appeals.route}/${id}/candidates`)).data,
  });

export const useArchive = (id: string): UseQueryResult<ArchiveView> =>
  useQuery({
    queryKey: [...appeals.key(id), 'archive'],
    queryFn: () => api.get<ArchiveView>(`${appeals.route}/${id}/archive`),
  });

export const contactsKey = ['appeals', 'contact-persons'] as const;

export const useContacts = (): UseQueryResult<readonly ContactLine[]> =>
  useQuery({
    queryKey: contactsKey,
    queryFn: async () => (await api.get<ListAnswer<ContactLine>>('/api/appeals/contact-persons')).data,
  });
