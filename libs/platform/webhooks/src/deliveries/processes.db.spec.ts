/** Several processes send, one dies, one endpoint hangs: nothing is lost, and nobody else waits (EVT-3, R4). */
import { systemActor } from '@bihuan/plugin-kit';
import { until } from '@bihuan/testing-kit';
import type { Receiver } from '../test/receiver';
import { receiver } from '../test/receiver';
import type { WebhookScene } from '../test/webhook-scene';
import { subject, webhookScene } from '../test/webhook-scene';
import { claim } from './delivery.store';

let scene: WebhookScene;
let there: Receiver;
beforeAll(async () => {
  scene = await webhookScene();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.db.query('truncate webhooks.endpoint, webhooks.delivery, outbox.event, outbox.delivery');
  there = await receiver();
});
afterEach(() => there.close());

const states = async (endpoint: string) => (await scene.deliveries(endpoint)).map(({ state }) => state).reverse();
it('EVT-3 what a process had in hand when it was killed is sent by another when the lease is over, with the same id', async () => {
  const { id } = await scene.register(there.url);
  const about = subject();
  for (const round of [1, 2]) await scene.revisited(about, round);
  // The process claims, and is gone before it can note anything.
  const held = await scene.work.run(systemActor('test'), (tx) => claim(tx, []));
  expect(held.map(({ payload }) => (payload as { round: number }).round)).toEqual([1]);
  expect(await scene.sender().pump()).toBe(0);
  expect((await scene.call('POST', `webhooks/${id}/deliveries/${held[0]?.id}/replay`, {})).status).toBe(409);
  await scene.db.query("update webhooks.delivery set leased_until = leased_until - interval '61 seconds'");
  await scene.sender().pump();
  expect(there.rounds()).toEqual([1, 2]);
  expect(there.got[0]?.headers['webhook-id']).toBe(held[0]?.eventId);
  expect(await scene.deliveries(id)).toMatchObject([{ attempts: 1 }, { attempts: 2 }]);
});

it('EVT-3 what a process notes too late changes nothing: another has it by now', async () => {
  const { id } = await scene.register(there.url);
  await scene.revisited(subject(), 1);
  there.answer = () => 'hang';
  const slow = scene.sender({ timeout: 400 });
  const pumping = slow.pump();
  await until('the first try', () => there.got.length === 1);
  await scene.db.query("update webhooks.delivery set leased_until = leased_until - interval '61 seconds'");
  there.answer = () => 200;
  await scene.sender().pump();
  await pumping;
  expect(await scene.deliveries(id)).toMatchObject([{ state: 'done', attempts: 2, status: 200, error: null }]);
});

it('EVT-3 several processes share the work: each event once, of each subject in order', async () => {
  const { id } = await scene.register(there.url);
  const subjects = Array.from({ length: 12 }, subject);
  for (const round of [1, 2, 3]) for (const about of subjects) await scene.revisited(about, round);
  there.answer = (_, reply) => {
    setTimeout(() => reply.writeHead(204).end(), 5);
    return 'answered';
  };
  await Promise.all(Array.from({ length: 4 }, () => scene.sender().pump()));
  await scene.sender().pump();
  expect(new Set(await states(id))).toEqual(new Set(['done']));
  expect(there.got).toHaveLength(36);
  for (const { id: one } of subjects) {
    const his = there.got.filter(({ json }) => (json['subject'] as { id: string }).id === one);
    expect(his.map(({ round }) => round)).toEqual([1, 2, 3]);
  }
});

it('EVT-3 an endpoint that hangs holds up no other, not even one whose event comes meanwhile', async () => {
  const hanging = await receiver();
  hanging.answer = () => 'hang';
  const bad = await scene.register(hanging.url);
  const good = await scene.register(there.url);
  await scene.revisited(subject(), 1);
  const sender = scene.sender({ timeout: 60_000 });
  const pumping = sender.pump();
  await until('the first event', () => there.got.length === 1 && hanging.got.length === 1);
  await scene.revisited(subject(), 2);
  await until('the second event', async () => (await states(good.id)).join() === 'done,done');
  // The end of the process does not wait for it, and counts no try: it is sent again by whoever comes.
  sender.onModuleDestroy();
  await pumping;
  expect(there.rounds()).toEqual([1, 2]);
  expect(await scene.deliveries(bad.id)).toMatchObject([
    { state: 'pending', attempts: 0 },
    { state: 'pending', attempts: 0 },
  ]);
  hanging.answer = () => 204;
  await scene.sender().pump();
  expect(await states(bad.id)).toEqual(['done', 'done']);
  await hanging.close();
});
