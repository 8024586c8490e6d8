/** Calls of the revisit routes. */
import { api, type ListAnswer, type Title, type WriteOptions } from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

const ROUTE = '/api/revisit/tasks';

/** Begins like the key of any revisit matter, so that the live connection finds it. */
export const tasksKey = ['matter', 'revisit'] as const;

export const useTasks = (state: string): UseQueryResult<readonly RevisitTaskView[]> =>
  useQuery({
    queryKey: [...tasksKey, 'tasks', state],
    queryFn: async () =>
      (await api.get<ListAnswer<RevisitTaskView>>(ROUTE, { 'filter[state]': state, 'page[size]': 200 })).data,
  });

export const actOnTask = (id: string, action: string, body: unknown, options: WriteOptions): Promise<RevisitTaskView> =>
  api.post<RevisitTaskView>(`${ROUTE}/${id}/${action}`, body, options);

export interface ScriptText {
  readonly step: string;
  readonly branch?: string;
  readonly title: Title;
  readonly text: Title;
  readonly hint?: Title;
}

export const useScripts = (): readonly ScriptText[] =>
  useQuery({
    queryKey: ['scripts', 'revisit'],
    queryFn: () => api.get<ListAnswer<ScriptText>>('/api/scripts', { 'filter[desk]': 'revisit' }),
    staleTime: 3_600_000,
  }).data?.data ?? [];
