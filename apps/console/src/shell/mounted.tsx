/** Mounts the pages of the deployed rooms (PLG-1: what is not loaded has no menu and no route). */
import {
  api,
  EmptyNote,
  ErrorNote,
  firstPage,
  holds,
  LiveProvider,
  RoomsProvider,
  useManualClock,
  useTexts,
  Waiting,
  type ListAnswer,
  type Me,
  type PageDefinition,
  type RoomPages,
} from '@bihuan/console-kit';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { createBrowserRouter, Link, Navigate, Outlet, RouterProvider, useRouteError } from 'react-router';
import { housePages } from '../pages/house-pages';
import { paperPages } from '../pages/paper-pages';
import { webhookPages } from '../pages/webhook-pages';
import { Frame } from './frame';
import { shellTexts } from './texts';

/** Rooms the console knows; each is fetched only where the server has it. */
const KNOWN: Readonly<Record<string, () => Promise<RoomPages>>> = {
  hotline: async () => (await import('@bihuan/hotline-console')).hotlinePages,
  dispatch: async () => (await import('@bihuan/dispatch-console')).dispatchPages,
  complaints: async () => (await import('@bihuan/complaints-console')).complaintsPages,
  appeals: async () => (await import('@bihuan/appeals-console')).appealsPages,
  revisit: async () => (await import('@bihuan/revisit-console')).revisitPages,
  appraisal: async () => (await import('@bihuan/appraisal-console')).appraisalPages,
  reporting: async () => (await import('@bihuan/reporting-console')).reportingPages,
};

interface Deployment extends ListAnswer<{ readonly id: string }> {
  readonly clock?: 'system' | 'manual';
}

interface Deployed {
  readonly rooms: readonly RoomPages[];
  readonly manualClock: boolean;
}

async function loadRooms(): Promise<Deployed> {
  const { data, clock } = await api.get<Deployment>('/api/modules');
  const loads = data.flatMap(({ id }) => KNOWN[id] ?? []).map((load) => load());
  return {
    rooms: [housePages, paperPages, webhookPages, ...(await Promise.all(loads))],
    manualClock: clock === 'manual',
  };
}

const isOpenTo = (me: Me, { permissions = [] }: PageDefinition): boolean =>
  permissions.length === 0 || permissions.some((permission) => holds(me, permission));

export function Mounted({ me }: { readonly me: Me }) {
  const deployed = useQuery({ queryKey: ['rooms'], queryFn: loadRooms, staleTime: Infinity });
  const rooms = deployed.data?.rooms;
  const router = useMemo(() => (rooms ? makeRouter(rooms, me) : undefined), [rooms, me]);
  const isTimeKnown = useManualClock(deployed.data?.manualClock ?? false);
  if (deployed.error) return <ErrorNote error={deployed.error} retry={() => void deployed.refetch()} />;
  if (!rooms || !router || !isTimeKnown) return <Waiting />;
  return (
    <RoomsProvider rooms={rooms}>
      <LiveProvider>
        <RouterProvider router={router} />
      </LiveProvider>
    </RoomsProvider>
  );
}

function makeRouter(rooms: readonly RoomPages[], me: Me): ReturnType<typeof createBrowserRouter> {
  const pages = rooms.flatMap((room) => room.pages).filter((page) => isOpenTo(me, page));
  const first = firstPage(pages, (permission) => holds(me, permission));
  return createBrowserRouter([
    {
      path: '/',
      element: (
        <Frame pages={pages}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </Frame>
      ),
      children: [
        { index: true, element: <Navigate to={`/${first?.path ?? 'work'}`} replace /> },
        ...pages.map(({ path, page: PageComponent }) => ({
          path,
          element: <PageComponent />,
          errorElement: <BrokenPage />,
        })),
        { path: '*', element: <NoPage /> },
      ],
    },
  ]);
}

/** A page that broke leaves the frame standing; what it says goes to whoever can mend it. */
function BrokenPage() {
  const t = useTexts(shellTexts);
  const error = useRouteError();
  return (
    <main className="bh-page">
      <ErrorNote error={t('broken', { error: error instanceof Error ? error.message : String(error) })} />
    </main>
  );
}

function NoPage() {
  const t = useTexts(shellTexts);
  return (
    <main className="bh-page">
      <EmptyNote title={t('noPage')}>
        {t('noPageHelp')} <Link to="/work">{t('toWork')}</Link>
      </EmptyNote>
    </main>
  );
}
