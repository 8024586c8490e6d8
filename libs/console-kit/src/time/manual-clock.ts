/** Under a manual clock (tests, demonstrations, training) time moves by hand: the browser follows it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/client';
import { setSuiteTime } from './server-clock';

/** How often a standing clock is looked at, milliseconds; a running one is never asked. */
const LOOK = 3_000;

/**
 * Sets the suite's time from `GET /api/clock` while `standing`: the routes exist under a manual clock only.
 * Answers whether the time shown can be relied on.
 */
export function useManualClock(standing: boolean): boolean {
  const [ready, setReady] = useState(false);
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: () => api.get<{ readonly now: string }>('/api/clock'),
    enabled: standing,
    refetchInterval: LOOK,
  });
  const now = data?.now;
  useEffect(() => {
    if (!now) return;
    setSuiteTime(now, true);
    setReady(true);
  }, [now]);
  return ready || !standing;
}
