/** Who is signed in and what he may do; the session itself is an http-only cookie the page cannot read. */
import type { Me } from '@bihuan/identity-contract';
import { createContext, useCallback, useContext, type ReactNode } from 'react';

export type { Me };

const Session = createContext<Me | undefined>(undefined);

export function SessionProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  return <Session.Provider value={me}>{children}</Session.Provider>;
}

/** The signed-in user; pages are mounted only when there is one. */
export function useMe(): Me['user'] {
  return useSession().user;
}

function useSession(): Me {
  const me = useContext(Session);
  if (!me) throw new Error('A page was mounted outside the session.');
  return me;
}

/** Does this session hold the permission, with whatever scope? */
export const holds = ({ permissions }: Me, permission: string): boolean =>
  permission in permissions || '*' in permissions;

/** May the user do this? Decides what is offered; the server decides what is done. */
export function useCan(): (permission: string) => boolean {
  const me = useSession();
  return useCallback((permission) => holds(me, permission), [me]);
}
