/** What an endpoint does not take: tried again, parked, sent again, told of; a dead endpoint is left alone for a while (EVT-3). */
import { PUMP_CHANNEL } from '@bihuan/clock';
import type { Receiver } from '../test/receiver';
import { receiver } from '../test/receiver';
import type { WebhookScene } from '../test/webhook-scene';
import { subject, webhookScene } from '../test/webhook-scene';
import { WAITS } from './delivery.rules';

let scene: WebhookScene;
let there: Receiver;
beforeAll(async () => {
  scene = await webhookScene();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.db.query('truncate webhooks.endpoint, webhooks.delivery, outbox.event, outbox.delivery');
  await scene.clock(0);
  there = await receiver();
});
afterEach(async () => {
  scene.endSenders();
  await there.close();
});

const states = async (endpoint: string) => (await scene.deliveries(endpoint)).map(({ state }) => state).reverse();

/** Runs a sender at these seconds of the suite's clock. */
async function at(seconds: readonly number[], sender = scene.sender()): Promise<void> {
  for (const second of seconds) {
    await scene.clock(second);
    await sender.pump();
  }
}

/** Seconds at which the tries are due. */
const TRIES = WAITS.reduce((times, wait) => [...times, (times.at(-1) ?? 0) + wait], [0]);

it('EVT-3 is tried later and later for a day, then parked; its subject waits behind it, others go on', async () => {
  const { id } = await scene.register(there.url);
  const [failing, sound] = [subject(), subject()];
  there.answer = ({ json }) => ((json['subject'] as { id: string }).id === failing.id ? 503 : 200);
  for (const round of [1, 2]) for (const about of [failing, sound]) await scene.revisited(about, round);
  // A second early nothing is tried.
  await at(TRIES.flatMap((second) => (second === 0 ? [0] : [second - 1, second])));
  const tried = there.got.filter(({ json }) => (json['subject'] as { id: string }).id === failing.id);
  expect(tried.map(({ round }) => round)).toEqual(TRIES.map(() => 1));
  expect(new Set(tried.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(await states(id)).toEqual(['parked', 'done', 'pending', 'done']);
  const [, , , parked] = await scene.deliveries(id);
  expect(parked).toMatchObject({ attempts: TRIES.length, status: 503, error: 'status', tryAt: null });
  await at([400_000]);
  expect(there.got).toHaveLength(TRIES.length + 2);
});

it('EVT-3 sent again by a person it goes at once, and what waited behind it follows in order', async () => {
  const { id } = await scene.register(there.url);
  const about = subject();
  there.answer = () => 500;
  for (const round of [1, 2, 3]) await scene.revisited(about, round);
  await at(TRIES);
  const [parked] = await scene.deliveries(id, '?filter[state]=parked');
  there.got.length = 0;
  there.answer = () => 200;
  expect((await scene.call('POST', `webhooks/${id}/deliveries/${parked?.id}/replay`, {})).body.state).toBe('pending');
  await at([90_000]);
  expect(there.rounds()).toEqual([1, 2, 3]);
  expect(await states(id)).toEqual(['done', 'done', 'done']);
  const skipped = await scene.call('POST', `webhooks/${id}/deliveries/${parked?.id}/skip`, {});
  expect(skipped).toMatchObject({ status: 409, body: { state: 'done', allowedActions: ['replay'] } });
});

it('EVT-3 skipped by a person it is given up, and what waited behind it goes on', async () => {
  const { id } = await scene.register(there.url);
  const about = subject();
  there.answer = ({ round }) => (round === 1 ? 400 : 200);
  for (const round of [1, 2]) await scene.revisited(about, round);
  await at(TRIES);
  const [parked] = await scene.deliveries(id, '?filter[state]=parked');
  await scene.call('POST', `webhooks/${id}/deliveries/${parked?.id}/skip`, {});
  await at([90_000]);
  expect(there.rounds().at(-1)).toBe(2);
  expect(await states(id)).toEqual(['skipped', 'done']);
});

it('EVT-3 a dead endpoint is asked less and less whatever comes, and gets everything in order when it is back', async () => {
  const { id } = await scene.register(there.url);
  const subjects = Array.from({ length: 6 }, subject);
  there.answer = () => 503;
  for (const round of [1, 2]) for (const about of subjects) await scene.revisited(about, round);
  await at([0]);
  expect(there.got).toHaveLength(6);
  // Six failures in a row: ten seconds of rest, also for what is new.
  await scene.revisited(subject(), 9);
  await at([1, 5, 9]);
  expect(there.got).toHaveLength(6);
  await at([10]);
  expect(there.got).toHaveLength(13);
  there.answer = () => 204;
  await at([310]);
  expect(new Set(await states(id))).toEqual(new Set(['done']));
  for (const { id: one } of subjects) {
    const his = there.got.slice(13).filter(({ json }) => (json['subject'] as { id: string }).id === one);
    expect(his.map(({ round }) => round)).toEqual([1, 2]);
  }
});

it('EVT-3 somebody who sends it again does not wait for that', async () => {
  const { id } = await scene.register(there.url);
  there.answer = () => 503;
  for (let n = 0; n < 8; n++) await scene.revisited(subject(), 1);
  await at([0]);
  const [last] = await scene.deliveries(id);
  there.answer = () => 204;
  await at([1]);
  expect(there.got).toHaveLength(8);
  const again = await scene.call('POST', `webhooks/${id}/deliveries/${last?.id}/replay`, {});
  expect(again).toMatchObject({ status: 200 });
  await at([2]);
  expect(there.got).toHaveLength(9);
  const [waiting] = await scene.deliveries(id, '?filter[state]=pending');
  const skipped = await scene.call('POST', `webhooks/${id}/deliveries/${waiting?.id}/skip`, {});
  expect(skipped).toMatchObject({ status: 200, body: { state: 'skipped' } });
});

it('EVT-3 the senders are called when the next try is due, without waiting for the sweep', async () => {
  const calls: string[] = [];
  await scene.bus.listen(PUMP_CHANNEL, (name) => calls.push(name));
  await scene.register(there.url);
  there.answer = () => 503;
  await scene.revisited(subject(), 1);
  await new Promise((done) => setTimeout(done, 300));
  calls.length = 0;
  const before = performance.now();
  await at([0]);
  while (calls.length === 0 && performance.now() - before < 8_000) await new Promise((done) => setTimeout(done, 50));
  expect(calls).toEqual(['webhooks']);
  expect(performance.now() - before).toBeGreaterThan(4_900);
});

it('EVT-3 under the manual clock it is tried again at once', async () => {
  const { id } = await scene.register(there.url);
  there.answer = () => 500;
  await scene.revisited(subject(), 1);
  await scene.sender({ clock: 'manual' }).pump();
  expect(there.got).toHaveLength(TRIES.length);
  expect(await states(id)).toEqual(['parked']);
});

it('EVT-3 of an endpoint that took nothing for a day an administrator is told, once, and again the next time', async () => {
  const { id } = await scene.register(there.url);
  const notices = async () => {
    const rows: { name: string; text_zh: string }[] = await scene.db.query(
      `select e.name, n.text_zh from notices.notice n join org.employee e on e.id = n.employee_id
       where n.subject_id = $1 order by n.at`,
      [id],
    );
    return rows;
  };
  const state = async () => (await scene.call('GET', `webhooks/${id}`)).body.state as string;
  there.answer = () => 500;
  for (const round of [1, 2]) await scene.revisited(subject(), round);
  await at(TRIES.filter((second) => second < 86_400));
  expect([await state(), (await notices()).length]).toEqual(['enabled', 0]);
  await at([90_000]);
  expect(await state()).toBe('failing');
  expect(await notices()).toEqual([{ name: '唐磊', text_zh: expect.stringContaining('网管') }]);
  await scene.revisited(subject(), 3);
  await at([90_001]);
  expect(await notices()).toHaveLength(1);
  there.answer = () => 200;
  await at([90_301]);
  expect(await state()).toBe('enabled');
  there.answer = () => 500;
  await scene.revisited(subject(), 4);
  await at([90_302, 90_400, 180_000]);
  expect([await state(), (await notices()).length]).toEqual(['failing', 2]);
  expect((await scene.call('POST', `webhooks/${id}/disable`, {})).body.state).toBe('disabled');
});
