/** Sessions over HTTP: cookies, origins, ends (IDN-1, S8, S10). */
import type { EdgeApp } from '@bihuan/testing-harness';
import { DEMO_PASSWORD } from '../index';
import type { Headers } from './staff.app';
import { bearer, requests, startStaff } from './staff.app';

let edge: EdgeApp;
const { post, login, session, probe } = requests(() => edge);

beforeAll(async () => {
  edge = await startStaff();
}, 60_000);

afterAll(() => edge.close());

const withCookie = async () => {
  const answer = await login('admin');
  const cookie = answer.cookies.find(({ name }) => name === 'bihuan-session');
  return { cookie, headers: { cookie: `bihuan-session=${cookie?.value ?? ''}` } };
};

test('S10 the cookie is http-only, strict, and reads by itself', async () => {
  const { cookie, headers } = await withCookie();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  expect((await probe(headers)).statusCode).toBe(200);
});

test('S10 with a cookie only our own pages change anything; a bearer token needs no origin', async () => {
  const { headers } = await withCookie();
  const change = async (more: Headers) => (await post('/api/probe', {}, { host: 'suite.local', ...more })).statusCode;
  expect(await change({ ...headers, origin: 'http://suite.local' })).toBe(200);
  expect(await change({ ...headers, 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await change(headers)).toBe(403);
  expect(await change({ ...headers, origin: 'http://evil.example' })).toBe(403);
  expect(await change({ ...headers, origin: 'null' })).toBe(403);
  expect(await change({ ...headers, origin: 'http://suite.local', 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await change(bearer(await session('admin')))).toBe(200);
  const forged = await post(
    '/api/auth/login',
    { username: 'admin', password: DEMO_PASSWORD },
    { host: 'suite.local', origin: 'http://evil.example' },
  );
  expect(forged.statusCode).toBe(403);
});

test('S8 a session is dead after log-out', async () => {
  const one = await session('admin');
  expect((await post('/api/auth/logout', {}, bearer(one))).statusCode).toBe(200);
  expect((await probe(bearer(one))).statusCode).toBe(401);
});

test('S8 a session ends after 12 idle hours, and after 7 days however busy', async () => {
  const age = async (column: string, interval: string) => {
    const one = await session('admin');
    await edge.db.query(
      `update identity.session set ${column} = ${column} - interval '${interval}' where token_hash = sha256($1)`,
      [Buffer.from(one.accessToken)],
    );
    return (await probe(bearer(one))).statusCode;
  };
  expect(await age('last_seen_at', '11 hours 59 minutes')).toBe(200);
  expect(await age('last_seen_at', '12 hours 1 minute')).toBe(401);
  expect(await age('expires_at', '6 days 23 hours')).toBe(200);
  expect(await age('expires_at', '7 days 1 minute')).toBe(401);
});

test('S8 a request is seen again at most once a minute', async () => {
  const one = await session('admin');
  const seen = async () =>
    (
      await edge.db.query<{ s: Date }[]>(
        'select last_seen_at as s from identity.session where token_hash = sha256($1)',
        [Buffer.from(one.accessToken)],
      )
    )[0]?.s.getTime() ?? 0;
  const first = await seen();
  await probe(bearer(one));
  expect(await seen()).toBe(first);
  await edge.db.query(
    "update identity.session set last_seen_at = last_seen_at - interval '61 seconds' where token_hash = sha256($1)",
    [Buffer.from(one.accessToken)],
  );
  await probe(bearer(one));
  expect(await seen()).toBeGreaterThanOrEqual(first);
});
