/** Open deadlines, kept fresh by the live connection (DLN-6): rows that come are merged, nothing polls. */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
import { useTopic } from '../live/live';
import type { SubjectRef } from '../registry/define-pages';
import { useCan } from '../session/session';
import { isOpenClock, type Clock } from './clock';

export interface BoardClock extends Clock {
  readonly id: string;
  readonly subject: SubjectRef;
  /** Such as the form's number. */
  readonly label: string | null;
  readonly owner: { readonly unitId: string; readonly employeeId: string | null };
}

const KEY = ['board'] as const;

/** Who may see clocks of others than his own matters' pages; own scope is enough. */
const READ = 'alarms.deadline.read';

/** The clocks with the fresh rows in place of theirs; what is met or cancelled goes. */
export function mergeClocks(before: readonly BoardClock[], fresh: readonly BoardClock[]): readonly BoardClock[] {
  const changed = new Set(fresh.map(({ id }) => id));
  return [...before.filter(({ id }) => !changed.has(id)), ...fresh.filter(isOpenClock)];
}

/** Every open deadline the reader may see. */
export function useBoardClocks(): UseQueryResult<readonly BoardClock[]> {
  const client = useQueryClient();
  const may = useCan()(READ);
  useTopic<BoardClock>('deadlines', (rows) => {
    if (rows)
      client.setQueryData<readonly BoardClock[]>(KEY, (before) => (before ? mergeClocks(before, rows) : before));
    else void client.invalidateQueries({ queryKey: KEY });
  });
  return useQuery({
    queryKey: KEY,
    queryFn: async () => (await api.get<ListAnswer<BoardClock>>('/api/deadlines/board', { 'page[size]': 200 })).data,
    enabled: may,
    staleTime: Infinity,
  });
}
