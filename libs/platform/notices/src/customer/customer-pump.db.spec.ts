/** Delivery to customers through the gateway: tried again, given up, each message once, by however many processes (NTF-2). */
import { randomUUID } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import type { SmsGateway } from '@bihuan/testing-kit';
import { smsGateway, until } from '@bihuan/testing-kit';
import type { NoticesScene } from '../test/notices-scene';
import { NOW, noticesScene } from '../test/notices-scene';

const PHONE = '13812345678';
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe('delivery to customers', () => {
  let gateway: SmsGateway;
  let scene: NoticesScene;
  beforeEach(async () => {
    gateway = await smsGateway();
    scene = await noticesScene({ SUITE_SMS_URL: gateway.url });
  });
  afterEach(async () => {
    await scene.close();
    await gateway.close();
  });

  const matter = () => ({ module: 'complaints', kind: 'complaint', id: randomUUID() });
  const send = (subject: ReturnType<typeof matter>, text = '您好，已受理。') =>
    scene.work.run(systemActor('test'), async (tx) => {
      const keyId = scene.keys.create(tx, null);
      return scene.notices.sendToCustomer(tx, { subject, keyId, channel: 'sms', to: PHONE, text });
    });
  const states = async (subject: ReturnType<typeof matter>) => (await scene.sent.of(subject)).map(({ state }) => state);
  const story = async (subject: ReturnType<typeof matter>) =>
    (await scene.timeline.of(subject)).map(({ action }) => action);

  it('NTF-2 a message that a busy gateway refused is tried again under the same reference, and stands as delivered', async () => {
    const subject = matter();
    const id = await send(subject);
    gateway.status = 429;
    await scene.customerPump.pump();
    expect([await states(subject), await story(subject)]).toEqual([['pending'], ['customer-told']]);
    gateway.status = 200;
    expect(await scene.customerPump.pump()).toBe(0);
    scene.clock.set(later(1));
    await scene.customerPump.pump();
    expect(gateway.got).toEqual(
      [429, 200].map((status) => ({ to: PHONE, text: '您好，已受理。', reference: id, status })),
    );
    expect([await states(subject), await story(subject)]).toEqual([
      ['sent'],
      ['customer-told', 'customer-message-delivered'],
    ]);
  });

  it('NTF-2 what another process took over is told of once, by that one', async () => {
    const subject = matter();
    await send(subject);
    let answer = (): void => undefined;
    gateway.held = new Promise((done) => (answer = done));
    const first = scene.customerPump.pump();
    await until('the message at the gateway', () => gateway.got.length === 1);
    // Nobody takes it while it is held, by PostgreSQL's clock.
    expect(await scene.customerPump.pump()).toBe(0);
    await scene.db.query("update notices.outgoing set leased_until = '2001-01-01'");
    gateway.held = Promise.resolve();
    expect(await scene.customerPump.pump()).toBe(1);
    answer();
    await first;
    expect([await states(subject), await story(subject)]).toEqual([
      ['sent'],
      ['customer-told', 'customer-message-delivered'],
    ]);
  });

  it('NTF-2 what cannot be delivered for hours is given up, and said so in the timeline', async () => {
    const subject = matter();
    await send(subject);
    gateway.status = 503;
    await scene.customerPump.pump();
    for (let due = await scene.customerPump.nextDue(); due; due = await scene.customerPump.nextDue()) {
      scene.clock.set(due);
      await scene.customerPump.pump();
    }
    expect(gateway.got).toHaveLength(8);
    expect(await states(subject)).toEqual(['failed']);
    expect((await scene.timeline.of(subject)).at(-1)).toMatchObject({
      action: 'customer-message-failed',
      data: { channel: 'sms', error: 'sms-503' },
    });
  });

  it('NTF-2 a number that the gateway refuses for good is not tried again', async () => {
    const subject = matter();
    await send(subject);
    gateway.status = 400;
    await scene.customerPump.pump();
    expect(await states(subject)).toEqual(['failed']);
    expect(await scene.customerPump.nextDue()).toBeNull();
  });

  it('NTF-2 several processes send each message once', async () => {
    const subject = matter();
    for (let number = 0; number < 25; number++) await send(subject, `第 ${number} 条`);
    const drain = async () => {
      while ((await scene.customerPump.pump()) > 0);
    };
    await Promise.all([drain(), drain(), drain()]);
    expect(new Set(gateway.got.map(({ text }) => text)).size).toBe(25);
    expect(gateway.got).toHaveLength(25);
    expect(new Set(await states(subject))).toEqual(new Set(['sent']));
  });

  it('NTF-2 what a dead process had in hand is taken up after its lease', async () => {
    await send(matter());
    const lease = (at: string) => scene.db.query('update notices.outgoing set leased_until = $1', [at]);
    await lease('2999-01-01T00:00:00Z');
    expect(await scene.customerPump.pump()).toBe(0);
    await lease('2001-01-01T00:00:00Z');
    expect(await scene.customerPump.pump()).toBe(1);
    expect(gateway.got).toHaveLength(1);
  });

  it('NTF-2 nothing goes out, and nothing is kept, where the transaction that sends it fails', async () => {
    const subject = matter();
    const failing = scene.work.run(systemActor('test'), async (tx) => {
      const keyId = scene.keys.create(tx, null);
      await scene.notices.sendToCustomer(tx, { subject, keyId, channel: 'sms', to: PHONE, text: '您好' });
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect([await scene.customerPump.pump(), await states(subject)]).toEqual([0, []]);
  });
});
