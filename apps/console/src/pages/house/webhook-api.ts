/** Webhooks as the server tells of them (EVT-3). */
import { api, type ListAnswer, type SubjectRef, type Title } from '@bihuan/console-kit';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';

export const MANAGE_WEBHOOKS = 'webhooks.endpoint.manage';

export interface Endpoint {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly personal: boolean;
  readonly state: 'enabled' | 'disabled' | 'failing';
  readonly failingSince: string | null;
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
  readonly waiting: number;
  readonly parked: number;
  readonly allowedActions: readonly string[];
}

/** The answer of the acts that make a secret: it is there this once. */
export type WithSecret = Endpoint & { readonly secret: string };

export interface Delivery {
  readonly id: string;
  readonly event: { readonly id: string; readonly name: string; readonly title: Title };
  readonly subject: SubjectRef;
  readonly at: string;
  readonly state: 'pending' | 'done' | 'parked' | 'skipped';
  readonly attempts: number;
  readonly tryAt: string | null;
  readonly status: number | null;
  readonly error: string | null;
  readonly allowedActions: readonly string[];
}

/** Milliseconds: deliveries come by themselves, and nobody tells the console. */
const REFRESH = 10_000;

export const useEndpoints = (): UseQueryResult<ListAnswer<Endpoint>> =>
  useQuery({
    queryKey: ['webhooks'],
    queryFn: () => api.get<ListAnswer<Endpoint>>('/api/webhooks'),
    refetchInterval: REFRESH,
  });

export const useEndpoint = (id: string): UseQueryResult<Endpoint> =>
  useQuery({
    queryKey: ['webhooks', id],
    queryFn: () => api.get<Endpoint>(`/api/webhooks/${id}`),
    refetchInterval: REFRESH,
  });

export const useEventNames = (): UseQueryResult<ListAnswer<{ readonly name: string; readonly title: Title }>> =>
  useQuery({
    queryKey: ['webhook-events'],
    queryFn: () => api.get<ListAnswer<{ name: string; title: Title }>>('/api/webhooks/events'),
    staleTime: Infinity,
  });

export const useDeliveries = (id: string, state: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['webhooks', id, 'deliveries', state],
    queryFn: ({ pageParam }) =>
      api.get<ListAnswer<Delivery>>(`/api/webhooks/${id}/deliveries`, {
        'filter[state]': state,
        'page[after]': pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next,
    refetchInterval: REFRESH,
  });
