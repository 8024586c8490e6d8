/** Calls of the work order routes. */
import { api, matterApi, numberFinder, usePack, usePackSection, useTitle, type CodeTitle } from '@bihuan/console-kit';
import type {
  CandidatesAnswer,
  DispatchBoard,
  DispatchSection,
  WorkOrderLine,
  WorkOrderView,
} from '@bihuan/dispatch-contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

export const orders = matterApi<WorkOrderView, WorkOrderLine>({
  module: 'dispatch',
  kind: 'work-order',
  route: '/api/dispatch/work-orders',
});

export const orderPath = (id: string): string => `/dispatch/orders/${id}`;
/** The same order on the engineer's phone. */
export const phonePath = (id: string): string => `/dispatch/today/${id}`;

export const findByNumber = numberFinder(orders, /^[A-Z]{0,4}[\d-]{6,}$/i, orderPath);

/** A list among the orders' lists: what has those read again has the board read again. */
export const boardKey = [...orders.lists, 'board'] as const;

export const useBoard = (): UseQueryResult<DispatchBoard> =>
  useQuery({ queryKey: boardKey, queryFn: () => api.get<DispatchBoard>('/api/dispatch/board') });

/** Who may be sent, the first first (DSP-2). */
export const useCandidates = (id: string): UseQueryResult<CandidatesAnswer> =>
  useQuery({
    queryKey: [...orders.key(id), 'candidates'],
    queryFn: () => api.get<CandidatesAnswer>(`${orders.route}/${id}/candidates`),
  });

/** Lists of the active pack; absent until they are read. */
export const useSection = (): DispatchSection | undefined => usePackSection<DispatchSection>('dispatch');

type ListOfCodes = 'types' | 'customerClasses' | 'faultLayers' | 'priorities' | 'causes' | 'returnGrounds';

/** Titles of the section's codes; the code itself where the field is free text. */
export function useCodeWords(): (list: ListOfCodes | 'productLines', code: string | null | undefined) => string {
  const section = useSection();
  const productLines = usePack()?.productLines ?? [];
  const title = useTitle();
  return (list, code) => {
    const entries: readonly CodeTitle[] = list === 'productLines' ? productLines : (section?.[list] ?? []);
    return code ? title(entries.find((entry) => entry.code === code)?.title ?? code) : '';
  };
}

/** Title of a grade of the pack. */
export function useGrades(): {
  readonly options: { value: number; label: string }[];
  readonly word: (grade: number) => string;
} {
  const grades = usePack()?.faultGrades ?? [];
  const title = useTitle();
  return {
    options: grades.map(({ grade, title: named }) => ({ value: grade, label: title(named) })),
    word: (wanted) => title(grades.find(({ grade }) => grade === wanted)?.title ?? String(wanted)),
  };
}
