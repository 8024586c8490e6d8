/** User administration and roles over HTTP (IDN-1, IDN-2, S8). */
import { randomUUID } from 'node:crypto';
import type { LoggedIn } from '@bihuan/identity-contract';
import { Org } from '@bihuan/org';
import type { UserActor } from '@bihuan/plugin-kit';
import type { EdgeApp } from '@bihuan/testing-harness';
import { IdentitySetup } from '../index';
import { bearer, requests, roles, startStaff } from './staff.app';

let edge: EdgeApp;
const { post, login, session, probe } = requests(() => edge);

beforeAll(async () => {
  edge = await startStaff();
}, 60_000);

afterAll(() => edge.close());

const asAdmin = async () => bearer(await session('admin'));
const employee = async (staffNumber: string) =>
  (await edge.app.get(Org).employees()).find((one) => one.staffNumber === staffNumber)?.id;

test('IDN-1 a new user must change his first password before anything else', async () => {
  const admin = await asAdmin();
  const made = await post('/api/users', { username: 'Newcomer', employeeId: await employee('4') }, admin);
  expect(made.statusCode).toBe(201);
  const { id, firstPassword } = made.json<{ id: string; firstPassword: string }>();
  const first = await session('newcomer', firstPassword);
  expect(first.user.mustChangePassword).toBe(true);
  const refused = await probe(bearer(first));
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'password-change-required']);
  expect((await edge.app.inject({ url: '/api/auth/me', headers: bearer(first) })).statusCode).toBe(200);

  const change = async (next: string, current = firstPassword) =>
    await post('/api/auth/password', { current, next }, bearer(first));
  expect((await change('short')).json()).toMatchObject({
    status: 422,
    code: 'password-too-short',
    errors: [{ pointer: '/next' }],
  });
  expect((await change('password123')).json()).toMatchObject({ code: 'password-common' });
  expect((await change('my-newcomer-1')).json()).toMatchObject({ code: 'password-personal' });
  expect((await change('good enough 7', 'wrong')).json()).toMatchObject({
    code: 'wrong-password',
    errors: [{ pointer: '/current' }],
  });
  expect((await change(firstPassword)).json()).toMatchObject({ code: 'password-unchanged' });
  const changed = await change('good enough 7');
  expect(changed.statusCode).toBe(200);
  expect((await probe(bearer(first))).statusCode).toBe(401);
  expect((await probe(bearer(changed.json<LoggedIn>()))).statusCode).toBe(200);

  const reset = (await post(`/api/users/${id}/reset-password`, {}, admin)).json<{ firstPassword: string }>();
  expect((await probe(bearer(changed.json<LoggedIn>()))).statusCode).toBe(401);
  expect((await session('newcomer', reset.firstPassword)).user.mustChangePassword).toBe(true);
});

test('S8 a disabled user is cut off on his next request, and comes back when enabled', async () => {
  await edge.db.query('delete from identity.attempt');
  const admin = await asAdmin();
  const agent = await session('agent');
  await post(`/api/users/${agent.user.id}/disable`, {}, admin);
  expect((await probe(bearer(agent))).statusCode).toBe(401);
  expect((await login('agent')).statusCode).toBe(401);
  await post(`/api/users/${agent.user.id}/enable`, {}, admin);
  expect((await login('agent')).statusCode).toBe(200);
  const me = (await edge.app.inject({ url: '/api/auth/me', headers: admin })).json<LoggedIn>().user.id;
  expect((await post(`/api/users/${me}/disable`, {}, admin)).statusCode).toBe(409);
});

test('IDN-1 all sessions of a user can be ended at once', async () => {
  const [first, second] = [await session('agent'), await session('agent')];
  expect((await post(`/api/users/${first.user.id}/end-sessions`, {}, await asAdmin())).statusCode).toBe(200);
  expect([(await probe(bearer(first))).statusCode, (await probe(bearer(second))).statusCode]).toEqual([401, 401]);
  expect((await probe(bearer(await session('agent')))).statusCode).toBe(200);
});

test('S8 a role taken away is gone on the next request, for one person or for all', async () => {
  const admin = await asAdmin();
  const agent = await session('agent');
  const status = async () => (await probe(bearer(agent), '/api/probe/admin')).statusCode;
  expect(await status()).toBe(403);
  expect((await post(`/api/users/${agent.user.id}/set-roles`, { roles: ['clock-mover'] }, admin)).statusCode).toBe(200);
  expect(await status()).toBe(200);
  const less = roles.map((role) => (role.id === 'clock-mover' ? { ...role, grants: {} } : role));
  await edge.app.get(IdentitySetup).applyRoles(less);
  expect(await status()).toBe(403);
  await edge.app.get(IdentitySetup).applyRoles(roles);
  expect(await status()).toBe(200);
  await post(`/api/users/${agent.user.id}/set-roles`, { roles: [] }, admin);
  expect(await status()).toBe(403);
  expect((await post(`/api/users/${agent.user.id}/set-roles`, { roles: ['juggler'] }, admin)).json()).toMatchObject({
    status: 422,
    errors: [{ pointer: '/roles/0' }],
  });
});

test('IDN-2 only who may manages users; the list shows no hash', async () => {
  const agent = bearer(await session('agent'));
  expect((await edge.app.inject({ url: '/api/users', headers: agent })).statusCode).toBe(403);
  const list = await edge.app.inject({
    url: `/api/users?${encodeURIComponent('page[size]')}=2`,
    headers: await asAdmin(),
  });
  expect(list.json<{ data: unknown[]; page: { next?: string } }>()).toMatchObject({
    data: [{ username: 'admin' }, { username: 'agent' }],
    page: { next: expect.any(String) as string },
  });
  expect(list.body).not.toContain('argon2');
  expect((await post(`/api/users/${randomUUID()}/disable`, {}, await asAdmin())).statusCode).toBe(404);
});

test('IDN-1 user names and employees are taken once', async () => {
  const admin = await asAdmin();
  const add = async (body: object) =>
    (await post('/api/users', body, admin)).json<{ errors: { pointer: string }[] }>().errors[0]?.pointer;
  expect(await add({ username: 'AGENT', employeeId: await employee('4') })).toBe('/username');
  expect(await add({ username: 'other', employeeId: await employee('1') })).toBe('/employeeId');
  expect(await add({ username: 'other', employeeId: randomUUID() })).toBe('/employeeId');
});

test('IDN-2 the widest scope of several roles wins, and * is every permission there is', async () => {
  const manager = await session('tech-manager');
  expect(manager.permissions).toEqual({ 'org.duty.plan': 'unit-and-below', 'org.employee.manage': 'unit' });
  const who = (await probe(bearer(manager))).json<UserActor>();
  expect(who.unitsBelow).toHaveLength(3);
  expect(who.furtherUnitIds).toHaveLength(1);
  expect((await session('admin')).permissions).toMatchObject({
    'clock.move': 'all',
    'identity.user.manage': 'all',
    'org.duty.plan': 'all',
  });
});
