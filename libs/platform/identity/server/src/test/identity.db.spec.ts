/** Log-in, sessions, users and roles over HTTP, on a real database (IDN-1, IDN-2, reliability.md S8–S10). */
import { randomUUID } from 'node:crypto';
import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auditRoom } from '@bihuan/audit';
import { clockRoom, realNow } from '@bihuan/clock';
import { Actor, httpRoom } from '@bihuan/http';
import type { LoggedIn, RoleData } from '@bihuan/identity-contract';
import { Org, orgRoom, OrgSetup } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { EdgeApp } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { DEMO_PASSWORD, identityRoom, IdentitySetup } from '../index';

@Controller('probe')
class ProbeController {
  @Authenticated()
  @Get()
  who(@Actor() actor: UserActor) {
    return { ...actor, permissions: Object.fromEntries(actor.permissions) };
  }

  @Authenticated()
  @Post()
  @HttpCode(200)
  change() {
    return { changed: true };
  }

  @Permit('clock.move')
  @Get('admin')
  admin() {
    return { admin: true };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

const title = { zh: '名', en: 'name' };
const roles: RoleData[] = [
  { id: 'staff', title, grants: { 'org.duty.plan': 'own', 'org.employee.manage': 'unit' }, positions: ['officer', 'manager'] },
  { id: 'planner', title, grants: { 'org.duty.plan': 'unit-and-below' }, positions: ['manager'] },
  { id: 'clock-mover', title, grants: { 'clock.move': 'all' }, positions: [] },
  { id: 'administrator', title, grants: { '*': 'all' }, positions: ['administrator'] },
];
const unit = (code: string, parent?: string) => ({ code, name: code, function: 'hotline', calendar: 'c', ...(parent ? { parent } : {}) });
const people = [
  { staffNumber: '1', name: '林晓燕', unit: 'hotline', position: 'officer', officerNumber: '01', user: 'agent' },
  { staffNumber: '2', name: '吴海峰', unit: 'support', furtherUnits: ['service'], position: 'manager', head: true, user: 'tech-manager' },
  { staffNumber: '3', name: '唐磊', unit: 'company', position: 'administrator', user: 'admin' },
  { staffNumber: '4', name: '新来者', unit: 'hotline', position: 'officer' },
  { staffNumber: '5', name: '受害者', unit: 'hotline', position: 'officer', user: 'victim' },
];

let edge: EdgeApp;
let app: NestFastifyApplication;

beforeAll(async () => {
  edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, orgRoom, identityRoom], {
    now: new Date('2026-09-17T00:00:00Z'),
    modules: [ProbeModule],
  });
  app = edge.app;
  await app.get(OrgSetup).applyStructure(
    {
      units: [unit('company'), unit('hotline', 'company'), unit('support', 'company'), unit('service', 'company'), unit('station', 'service')],
      positions: ['officer', 'manager', 'administrator'].map((code) => ({ code, title })),
    },
    {},
  );
  await app.get(OrgSetup).addFirstPeople(people);
  const setup = app.get(IdentitySetup);
  await setup.applyRoles(roles);
  expect(await setup.addDemoUsers(people)).toBe(true);
  expect(await setup.addDemoUsers(people)).toBe(false);
}, 60_000);

afterAll(() => edge.close());

type Headers = Record<string, string>;
const post = (url: string, payload: unknown = {}, headers: Headers = {}, remoteAddress = '127.0.0.1') =>
  app.inject({ method: 'POST', url, remoteAddress, headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(payload) });
const login = (username: string, password = DEMO_PASSWORD, headers: Headers = {}, ip?: string) =>
  post('/api/auth/login', { username, password }, headers, ip);
const session = async (username: string, password = DEMO_PASSWORD) => (await login(username, password)).json<LoggedIn>();
const bearer = ({ accessToken }: { accessToken: string }): Headers => ({ authorization: `Bearer ${accessToken}` });
const probe = (headers: Headers, url = '/api/probe') => app.inject({ url, headers });

describe('log-in', () => {
  test('IDN-1 a demonstration user logs in with the password that is printed, and need not change it', async () => {
    const answer = await login('agent');
    expect(answer.statusCode).toBe(200);
    const body = answer.json<LoggedIn>();
    expect(body).toMatchObject({ user: { username: 'agent', name: '林晓燕', position: 'officer', officerNumber: '01', mustChangePassword: false } });
    expect(body.permissions).toEqual({ 'org.duty.plan': 'own', 'org.employee.manage': 'unit' });
    expect((await probe(bearer(body))).json()).toMatchObject({ kind: 'user', name: '林晓燕', officerNumber: '01' });
    expect((await app.inject({ url: '/api/auth/me', headers: bearer(body) })).json()).toEqual({ user: body.user, permissions: body.permissions });
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
    const rows = await edge.db.query<{ t: string }[]>("select encode(token_hash, 'base64') || coalesce(ip, '') as t from identity.session");
    expect(rows.map(({ t }) => t).join()).not.toContain(first.accessToken);
  });

  test('S8 no session, a made-up one and a malformed one are 401', async () => {
    for (const headers of [{}, { authorization: 'Bearer x' }, { authorization: `Bearer ${'A'.repeat(43)}` }, { cookie: 'bihuan-session=abc' }]) {
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
    await edge.db.query("insert into identity.attempt (key, points, expire) values ('address:10.3.3.3', 100, $1)", [realNow().getTime() + 60_000]);
    expect((await login('someone-else', 'guess', {}, '10.3.3.3')).statusCode).toBe(429);
    expect((await login('admin', DEMO_PASSWORD, {}, '10.3.3.4')).statusCode).toBe(200);
  });

  test('IDN-1 many good log-ins of one account at once all succeed', async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => login('admin')));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  });

  test('IDN-3 refusals and log-ins stand in the audit log, without any password', async () => {
    const rows = await edge.db.query<{ action: string; all: string }[]>("select action, e::text as all from audit.entry e where module = 'identity'");
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['logged-in', 'log-in-refused', 'user-added']));
    expect(rows.map(({ all }) => all).join()).not.toMatch(/wrong-one|demo-5S4E|guess-1/);
  });
});

describe('sessions', () => {
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
    const forged = await post('/api/auth/login', { username: 'admin', password: DEMO_PASSWORD }, { host: 'suite.local', origin: 'http://evil.example' });
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
      await edge.db.query(`update identity.session set ${column} = ${column} - interval '${interval}' where token_hash = sha256($1)`, [Buffer.from(one.accessToken)]);
      return (await probe(bearer(one))).statusCode;
    };
    expect(await age('last_seen_at', '11 hours 59 minutes')).toBe(200);
    expect(await age('last_seen_at', '12 hours 1 minute')).toBe(401);
    expect(await age('expires_at', '6 days 23 hours')).toBe(200);
    expect(await age('expires_at', '7 days 1 minute')).toBe(401);
  });

  test('S8 a request is seen again at most once a minute', async () => {
    const one = await session('admin');
    const seen = async () => (await edge.db.query<{ s: Date }[]>('select last_seen_at as s from identity.session where token_hash = sha256($1)', [Buffer.from(one.accessToken)]))[0]?.s.getTime() ?? 0;
    const first = await seen();
    await probe(bearer(one));
    expect(await seen()).toBe(first);
    await edge.db.query("update identity.session set last_seen_at = last_seen_at - interval '61 seconds' where token_hash = sha256($1)", [Buffer.from(one.accessToken)]);
    await probe(bearer(one));
    expect(await seen()).toBeGreaterThanOrEqual(first);
  });
});

describe('users', () => {
  const asAdmin = async () => bearer(await session('admin'));
  const employee = async (staffNumber: string) => (await app.get(Org).employees()).find((one) => one.staffNumber === staffNumber)?.id;

  test('IDN-1 a new user must change his first password before anything else', async () => {
    const admin = await asAdmin();
    const made = await post('/api/users', { username: 'Newcomer', employeeId: await employee('4') }, admin);
    expect(made.statusCode).toBe(201);
    const { id, firstPassword } = made.json<{ id: string; firstPassword: string }>();
    const first = await session('newcomer', firstPassword);
    expect(first.user.mustChangePassword).toBe(true);
    const refused = await probe(bearer(first));
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'password-change-required']);
    expect((await app.inject({ url: '/api/auth/me', headers: bearer(first) })).statusCode).toBe(200);

    const change = async (next: string, current = firstPassword) => (await post('/api/auth/password', { current, next }, bearer(first)));
    expect((await change('short')).json()).toMatchObject({ status: 422, code: 'password-too-short', errors: [{ pointer: '/next' }] });
    expect((await change('password123')).json()).toMatchObject({ code: 'password-common' });
    expect((await change('my-newcomer-1')).json()).toMatchObject({ code: 'password-personal' });
    expect((await change('good enough 7', 'wrong')).json()).toMatchObject({ code: 'wrong-password', errors: [{ pointer: '/current' }] });
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
    const me = (await app.inject({ url: '/api/auth/me', headers: admin })).json<LoggedIn>().user.id;
    expect((await post(`/api/users/${me}/disable`, {}, admin)).statusCode).toBe(409);
  });

  test('S8 a role taken away is gone on the next request, for one person or for all', async () => {
    const admin = await asAdmin();
    const agent = await session('agent');
    const status = async () => (await probe(bearer(agent), '/api/probe/admin')).statusCode;
    expect(await status()).toBe(403);
    expect((await post(`/api/users/${agent.user.id}/set-roles`, { roles: ['clock-mover'] }, admin)).statusCode).toBe(200);
    expect(await status()).toBe(200);
    const less = roles.map((role) => (role.id === 'clock-mover' ? { ...role, grants: {} } : role));
    await app.get(IdentitySetup).applyRoles(less);
    expect(await status()).toBe(403);
    await app.get(IdentitySetup).applyRoles(roles);
    expect(await status()).toBe(200);
    await post(`/api/users/${agent.user.id}/set-roles`, { roles: [] }, admin);
    expect(await status()).toBe(403);
    expect((await post(`/api/users/${agent.user.id}/set-roles`, { roles: ['juggler'] }, admin)).json()).toMatchObject({ status: 422, errors: [{ pointer: '/roles/0' }] });
  });

  test('IDN-2 only who may manages users; the list shows no hash', async () => {
    const agent = bearer(await session('agent'));
    expect((await app.inject({ url: '/api/users', headers: agent })).statusCode).toBe(403);
    const list = await app.inject({ url: `/api/users?${encodeURIComponent('page[size]')}=2`, headers: await asAdmin() });
    expect(list.json<{ data: unknown[]; page: { next?: string } }>()).toMatchObject({ data: [{ username: 'admin' }, { username: 'agent' }], page: { next: expect.any(String) as string } });
    expect(list.body).not.toContain('argon2');
    expect((await post(`/api/users/${randomUUID()}/disable`, {}, await asAdmin())).statusCode).toBe(404);
  });

  test('IDN-1 user names and employees are taken once', async () => {
    const admin = await asAdmin();
    const add = async (body: object) => (await post('/api/users', body, admin)).json<{ errors: { pointer: string }[] }>().errors[0]?.pointer;
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
    expect((await session('admin')).permissions).toMatchObject({ 'clock.move': 'all', 'identity.user.manage': 'all', 'org.duty.plan': 'all' });
  });
});
