/** Idempotency keys over HTTP (api.md Conventions, CUS-5). */
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

const count = async () => Number((await edge.db.query<{ n: string }[]>('select count(*) as n from public.note'))[0]?.n);

test('API the same key and body make one record and the same answer; another body is 422', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const first = await post('/api/notes', { text: '张三来电' }, headers);
  const again = await post('/api/notes', { text: '张三来电' }, headers);
  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.body).toBe(first.body);
  expect(notes.ran).toBe(1);
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
  notes.refuse = true;
  expect((await post('/api/notes', { text: 'abc' }, headers)).statusCode).toBe(409);
  notes.refuse = false;
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
  await edge.db.query(
    "update http.idempotency set status = null, answer = null, committed = false, lease_until = '2000-01-01'",
  );
  expect((await post('/api/notes', { text: 'abc' }, headers)).statusCode).toBe(201);
});

test('CUS-5 the kept answer and the key are not to be read in the table', async () => {
  const key = 'my-readable-key-1';
  await post('/api/notes', { text: '王五的电话13912345678' }, { 'idempotency-key': key });
  const rows = await edge.db.query<Record<string, unknown>[]>('select * from http.idempotency');
  const all = rows
    .map((row) =>
      Object.values(row)
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
        .join(),
    )
    .join();
  expect(rows.length).toBeGreaterThan(0);
  expect(all).not.toContain('13912345678');
  expect(all).not.toContain(key);
  expect(all).not.toContain(Buffer.from('王五').toString('latin1'));
});
