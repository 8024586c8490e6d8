/** What stands around a page in the shell, for page specs: session, rooms, keys, queries and an address. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useState, type ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { HotkeyProvider } from '../keys/hotkeys';
import { LiveProvider } from '../live/live';
import type { RoomPages } from '../registry/define-pages';
import { RoomsProvider } from '../registry/rooms';
import { SessionProvider, type Me } from '../session/session';

/** An officer of the hotline with these permissions. */
export const officer = (permissions: readonly string[]): Me => ({
  user: {
    id: '11111111-1111-4111-8111-111111111111',
    username: 'agent',
    employeeId: '22222222-2222-4222-8222-222222222222',
    name: '林晓燕',
    position: 'hotline-officer',
    unitId: '33333333-3333-4333-8333-333333333333',
    officerNumber: '01',
    mustChangePassword: false,
  },
  permissions: Object.fromEntries(permissions.map((permission) => [permission, 'unit'] as const)),
});

export interface PageFrameProps {
  readonly me: Me;
  readonly rooms?: readonly RoomPages[];
  /** Address and the route it is matched by. */
  readonly at?: string;
  readonly route?: string;
  readonly children: ReactNode;
}

export function PageFrame({ me, rooms = [], at = '/', route = '*', children }: PageFrameProps) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } }));
  return (
    <ConfigProvider button={{ autoInsertSpace: false }} theme={{ token: { motion: false } }}>
      <QueryClientProvider client={client}>
        <HotkeyProvider>
          <SessionProvider me={me}>
            <RoomsProvider rooms={rooms}>
              <LiveProvider>
                <MemoryRouter initialEntries={[at]}>
                  <Routes>
                    <Route path={route} element={children} />
                  </Routes>
                </MemoryRouter>
              </LiveProvider>
            </RoomsProvider>
          </SessionProvider>
        </HotkeyProvider>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
