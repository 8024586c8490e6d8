/** My work list as `GET /api/work` gives it (HOT-1b). */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type ListAnswer } from '../api/client';
import type { Title } from '../i18n/language';
import type { SubjectRef } from '../registry/define-pages';

export interface WorkItem {
  /** Id of the record or task; the subject's id where absent. */
  readonly id?: string;
  readonly subject: SubjectRef;
  readonly kind: string;
  readonly number?: string;
  readonly title: Title;
  readonly state: string;
  readonly dueAt: string | null;
  readonly allowedActions: readonly string[];
}

/** Everything that waits for the signed-in user, the earliest due first. */
export function useWork(): UseQueryResult<readonly WorkItem[]> {
  return useQuery({
    queryKey: ['work'],
    queryFn: async () => (await api.get<ListAnswer<WorkItem>>('/api/work', { 'page[size]': 200 })).data,
  });
}

/** A task is done with a text; a record is opened. */
export const isTask = ({ id, subject, allowedActions }: WorkItem): boolean =>
  id !== undefined && id !== subject.id && allowedActions.includes('done');
