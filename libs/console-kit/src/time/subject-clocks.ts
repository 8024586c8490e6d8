/** The open clocks of the matters of a list: one request for all its lines, each line kept by itself (DLN-6, IDN-2). */
import { useQuery } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
import { gathered } from '../api/gathered';
import { subjectKey, type SubjectRef } from '../registry/define-pages';
import type { Clock } from './clock';

/** A clock with whose it is. */
export interface SubjectClock extends Clock {
  readonly id: string;
  readonly subject: SubjectRef;
  /** Such as the form's number. */
  readonly label: string | null;
  readonly owner: { readonly unitId: string; readonly employeeId: string | null };
}

/** As many as the route takes. */
const MOST = 200;

const openClocks = gathered(MOST, async (subjects): Promise<readonly (readonly SubjectClock[])[]> => {
  const { data } = await api.post<ListAnswer<SubjectClock>>('/api/deadlines/open', { subjects });
  const found = new Map<string, SubjectClock[]>(subjects.map((key) => [key, []]));
  for (const clock of data) found.get(subjectKey(clock.subject))?.push(clock);
  return subjects.map((key) => found.get(key) ?? []);
});

/** The open clocks of a matter; none until they are read, and none of a matter that the reader may not see. */
export function useOpenClocks({ module, kind, id }: SubjectRef): readonly SubjectClock[] {
  const { data } = useQuery({
    queryKey: ['matter', module, kind, id, 'clocks'],
    queryFn: () => openClocks(subjectKey({ module, kind, id })),
  });
  return data ?? [];
}
