/** Calls of the problem form routes. */
import { api, type BoardClock, type ListAnswer, type WriteOptions } from '@bihuan/console-kit';
import type { MakeProblemForm, ProblemFormLine, ProblemFormView } from '@bihuan/hotline-contract';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';

export const FORMS = '/api/hotline/problem-forms';

export const formKey = (id: string) => ['matter', 'hotline', 'problem-form', id] as const;

export const makeForm = (body: MakeProblemForm, options: WriteOptions): Promise<ProblemFormView> =>
  api.post<ProblemFormView>(FORMS, body, options);

export const actOnForm = (id: string, action: string, body: unknown, options: WriteOptions): Promise<ProblemFormView> =>
  api.post<ProblemFormView>(`${FORMS}/${id}/${action}`, body, options);

export const readForm = (id: string): Promise<ProblemFormView> => api.get<ProblemFormView>(`${FORMS}/${id}`);

export const useForm = (id: string): UseQueryResult<ProblemFormView> =>
  useQuery({ queryKey: formKey(id), queryFn: () => readForm(id) });

/** The clocks with their calendars, from the deadlines' own route; until then those the form carries. */
export function useFormClocks(form: ProblemFormView): readonly (BoardClock | ProblemFormView['deadlines'][number])[] {
  const { data } = useQuery({
    queryKey: [...formKey(form.id), 'deadlines', form.version],
    queryFn: () =>
      api.get<ListAnswer<BoardClock>>('/api/deadlines', { 'filter[subject]': `hotline:problem-form:${form.id}` }),
  });
  return data?.data ?? form.deadlines;
}

/** Forms by due time, page by page; the number narrows by its beginning. */
export const useForms = (state: string, number: string) =>
  useInfiniteQuery({
    queryKey: ['matter', 'hotline', 'problem-forms', state, number],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.get<ListAnswer<ProblemFormLine>>(FORMS, {
        'filter[state]': number ? 'all' : state,
        'filter[number]': number || undefined,
        'page[after]': pageParam,
      }),
    getNextPageParam: ({ page }) => page.next,
  });

/** Address of the form with exactly this number. */
export async function findFormByNumber(number: string): Promise<string | undefined> {
  if (!/^\d{8,}$/.test(number)) return undefined;
  const { data } = await api.get<ListAnswer<ProblemFormLine>>(FORMS, {
    'filter[number]': number,
    'filter[state]': 'all',
    'page[size]': 1,
  });
  const [first] = data;
  return first?.number === number ? `/hotline/problem-forms/${first.id}` : undefined;
}
