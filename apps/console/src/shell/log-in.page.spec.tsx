import { refusal, serveFixtures } from '@bihuan/console-kit';
import { loginSchema } from '@bihuan/identity-contract';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LogIn } from './log-in';
import { shellTexts } from './texts';
import { chooseLanguage } from '@bihuan/console-kit';

const user = userEvent.setup({ delay: null });

async function signIn(): Promise<void> {
  await user.type(screen.getByLabelText('用户名'), 'agent');
  await user.type(screen.getByLabelText('密码'), 'demo-5S4E');
  await user.click(screen.getByRole('button', { name: /登\s*录/ }));
}

it('IDN-1 logs in, hands on who it is and keeps no token', async () => {
  const me = { user: { id: '1', name: '林晓燕' }, permissions: {} };
  const server = serveFixtures({
    'POST /api/auth/login': { body: { ...me, accessToken: 'secret-token', expiresAt: '2026-09-18T20:00:00Z' } },
  });
  const enter = jest.fn();
  render(<LogIn onEnter={enter} />);
  await signIn();
  await waitFor(() => expect(enter).toHaveBeenCalledWith(me));
  expect(loginSchema.parse(server.to('POST /api/auth/login')[0]?.body)).toEqual({
    username: 'agent',
    password: 'demo-5S4E',
  });
  expect(JSON.stringify({ ...localStorage })).not.toContain('secret-token');
});

it('IDN-1 says why a log-in was refused and stays', async () => {
  serveFixtures({ 'POST /api/auth/login': refusal(401, { code: 'bad-credentials', detail: '用户名或密码不正确。' }) });
  const enter = jest.fn();
  render(<LogIn onEnter={enter} />);
  await signIn();
  expect(await screen.findByText('用户名或密码不正确。')).toBeTruthy();
  expect(enter).not.toHaveBeenCalled();
});

it('NTF-1 speaks Chinese first and English by switch, kept in the browser', async () => {
  expect(shellTexts.namespace).toBe('shell');
  render(<LogIn onEnter={() => undefined} />);
  await user.click(screen.getByRole('button', { name: 'English' }));
  expect(await screen.findByRole('button', { name: 'Log in' })).toBeTruthy();
  expect(localStorage.getItem('bihuan.language')).toBe('en');
  await act(() => chooseLanguage('zh'));
});
