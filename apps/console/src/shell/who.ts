/** Who is signed in, as a query; changing it forgets whatever the one before has read. */
import { api, ApiError, type Me } from '@bihuan/console-kit';
import type { QueryClient } from '@tanstack/react-query';

export const WHO = ['me'] as const;

/** `null`: nobody is signed in. */
export async function whoAmI(): Promise<Me | null> {
  try {
    return await api.get<Me>('/api/auth/me');
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Takes over the session; the query itself stays, because the gate is watching it. */
export function become(client: QueryClient, who: Me | null): void {
  client.setQueryData(WHO, who);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== WHO[0] });
}
