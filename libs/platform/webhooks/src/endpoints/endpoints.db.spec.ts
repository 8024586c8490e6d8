/** Endpoints over HTTP: registered, changed, switched off, a new secret; who may, and what is audited (EVT-3, IDN-3). */
import { randomUUID } from 'node:crypto';
import { migrateDown, migrateUp } from '@bihuan/database';
import type { WebhookScene } from '../test/webhook-scene';
import { admin, REVISITED, webhookScene } from '../test/webhook-scene';
import { webhooksMigrations } from '../webhooks.migrations';

const URL = 'https://hooks.example.org/in?token=geheim';

let scene: WebhookScene;
beforeAll(async () => {
  scene = await webhookScene();
});
afterAll(() => scene.close());
beforeEach(() => scene.as(admin));

const told = async (id: string) => {
  const { body } = await scene.call('GET', `timeline?filter[subject]=webhooks:endpoint:${id}`);
  return body.data as { action: string; data: Record<string, Record<string, unknown>> }[];
};

it('EVT-3 shows the secret once: neither lists nor the audit log have it, nor what stands behind ? in the address', async () => {
  const { id, secret, ...view } = await scene.register(URL);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(view).toMatchObject({ url: URL, personal: false, state: 'enabled', version: 1, waiting: 0, parked: 0 });
  const one = await scene.call('GET', `webhooks/${id}`);
  const list = await scene.call('GET', 'webhooks');
  expect(list.body.data).toContainEqual(one.body);
  const entries: unknown[] = await scene.db.query('select data from audit.entry where subject_id = $1', [id]);
  expect(entries).toHaveLength(1);
  for (const seen of [one.body, list.body]) expect(JSON.stringify(seen)).not.toContain('whsec_');
  expect(JSON.stringify(entries)).not.toMatch(/whsec_|geheim/);
});

it('EVT-3 unknown events are named one by one, with the list of those there are', async () => {
  const { status, body } = await scene.call('POST', 'webhooks', {
    name: '网管',
    url: URL,
    events: [REVISITED, 'hotline.nothing.v1', 'x'],
  });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([
    { pointer: '/events/1', code: 'unknown-event', detail: expect.stringContaining(REVISITED) },
    { pointer: '/events/2', code: 'unknown-event' },
  ]);
  const { body: events } = await scene.call('GET', 'webhooks/events');
  expect(events.data).toContainEqual({ name: REVISITED, title: expect.anything() });
});

it.each([
  [{ url: 'nonsense' }, '/url'],
  [{ url: 'https://a:b@hooks.example.org' }, '/url'],
  [{ name: '' }, '/name'],
  [{ events: [] }, '/events'],
  [{ secret: 'mine' }, '/secret'],
])('EVT-3 refuses %j', async (wrong, pointer) => {
  const { status, body } = await scene.call('POST', 'webhooks', {
    name: '网管',
    url: URL,
    events: [REVISITED],
    ...wrong,
  });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ pointer }]);
});

it('EVT-3 a change asks for the version that was seen, and whether customers’ values go out is audited', async () => {
  const { id } = await scene.register(URL);
  const change = (body: object, version: number) =>
    scene.call('POST', `webhooks/${id}/change`, body, { 'if-match': `"${version}"` });
  expect(await change({ personal: true }, 1)).toMatchObject({ status: 200, body: { personal: true, version: 2 } });
  expect((await change({ name: '别的' }, 1)).status).toBe(412);
  expect((await change({ events: ['x'] }, 2)).status).toBe(422);
  expect((await change({ url: 'ftp://x' }, 2)).status).toBe(422);
  expect(await told(id)).toMatchObject([
    { action: 'webhook-added' },
    { action: 'webhook-changed', data: { before: { personal: false }, after: { personal: true } } },
  ]);
});

it('EVT-3 switching off what is off is a wrong state with the ways out', async () => {
  const { id } = await scene.register(URL);
  expect((await scene.call('POST', `webhooks/${id}/disable`, { version: 1 })).body.state).toBe('disabled');
  const again = await scene.call('POST', `webhooks/${id}/disable`, {});
  expect(again).toMatchObject({
    status: 409,
    body: { state: 'disabled', allowedActions: expect.arrayContaining(['enable']) },
  });
  expect((await scene.call('POST', `webhooks/${id}/enable`, { version: 1 })).status).toBe(412);
  expect((await scene.call('POST', `webhooks/${id}/enable`, {})).body.state).toBe('enabled');
});

it('EVT-3 a new secret is shown once, and says how long the old one is good', async () => {
  const { id, secret } = await scene.register(URL);
  const { body } = await scene.call('POST', `webhooks/${id}/rotate-secret`, {});
  expect(body.secret).toMatch(/^whsec_/);
  expect(body.secret).not.toBe(secret);
  expect(body.previousSecretUntil).toBeTruthy();
  const entries: unknown[] = await scene.db.query('select data from audit.entry where subject_id = $1', [id]);
  expect(JSON.stringify(entries)).not.toContain('whsec_');
});

it('IDN-2 EVT-3 nobody without the right sees or touches any of it; what is not there is 404', async () => {
  const { id } = await scene.register(URL);
  const routes = [
    ['GET', 'webhooks'],
    ['GET', 'webhooks/events'],
    ['POST', 'webhooks'],
    ['GET', `webhooks/${id}`],
    ['POST', `webhooks/${id}/change`],
    ['POST', `webhooks/${id}/rotate-secret`],
    ['POST', `webhooks/${id}/replay`],
    ['GET', `webhooks/${id}/deliveries`],
    ['POST', `webhooks/${id}/deliveries/1/replay`],
    ['POST', `webhooks/${id}/deliveries/1/skip`],
  ] as const;
  scene.as({ ...admin, employeeId: randomUUID(), permissions: new Map() });
  for (const [method, url] of routes)
    expect((await scene.call(method, url, method === 'POST' ? {} : undefined)).status).toBe(403);
  expect((await scene.call('GET', `timeline?filter[subject]=webhooks:endpoint:${id}`)).status).toBe(404);
  scene.as(admin);
  const nowhere = randomUUID();
  expect((await scene.call('GET', `webhooks/${nowhere}`)).status).toBe(404);
  expect((await scene.call('GET', `webhooks/${nowhere}/deliveries`)).status).toBe(404);
  expect((await scene.call('POST', `webhooks/${nowhere}/change`, { name: 'x' })).status).toBe(404);
  expect((await scene.call('POST', `webhooks/${nowhere}/replay`, { from: '2026-09-17T10:00:00+08:00' })).status).toBe(
    404,
  );
  expect((await scene.call('POST', `webhooks/${id}/deliveries/1/replay`, {})).status).toBe(404);
  expect((await scene.call('POST', `webhooks/${id}/deliveries/x/skip`, {})).status).toBe(404);
  expect((await scene.call('GET', `webhooks/${id}/deliveries?filter[state]=none`)).status).toBe(422);
  expect((await scene.call('GET', `webhooks/${id}/deliveries?page[after]=WyJ4Il0`)).status).toBe(422);
});

it('PLG-1 EVT-3 the tables go down with rows in place and up again', async () => {
  const room = { room: 'webhooks', migrations: webhooksMigrations };
  expect(await migrateDown(scene.db, room, webhooksMigrations.length)).toHaveLength(webhooksMigrations.length);
  expect(await scene.db.query("select 1 from pg_namespace where nspname = 'webhooks'")).toEqual([]);
  await migrateUp(scene.db, [room]);
  await scene.register(URL);
});
