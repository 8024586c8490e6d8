/** Calls of the revisit routes. */
import { api, matterApi, type ListAnswer } from '@bihuan/console-kit';
import type {
  CoverageView,
  EvaluationDetail,
  EvaluationFigures,
  EvaluationView,
  RevisitTaskView,
} from '@bihuan/revisit-contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

export const revisits = matterApi<RevisitTaskView>({
  module: 'revisit',
  kind: 'task',
  route: '/api/revisit/tasks',
});

export const evaluations = matterApi<EvaluationDetail, EvaluationView>({
  module: 'revisit',
  kind: 'evaluation',
  route: '/api/revisit/evaluations',
});

export const taskPath = (id: string): string => `/revisit/${id}`;
export const evaluationPath = (id: string): string => `/evaluations/${id}`;

/** @param event kind of matter called about; empty: all */
export const useTasks = (state: string, event: string): UseQueryResult<readonly RevisitTaskView[]> =>
  useQuery({
    queryKey: [...revisits.lists, state, event],
    queryFn: async () => {
      const query = { 'filter[state]': state, 'filter[event]': event || undefined, 'page[size]': 200 };
      return (await api.get<ListAnswer<RevisitTaskView>>(revisits.route, query)).data;
    },
  });

/** @param from local day @param to local day, included */
export const useCoverage = (from: string, to: string, event: string): UseQueryResult<CoverageView> =>
  useQuery({
    queryKey: [...revisits.lists, 'coverage', from, to, event],
    queryFn: () => {
      const query = { 'filter[from]': from, 'filter[to]': to, 'filter[event]': event || undefined };
      return api.get<CoverageView>('/api/revisit/coverage', query);
    },
  });

/** @param month `2026-09` */
export const useFigures = (month: string): UseQueryResult<EvaluationFigures> =>
  useQuery({
    queryKey: [...evaluations.lists, 'figures', month],
    queryFn: () => api.get<EvaluationFigures>('/api/revisit/evaluation-figures', { 'filter[month]': month }),
  });
