/** Nobody gets past without a session (IDN-1): log-in, first password, then the frame with the pages. */
import { api, ApiError, ErrorNote, onSignedOut, SessionProvider, type Me } from '@bihuan/console-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FirstPassword } from './first-password';
import { LogIn } from './log-in';
import { Mounted } from './mounted';

/** `null`: nobody is signed in. */
async function whoAmI(): Promise<Me | null> {
  try {
    return await api.get<Me>('/api/auth/me');
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function Gate() {
  const client = useQueryClient();
  const me = useQuery({ queryKey: ['me'], queryFn: whoAmI, staleTime: Infinity });

  useEffect(() => onSignedOut(() => client.setQueryData(['me'], null)), [client]);

  const enter = (who: Me): void => {
    client.clear();
    client.setQueryData(['me'], who);
  };
  if (me.error && me.data === undefined) {
    return (
      <div className="bh-alone">
        <ErrorNote error={me.error} retry={() => void me.refetch()} />
      </div>
    );
  }
  if (me.data === undefined) return null;
  if (me.data === null) return <LogIn onEnter={enter} />;
  if (me.data.user.mustChangePassword) return <FirstPassword onDone={() => void me.refetch()} />;
  return (
    <SessionProvider me={me.data}>
      <Mounted me={me.data} />
    </SessionProvider>
  );
}
