/** Every refusal over HTTP has the one form (api.md Conventions, S3, S11). */
import { randomUUID } from 'node:crypto';
import type { EdgeApp } from '@bihuan/testing-harness';
import { notes, poster, startNotes } from './notes.app';

let edge: EdgeApp;
const post = poster(() => edge);

beforeAll(async () => {
  edge = await startNotes();
}, 60_000);

afterAll(() => edge.close());

beforeEach(() => {
  notes.refuse = false;
  notes.ran = 0;
});

test('API every refusal is application/problem+json with code, title, detail and pointers', async () => {
  const answer = await post('/api/notes', { inner: { count: 1.5, extra: 1 }, who: 1, role: 2 });
  expect(answer.statusCode).toBe(422);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  const body = answer.json<{ errors: { pointer: string; code: string }[] } & Record<string, unknown>>();
  expect(body).toMatchObject({
    status: 422,
    code: 'invalid-input',
    type: 'urn:bihuan:problem:invalid-input',
    title: '内容有误',
  });
  expect(body.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/text', 'required'],
    ['/inner/count', 'invalid-type'],
    ['/inner/extra', 'unknown-field'],
    ['/who', 'unknown-field'],
    ['/role', 'unknown-field'],
  ]);
});

test('API a missing body is {}, so that only its fields are missing', async () => {
  const answer = await edge.app.inject({ method: 'POST', url: '/api/notes' });
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
  expect(answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual([
    '/__proto__',
    '/constructor',
  ]);
});

test('S11 text that PostgreSQL cannot store is 422, not 500', async () => {
  for (const text of ['a\0b', 'a\ud800b']) {
    const answer = await post('/api/notes', JSON.stringify({ text }));
    expect([answer.statusCode, answer.json<{ errors: unknown[] }>().errors]).toMatchObject([
      422,
      [{ pointer: '/text' }],
    ]);
  }
});

test('API the reader chooses the language, Chinese first', async () => {
  const english = await post('/api/notes', {}, { 'accept-language': 'en-GB,en;q=0.9' });
  expect(english.json()).toMatchObject({ title: 'Input refused', errors: [{ detail: 'This field is required' }] });
  const both = await post('/api/notes', {}, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
  expect(both.json()).toMatchObject({ errors: [{ detail: '缺少必填字段' }] });
});

test('API an unknown address is a 404 problem, and so is an id that cannot be one', async () => {
  const unknown = await edge.app.inject({ url: '/api/nothing/here' });
  expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([404, 'unknown-route']);
  const malformed = await edge.app.inject({ method: 'PUT', url: '/api/notes/42', headers: { 'if-match': '"3"' } });
  expect([malformed.statusCode, malformed.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  expect((await edge.app.inject({ url: '/api/%zz' })).headers['content-type']).toContain('application/problem+json');
});

test('API If-Match is read with and without quotes; anything else is 422', async () => {
  const id = randomUUID();
  const put = async (version: string) =>
    (
      await edge.app.inject({ method: 'PUT', url: `/api/notes/${id}`, headers: { 'if-match': version } })
    ).json<unknown>();
  expect(await put('"3"')).toEqual({ id, version: 3 });
  expect(await put('W/"4"')).toEqual({ id, version: 4 });
  expect(await put('*')).toEqual({ id, version: null });
  expect(await put('abc')).toMatchObject({ status: 422, code: 'bad-if-match' });
});

test('S11 a defect answers 500 without its message', async () => {
  const answer = await edge.app.inject({ url: '/api/notes/broken' });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('secret');
  expect(answer.json()).toMatchObject({ code: 'internal-error', requestId: answer.headers['x-request-id'] });
});

test('API a wrong state is 409 with the state and the allowed actions', async () => {
  notes.refuse = true;
  const answer = await post('/api/notes', { text: 'abc' });
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'wrong-state', state: 'closed', allowedActions: ['reopen'] });
});
