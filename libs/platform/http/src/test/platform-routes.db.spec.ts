/** Health, metrics, clock, OpenAPI, audit, timeline and hand-offs over HTTP. */
import { randomUUID } from 'node:crypto';
import type { EdgeApp } from '@bihuan/testing-harness';
import { notes, poster, someone, startNotes } from './notes.app';
import { ReadyChecks } from '../index';

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

test('API live and ready answer, and a blocking check makes 503', async () => {
  expect((await edge.app.inject({ url: '/api/health/live' })).json()).toEqual({ status: 'live' });
  expect((await edge.app.inject({ url: '/api/health/ready' })).statusCode).toBe(200);
  const checks = edge.app.get(ReadyChecks);
  let finding: { code: string; zh: string; en: string; blocking?: boolean } = {
    code: 'outbox-lag',
    zh: '滞后',
    en: 'lag',
  };
  checks.add('test', () => Promise.resolve(finding));
  const warned = await edge.app.inject({ url: '/api/health/ready' });
  expect([warned.statusCode, warned.json<{ warnings: { code: string }[] }>().warnings[0]?.code]).toEqual([
    200,
    'outbox-lag',
  ]);
  finding = { ...finding, code: 'redis-eviction', blocking: true };
  const blocked = await edge.app.inject({ url: '/api/health/ready' });
  expect([blocked.statusCode, blocked.json<{ problems: { code: string }[] }>().problems[0]?.code]).toEqual([
    503,
    'redis-eviction',
  ]);
  finding = { code: 'fine', zh: '', en: '' };
});

test('API not migrated is 503', async () => {
  await edge.db.query("update suite.migration set name = name || '-x' where room = 'http'");
  const answer = await edge.app.inject({ url: '/api/health/ready' });
  await edge.db.query("update suite.migration set name = left(name, -2) where room = 'http'");
  expect([answer.statusCode, answer.json<{ problems: { code: string }[] }>().problems[0]?.code]).toEqual([
    503,
    'not-migrated',
  ]);
});

test('API metrics count requests by route pattern', async () => {
  await edge.app.inject({ method: 'PUT', url: `/api/notes/${randomUUID()}` });
  const answer = await edge.app.inject({ url: '/metrics' });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toMatch(
    /bihuan_http_request_duration_seconds_count\{method="PUT",route="\/api\/notes\/:id",status="200"\} \d/,
  );
});

test('API the manual clock moves forward, never back', async () => {
  const put = (now: string) =>
    edge.app.inject({
      method: 'PUT',
      url: '/api/clock',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ now }),
    });
  const moved = await put('2026-09-18T09:00:00+08:00');
  expect([moved.statusCode, moved.json()]).toEqual([200, { now: '2026-09-18T01:00:00.000Z' }]);
  expect((await put('2026-09-18T09:00:00+08:00')).statusCode).toBe(200);
  expect((await put('2026-09-18T08:00:00+08:00')).statusCode).toBe(422);
  expect((await edge.app.inject({ url: '/api/clock' })).json()).toEqual({ now: '2026-09-18T01:00:00.000Z' });
});

test('API OpenAPI shows the bodies of the routes, made from their schemas', async () => {
  const document = (await edge.app.inject({ url: '/api/openapi.json' })).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/api/notes', '/api/clock', '/api/health/ready']),
  );
  expect(JSON.stringify(document.paths['/api/notes']?.['post'])).toContain('"required":["text"]');
  expect((await edge.app.inject({ url: '/api/docs' })).headers['content-type']).toContain('text/html');
});

test('IDN-3 audit verify answers over the chain', async () => {
  const answer = await edge.app.inject({ url: '/api/audit/verify' });
  expect(answer.json()).toMatchObject({ whole: true, broken: [] });
});

test('IDN-2 a timeline is read by participants only; a guessed id is 404', async () => {
  const id = randomUUID();
  const filter = encodeURIComponent('filter[subject]');
  expect((await edge.app.inject({ url: `/api/timeline?${filter}=hotline:contact:${id}` })).statusCode).toBe(404);
  await edge.db.query('insert into audit.participant (subject_id, employee_id) values ($1, $2)', [
    id,
    someone.employeeId,
  ]);
  expect((await edge.app.inject({ url: `/api/timeline?${filter}=hotline:contact:${id}` })).json()).toEqual({
    data: [],
    page: {},
  });
  expect((await edge.app.inject({ url: `/api/timeline?${filter}=rubbish` })).statusCode).toBe(422);
});

test('EVT-2 hand-offs are listed, and one that is not there cannot be taken', async () => {
  expect((await edge.app.inject({ url: '/api/hand-offs' })).json()).toEqual({ data: [], page: {} });
  expect((await post('/api/hand-offs/77/take', {})).statusCode).toBe(404);
  expect((await edge.app.inject({ url: '/api/parked-events' })).statusCode).toBe(403);
});

test('S10 headers allow our own scripts only', async () => {
  const { headers } = await edge.app.inject({ url: '/api/health/live' });
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cache-control']).toBe('no-store');
});
