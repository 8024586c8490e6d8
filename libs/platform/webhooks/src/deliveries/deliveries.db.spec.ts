/** What goes out: signed, once, in order, sent again; personal values only where they may go (EVT-3, CUS-5). */
import { randomUUID, webcrypto } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import type { Got, Receiver } from '../test/receiver';
import { receiver } from '../test/receiver';
import type { WebhookScene } from '../test/webhook-scene';
import { NOW, REVISITED, subject, webhookScene } from '../test/webhook-scene';

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

/** Checks as a receiver would, with other code than ours. */
async function verified({ headers, body }: Got, secret: string): Promise<boolean> {
  const raw = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const key = await webcrypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signedText = Buffer.from([headers['webhook-id'], headers['webhook-timestamp'], body].join('.'));
  const checks = String(headers['webhook-signature'])
    .split(' ')
    .map((one) => one.split(','))
    .filter(([version]) => version === 'v1')
    .map(([, mac = '']) => webcrypto.subtle.verify('HMAC', key, Buffer.from(mac, 'base64'), signedText));
  return (await Promise.all(checks)).some(Boolean);
}

const states = async (endpoint: string) => (await scene.deliveries(endpoint)).map(({ state }) => state).reverse();
describe('what is sent', () => {
  it('EVT-3 is the event, signed so that the receiver can check it, to those who asked for it, once', async () => {
    const { id, secret } = await scene.register(there.url);
    const about = subject();
    await scene.revisited(about, 1);
    expect(await scene.relay()).toBe(0);
    await scene.sender().pump();
    await scene.sender().pump();
    const [got, more] = there.got;
    expect(more).toBeUndefined();
    expect(got?.json).toEqual({
      id: got?.headers['webhook-id'],
      name: REVISITED,
      subject: about,
      at: NOW.toISOString(),
      payload: expect.objectContaining({ round: 1, satisfied: true }),
    });
    expect(Math.abs(Number(got?.headers['webhook-timestamp']) * 1_000 - performance.timeOrigin)).toBeLessThan(600_000);
    expect(await verified(got as Got, secret)).toBe(true);
    expect(await verified({ ...(got as Got), body: `${got?.body} ` }, secret)).toBe(false);
    expect(await scene.deliveries(id)).toMatchObject([
      {
        state: 'done',
        attempts: 1,
        status: 204,
        error: null,
        subject: about,
        event: { id: got?.headers['webhook-id'] },
      },
    ]);
  });

  it('EVT-3 not to whoever is switched off or asked for something else', async () => {
    const off = await scene.register(there.url);
    await scene.call('POST', `webhooks/${off.id}/disable`, {});
    const other = await scene.register(there.url, { events: ['hotline.problem-form.concluded.v1'] });
    await scene.revisited(subject(), 1);
    expect(await scene.sender().pump()).toBe(0);
    expect([await states(off.id), await states(other.id)]).toEqual([[], []]);
  });

  it('EVT-3 while the secret changes both are good, later only the new one', async () => {
    const { id, secret } = await scene.register(there.url);
    const { body } = await scene.call('POST', `webhooks/${id}/rotate-secret`, {});
    await scene.revisited(subject(), 1);
    await scene.sender().pump();
    const [both] = there.got;
    expect([await verified(both as Got, secret), await verified(both as Got, body.secret)]).toEqual([true, true]);
    await scene.db.query("update webhooks.endpoint set previous_until = previous_until - interval '25 hours'");
    await scene.revisited(subject(), 2);
    await scene.sender().pump();
    const [, fresh] = there.got;
    expect([await verified(fresh as Got, secret), await verified(fresh as Got, body.secret)]).toEqual([false, true]);
  });

  it('CUS-5 EVT-3 has customers’ values only for an endpoint that may have them, and not after he was erased', async () => {
    const allowed = await receiver();
    await scene.register(there.url);
    await scene.register(allowed.url, { personal: true });
    const customer = randomUUID();
    await scene.revisited(subject(), 1, customer);
    await scene.sender().pump();
    expect(there.got[0]?.body).not.toMatch(/用户原话|personal/);
    expect(allowed.got[0]?.json['personal']).toEqual({ words: '用户原话 1' });
    await scene.revisited(subject(), 2, customer);
    await scene.work.run(systemActor('test'), (tx) => scene.keys.destroy(tx, customer));
    await scene.sender().pump();
    expect(allowed.rounds()).toEqual([1, 2]);
    expect(allowed.got[1]?.body).not.toMatch(/用户原话|personal/);
    await allowed.close();
  });
});

describe('replay', () => {
  it('EVT-3 of everything from an instant on sends it in order, with the ids it had, also what came before the endpoint', async () => {
    const about = subject();
    await scene.revisited(about, 1);
    await scene.clock(10);
    await scene.revisited(about, 2);
    const { id } = await scene.register(there.url);
    await scene.clock(20);
    await scene.revisited(about, 3);
    await scene.sender().pump();
    expect(there.rounds()).toEqual([3]);
    const first = there.got[0]?.headers['webhook-id'];
    const from = new Date(NOW.getTime() + 10_000).toISOString();
    const { body } = await scene.call('POST', `webhooks/${id}/replay`, { from });
    expect(body.count).toBe(2);
    await scene.sender().pump();
    expect(there.rounds()).toEqual([3, 2, 3]);
    expect(there.got[2]?.headers['webhook-id']).toBe(first);
    expect((await scene.call('POST', `webhooks/${id}/replay`, { from: 'yesterday' })).status).toBe(422);
    expect((await scene.call('POST', `webhooks/${id}/replay`, {})).status).toBe(422);
  });

  it('EVT-3 the list goes page by page, the latest first', async () => {
    const { id } = await scene.register(there.url);
    for (const round of [1, 2, 3]) await scene.revisited(subject(), round);
    const seen: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const query = `page[size]=2${next && `&page[after]=${next}`}`;
      const { body }: { body: { data: { id: string }[]; page: { next?: string } } } = await scene.call(
        'GET',
        `webhooks/${id}/deliveries?${query}`,
      );
      seen.push(...body.data.map((one) => one.id));
      next = body.page.next;
    }
    expect(seen.map(Number)).toEqual([...seen.map(Number)].sort((a, b) => b - a));
    expect(new Set(seen).size).toBe(3);
  });

  it('EVT-3 what has been over for a month is removed, what waits stays', async () => {
    const { id } = await scene.register(there.url);
    there.answer = ({ round }) => (round === 1 ? 200 : 500);
    for (const round of [1, 2]) await scene.revisited(subject(), round);
    await scene.sender().pump();
    const month = 30 * 86_400;
    await scene.clock(month - 1);
    await scene.cleanUp();
    expect(await states(id)).toEqual(['done', 'pending']);
    await scene.clock(month + 1);
    await scene.cleanUp();
    expect(await states(id)).toEqual(['pending']);
  });
});
