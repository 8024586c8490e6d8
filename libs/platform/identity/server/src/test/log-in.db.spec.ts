/** Log-in over HTTP: the same answer whatever is wrong, and a count of attempts (IDN-1, S8, S9). */
import { realNow } from '@bihuan/clock';
import type { LoggedIn } from '@bihuan/identity-contract';
import type { EdgeApp } from '@bihuan/testing-harness';
import { DEMO_PASSWORD, IdentitySetup } from '../index';
import type { Headers } from './staff.app';
import { bearer, people, requests, startStaff } from './staff.app';

let edge: EdgeApp;
const { login, session, probe } = requests(() => edge);

beforeAll(async () => {
  edge = await startStaff();
}, 60_000);

afterAll(() => edge.close());

test('IDN-1 a demonstration user logs in with the password that is printed, and need not change it', async () => {
  const answer = await login('agent');
  expect(answer.statusCode).toBe(200);
  const body = answer.json<LoggedIn>();
  expect(body).toMatchObject({
    user: { username: 'agent', name: '林晓燕', position: 'officer', officerNumber: '01', mustChangePassword: false },
  });
  expect(body.permissions).toEqual({ 'org.duty.plan': 'own', 'org.employee.manage': 'unit' });
  expect((await probe(bearer(body))).json()).toMatchObject({ kind: 'user', name: '林晓燕', officerNumber: '01' });
  expect((await edge.app.inject({ url: '/api/auth/me', headers: bearer(body) })).json()).toEqual({
    user: body.user,
    permissions: body.permissions,
  });
});

test('IDN-1 demonstration users are made once, where there is no user yet', async () => {
  expect(await edge.app.get(IdentitySetup).addDemoUsers(people)).toBe(false);
});

test('S9 a wrong password, an unknown and a disabled user get the same answer', async () => {
  const answers = [await login('agent', 'wrong-one'), await login('nobody-here', 'wrong-one')];
  await edge.db.query("update identity.app_user set disabled_at = '2026-01-01' where username = 'victim'");
  answers.push(await login('victim'));
  await edge.db.query("update identity.app_user set disabled_at = null where username = 'victim'");
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
});

test('S8 every log-in gives a new token, and the table holds none of them', async () => {
  const [first, second] = [await session('agent'), await session('agent')];
  expect(first.accessToken).not.toBe(second.accessToken);
  const rows = await edge.db.query<{ t: string }[]>(
    "select encode(token_hash, 'base64') || coalesce(ip, '') as t from identity.session",
  );
  expect(rows.map(({ t }) => t).join()).not.toContain(first.accessToken);
});

test('S8 no session, a made-up one and a malformed one are 401', async () => {
  for (const headers of [
    {},
    { authorization: 'Bearer x' },
    { authorization: `Bearer ${'A'.repeat(43)}` },
    { cookie: 'bihuan-session=abc' },
  ]) {
    const answer = await probe(headers as Headers);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'not-logged-in']);
  }
});

test('IDN-1 ten guesses an account in a quarter of an hour, from any address, also all at once', async () => {
  await edge.db.query('delete from identity.attempt');
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, n) => login('victim', `guess-${n}`, {}, `10.0.0.${n}`)),
  );
  const statuses = guesses.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  const right = await login('victim', DEMO_PASSWORD, {}, '10.0.1.1');
  expect(right.statusCode).toBe(429);
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
});

test('S9 whoever is guessed at still gets in from his own device', async () => {
  const before = await login('agent');
  const device = before.cookies.find(({ name }) => name === 'bihuan-device')?.value ?? '';
  expect(device).not.toBe('');
  for (let n = 0; n < 12; n++) await login('agent', `guess-${n}`, {}, '10.9.9.9');
  expect((await login('agent', DEMO_PASSWORD, {}, '10.9.9.8')).statusCode).toBe(429);
  const own = await login('agent', DEMO_PASSWORD, { cookie: `bihuan-device=${device}` });
  expect(own.statusCode).toBe(200);
  expect(own.cookies.some(({ name }) => name === 'bihuan-device')).toBe(false);
  await edge.db.query('delete from identity.attempt');
});

test('S9 one address over many accounts is stopped', async () => {
  await edge.db.query("insert into identity.attempt (key, points, expire) values ('address:10.3.3.3', 100, $1)", [
    realNow().getTime() + 60_000,
  ]);
  expect((await login('someone-else', 'guess', {}, '10.3.3.3')).statusCode).toBe(429);
  expect((await login('admin', DEMO_PASSWORD, {}, '10.3.3.4')).statusCode).toBe(200);
});

test('IDN-1 many good log-ins of one account at once all succeed', async () => {
  const answers = await Promise.all(Array.from({ length: 15 }, () => login('admin')));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
});

test('IDN-3 refusals and log-ins stand in the audit log, without any password', async () => {
  const rows = await edge.db.query<{ action: string; all: string }[]>(
    "select action, e::text as all from audit.entry e where module = 'identity'",
  );
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['logged-in', 'log-in-refused', 'user-added']),
  );
  expect(rows.map(({ all }) => all).join()).not.toMatch(/wrong-one|demo-5S4E|guess-1/);
});
