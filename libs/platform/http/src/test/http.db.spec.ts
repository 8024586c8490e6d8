/** The edge over HTTP, on a real database: problems, bodies, idempotency, health, guards. */
import { randomUUID } from 'node:crypto';
import { Controller, Get, Injectable, Module, Param, Post, Put } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, commonErrors, Public } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { EdgeApp } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { Actor, httpRoom, IfMatch, Payload, ReadyChecks } from '../index';

const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom];

const noteSchema = z.strictObject({ text: z.string().min(2), inner: z.strictObject({ count: z.int() }).optional() });

let fail = false;
let ran = 0;

@Injectable()
class Notes {
  constructor(private readonly work: UnitOfWork) {}

  async add(actor: UserActor, text: string): Promise<string> {
    return this.work.run(actor, async (tx) => {
      ran += 1;
      await tx.query('create table if not exists public.note (id uuid primary key, text text)');
      if (fail) throw commonErrors['wrong-state']({ state: 'closed', allowedActions: ['reopen'] });
      const id = randomUUID();
      await tx.query('insert into public.note (id, text) values ($1, $2)', [id, text]);
      await tx.query('select pg_sleep(0.15)');
      return id;
    });
  }
}

@Controller('notes')
class NotesController {
  constructor(private readonly notes: Notes) {}

  @Authenticated()
  @Post()
  async add(@Actor() actor: UserActor, @Payload(noteSchema) body: z.infer<typeof noteSchema>) {
    return { id: await this.notes.add(actor, body.text), text: body.text };
  }

  @Authenticated()
  @Put(':id')
  put(@Param('id') id: string, @IfMatch() version: number | undefined) {
    return { id, version: version ?? null };
  }

  @Public()
  @Get('broken')
  broken(): never {
    throw new TypeError('a secret 13800000000');
  }
}

@Module({ controllers: [NotesController], providers: [Notes] })
class NotesModule {}

const actor = (userId: string): UserActor => ({
  kind: 'user',
  userId,
  employeeId: userId,
  name: '测试',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map([
    ['clock.move', 'all'],
    ['audit.verify', 'all'],
    ['outbox.hand-off.take', 'all'],
  ]),
});
const someone = actor(randomUUID());

let edge: EdgeApp;
let app: NestFastifyApplication;

beforeAll(async () => {
  edge = await edgeApp(rooms, {
    now: new Date('2026-09-17T00:00:00Z'),
    modules: [NotesModule],
    actor: (request) => (request.headers['x-test'] === 'nobody' ? undefined : someone),
  });
  app = edge.app;
}, 60_000);

afterAll(() => edge.close());

beforeEach(() => {
  fail = false;
  ran = 0;
});

const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('problems', () => {
  test('API every refusal is application/problem+json with code, title, detail and pointers', async () => {
    const answer = await post('/api/notes', { inner: { count: 1.5, extra: 1 }, who: 1, role: 2 });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const body = answer.json<{ errors: { pointer: string; code: string }[] } & Record<string, unknown>>();
    expect(body).toMatchObject({ status: 422, code: 'invalid-input', type: 'urn:bihuan:problem:invalid-input', title: '内容有误' });
    expect(body.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/text', 'required'],
      ['/inner/count', 'invalid-type'],
      ['/inner/extra', 'unknown-field'],
      ['/who', 'unknown-field'],
      ['/role', 'unknown-field'],
    ]);
  });

  test('API a missing body is {}, so that only its fields are missing', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/notes' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ pointer: '/text', code: 'required' }] });
    const empty = await post('/api/notes', '');
    expect(empty.statusCode).toBe(422);
  });

  test('API malformed JSON is 400, a form body 415, in the same form', async () => {
    const answer = await post('/api/notes', '{"text":');
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'malformed-request', status: 400 });
    const form = await post('/api/notes', 'text=abc', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.statusCode).toBe(415);
    expect(form.headers['content-type']).toContain('application/problem+json');
    expect((await post('/api/notes', '{"text":"abc"}', { 'content-type': 'text/plain' })).statusCode).toBe(415);
  });

  test('S3 __proto__ and constructor are unknown fields like any other', async () => {
    const answer = await post('/api/notes', '{"text":"abc","__proto__":{"a":1},"constructor":1}');
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual(['/__proto__', '/constructor']);
  });

  test('S11 text that PostgreSQL cannot store is 422, not 500', async () => {
    for (const text of ['a\0b', 'a\ud800b']) {
      const answer = await post('/api/notes', JSON.stringify({ text }));
      expect([answer.statusCode, answer.json<{ errors: unknown[] }>().errors]).toMatchObject([422, [{ pointer: '/text' }]]);
    }
  });

  test('API the reader chooses the language, Chinese first', async () => {
    const english = await post('/api/notes', {}, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(english.json()).toMatchObject({ title: 'Input refused', errors: [{ detail: 'This field is required' }] });
    const both = await post('/api/notes', {}, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
    expect(both.json()).toMatchObject({ errors: [{ detail: '缺少必填字段' }] });
  });

  test('API an unknown address is a 404 problem, and so is an id that cannot be one', async () => {
    const unknown = await app.inject({ url: '/api/nothing/here' });
    expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([404, 'unknown-route']);
    const malformed = await app.inject({ method: 'PUT', url: '/api/notes/42', headers: { 'if-match': '"3"' } });
    expect([malformed.statusCode, malformed.json<{ code: string }>().code]).toEqual([404, 'not-found']);
    expect((await app.inject({ url: '/api/%zz' })).headers['content-type']).toContain('application/problem+json');
  });

  test('API If-Match is read with and without quotes; anything else is 422', async () => {
    const id = randomUUID();
    const put = async (version: string) => (await app.inject({ method: 'PUT', url: `/api/notes/${id}`, headers: { 'if-match': version } })).json<unknown>();
    expect(await put('"3"')).toEqual({ id, version: 3 });
    expect(await put('W/"4"')).toEqual({ id, version: 4 });
    expect(await put('*')).toEqual({ id, version: null });
    expect(await put('abc')).toMatchObject({ status: 422, code: 'bad-if-match' });
  });

  test('S11 a defect answers 500 without its message', async () => {
    const answer = await app.inject({ url: '/api/notes/broken' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json()).toMatchObject({ code: 'internal-error', requestId: answer.headers['x-request-id'] });
  });

  test('API a wrong state is 409 with the state and the allowed actions', async () => {
    fail = true;
    const answer = await post('/api/notes', { text: 'abc' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'wrong-state', state: 'closed', allowedActions: ['reopen'] });
  });
});

describe('idempotency', () => {
  const count = async () => Number((await edge.db.query<{ n: string }[]>('select count(*) as n from public.note'))[0]?.n);

  test('API the same key and body make one record and the same answer; another body is 422', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await post('/api/notes', { text: '张三来电' }, headers);
    const again = await post('/api/notes', { text: '张三来电' }, headers);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.body).toBe(first.body);
    expect(ran).toBe(1);
    const other = await post('/api/notes', { text: '李四来电' }, headers);
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('API twenty equal requests at once make one record', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await post('/api/notes', { text: 'table' });
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/api/notes', { text: 'at once' }, headers)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await count()) - before).toBe(1);
  });

  test('API a refused request did nothing, so its key is free', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    fail = true;
    expect((await post('/api/notes', { text: 'abc' }, headers)).statusCode).toBe(409);
    fail = false;
    expect((await post('/api/notes', { text: 'abc' }, headers)).statusCode).toBe(201);
  });

  test('API a key whose process died after the commit is not carried out again', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await post('/api/notes', { text: 'abc' }, headers);
    const before = await count();
    await edge.db.query("update http.idempotency set status = null, answer = null, lease_until = '2000-01-01'");
    const again = await post('/api/notes', { text: 'abc' }, headers);
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'idempotency-answer-lost']);
    expect(await count()).toBe(before);
  });

  test('API a key whose process died before the commit is taken over', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await post('/api/notes', { text: 'abc' }, headers);
    await edge.db.query("update http.idempotency set status = null, answer = null, committed = false, lease_until = '2000-01-01'");
    expect((await post('/api/notes', { text: 'abc' }, headers)).statusCode).toBe(201);
  });

  test('CUS-5 the kept answer and the key are not to be read in the table', async () => {
    const key = 'my-readable-key-1';
    await post('/api/notes', { text: '王五的电话13912345678' }, { 'idempotency-key': key });
    const rows = await edge.db.query<Record<string, unknown>[]>('select * from http.idempotency');
    const all = rows.map((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))).join()).join();
    expect(rows.length).toBeGreaterThan(0);
    expect(all).not.toContain('13912345678');
    expect(all).not.toContain(key);
    expect(all).not.toContain(Buffer.from('王五').toString('latin1'));
  });
});

describe('health, clock, documents', () => {
  test('API live and ready answer, and a blocking check makes 503', async () => {
    expect((await app.inject({ url: '/api/health/live' })).json()).toEqual({ status: 'live' });
    expect((await app.inject({ url: '/api/health/ready' })).statusCode).toBe(200);
    const checks = app.get(ReadyChecks);
    let finding: { code: string; zh: string; en: string; blocking?: boolean } = { code: 'outbox-lag', zh: '滞后', en: 'lag' };
    checks.add('test', () => Promise.resolve(finding));
    const warned = await app.inject({ url: '/api/health/ready' });
    expect([warned.statusCode, warned.json<{ warnings: { code: string }[] }>().warnings[0]?.code]).toEqual([200, 'outbox-lag']);
    finding = { ...finding, code: 'redis-eviction', blocking: true };
    const blocked = await app.inject({ url: '/api/health/ready' });
    expect([blocked.statusCode, blocked.json<{ problems: { code: string }[] }>().problems[0]?.code]).toEqual([503, 'redis-eviction']);
    finding = { code: 'fine', zh: '', en: '' };
  });

  test('API not migrated is 503', async () => {
    await edge.db.query("update suite.migration set name = name || '-x' where room = 'http'");
    const answer = await app.inject({ url: '/api/health/ready' });
    await edge.db.query("update suite.migration set name = left(name, -2) where room = 'http'");
    expect([answer.statusCode, answer.json<{ problems: { code: string }[] }>().problems[0]?.code]).toEqual([503, 'not-migrated']);
  });

  test('API metrics count requests by route pattern', async () => {
    await app.inject({ method: 'PUT', url: `/api/notes/${randomUUID()}` });
    const answer = await app.inject({ url: '/metrics' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toMatch(/bihuan_http_request_duration_seconds_count\{method="PUT",route="\/api\/notes\/:id",status="200"\} \d/);
  });

  test('API the manual clock moves forward, never back', async () => {
    const put = (now: string) => app.inject({ method: 'PUT', url: '/api/clock', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ now }) });
    const moved = await put('2026-09-18T09:00:00+08:00');
    expect([moved.statusCode, moved.json()]).toEqual([200, { now: '2026-09-18T01:00:00.000Z' }]);
    expect((await put('2026-09-18T09:00:00+08:00')).statusCode).toBe(200);
    expect((await put('2026-09-18T08:00:00+08:00')).statusCode).toBe(422);
    expect((await app.inject({ url: '/api/clock' })).json()).toEqual({ now: '2026-09-18T01:00:00.000Z' });
  });

  test('API OpenAPI shows the bodies of the routes, made from their schemas', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json<{ paths: Record<string, Record<string, unknown>> }>();
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/notes', '/api/clock', '/api/health/ready']));
    expect(JSON.stringify(document.paths['/api/notes']?.['post'])).toContain('"required":["text"]');
    expect((await app.inject({ url: '/api/docs' })).headers['content-type']).toContain('text/html');
  });

  test('IDN-3 audit verify answers over the chain', async () => {
    const answer = await app.inject({ url: '/api/audit/verify' });
    expect(answer.json()).toMatchObject({ whole: true, broken: [] });
  });

  test('IDN-2 a timeline is read by participants only; a guessed id is 404', async () => {
    const id = randomUUID();
    const filter = encodeURIComponent('filter[subject]');
    expect((await app.inject({ url: `/api/timeline?${filter}=hotline:contact:${id}` })).statusCode).toBe(404);
    await edge.db.query('insert into audit.participant (subject_id, employee_id) values ($1, $2)', [id, someone.employeeId]);
    expect((await app.inject({ url: `/api/timeline?${filter}=hotline:contact:${id}` })).json()).toEqual({ data: [], page: {} });
    expect((await app.inject({ url: `/api/timeline?${filter}=rubbish` })).statusCode).toBe(422);
  });

  test('EVT-2 hand-offs are listed, and one that is not there cannot be taken', async () => {
    expect((await app.inject({ url: '/api/hand-offs' })).json()).toEqual({ data: [], page: {} });
    expect((await post('/api/hand-offs/77/take', {})).statusCode).toBe(404);
    expect((await app.inject({ url: '/api/parked-events' })).statusCode).toBe(403);
  });

  test('S10 headers allow our own scripts only', async () => {
    const { headers } = await app.inject({ url: '/api/health/live' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });
});
