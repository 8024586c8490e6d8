import { HotkeyProvider, officer, refusal, serveFixtures, writeDraft } from '@bihuan/console-kit';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Gate } from './gate';

const user = userEvent.setup({ delay: null });
const nobody = refusal(401, { code: 'not-logged-in', detail: '请先登录。' });
const pack = { body: { calendars: [], deadlinePolicies: [], productLines: [], customerLevels: [], modules: {} } };

function open(fixtures: Parameters<typeof serveFixtures>[0]) {
  const server = serveFixtures({
    'GET /api/modules': { body: { data: [], clock: 'system' } },
    'GET /api/packs/active': pack,
    ...fixtures,
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <HotkeyProvider>
        <Gate />
      </HotkeyProvider>
    </QueryClientProvider>,
  );
  return server;
}

it('IDN-1 lets nobody past without a session, everybody in after log-in, and forgets drafts at log-out', async () => {
  const me = officer([]);
  const server = open({
    'GET /api/auth/me': nobody,
    'POST /api/auth/login': { body: { ...me, accessToken: 'x', expiresAt: '2026-09-18T20:00:00Z' } },
    'POST /api/auth/logout': { body: {} },
  });
  await user.type(await screen.findByLabelText('用户名'), 'agent');
  await user.type(screen.getByLabelText('密码'), 'demo-5S4E{Enter}');
  await screen.findByText('手上没有待办', undefined, { timeout: 10_000 });
  writeDraft('me:call', { summary: '用户的话' });
  await user.click(screen.getByText('林晓燕'));
  await user.click(await screen.findByText('退出登录'));
  await screen.findByLabelText('用户名');
  expect(server.to('POST /api/auth/logout')).toHaveLength(1);
  expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
});

it('IDN-1 asks for the first password before anything else', async () => {
  const me = officer([]);
  open({ 'GET /api/auth/me': { body: { ...me, user: { ...me.user, mustChangePassword: true } } } });
  await screen.findByText('首次登录，请先设置自己的密码。');
  expect(screen.queryByText('我的工作')).toBeNull();
});

it('IDN-1 returns to the log-in when the session ends while a page is open', async () => {
  const server = open({ 'GET /api/auth/me': { body: officer([]) } });
  await screen.findByText('手上没有待办', undefined, { timeout: 10_000 });
  server.change({ 'GET /api/notices': nobody });
  await user.click(screen.getAllByText('收件箱')[0] as HTMLElement);
  await waitFor(() => expect(screen.queryByLabelText('用户名')).toBeTruthy());
});
