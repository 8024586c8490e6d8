/** Nobody gets past without a session (IDN-1): log-in, first password, then the frame with the pages. */
import { ErrorNote, onSignedOut, SessionProvider } from '@bihuan/console-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FirstPassword } from './first-password';
import { LogIn } from './log-in';
import { Mounted } from './mounted';
import { become, WHO, whoAmI } from './who';

export function Gate() {
  const client = useQueryClient();
  const me = useQuery({ queryKey: WHO, queryFn: whoAmI, staleTime: Infinity });

  useEffect(() => onSignedOut(() => become(client, null)), [client]);

  if (me.error && me.data === undefined) {
    return (
      <div className="bh-alone">
        <ErrorNote error={me.error} retry={() => void me.refetch()} />
      </div>
    );
  }
  if (me.data === undefined) return null;
  if (me.data === null) return <LogIn onEnter={(who) => become(client, who)} />;
  if (me.data.user.mustChangePassword) return <FirstPassword onDone={() => void me.refetch()} />;
  return (
    <SessionProvider me={me.data}>
      <Mounted me={me.data} />
    </SessionProvider>
  );
}
