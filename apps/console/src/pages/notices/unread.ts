/** How many notices wait to be read; the live connection says when that changed. */
import { api } from '@bihuan/console-kit';
import { useQuery } from '@tanstack/react-query';

export function useUnread(): number {
  const unread = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => api.get<{ readonly count: number }>('/api/notices/unread'),
  });
  return unread.data?.count ?? 0;
}
