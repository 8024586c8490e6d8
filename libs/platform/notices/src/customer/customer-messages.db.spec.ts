/** What goes to customers: kept as sent under their key, delivered, given up visibly, gone with the customer (NTF-2, CUS-5). */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemActor } from '@bihuan/plugin-kit';
import type { NoticesScene } from '../test/notices-scene';
import { noticesScene } from '../test/notices-scene';
import type { CustomerMessage } from './customer-messages';

const PHONE = '13812345678';
const TEMPLATE = {
  code: 'test-progress',
  title: { zh: '进度', en: 'Progress' },
  text: { zh: '{name}您好，{number} 正在处理。', en: 'Dear {name}, {number} is in hand.' },
};

describe('messages to customers', () => {
  const scenes: NoticesScene[] = [];
  let scene: NoticesScene;
  const fresh = async (env: NodeJS.ProcessEnv = {}) => {
    scene = await noticesScene(env, { templates: [TEMPLATE] });
    scenes.push(scene);
    return scene;
  };
  beforeAll(() => fresh());
  afterAll(async () => {
    for (const each of scenes) await each.close();
  });

  const matter = () => ({ module: 'complaints', kind: 'complaint', id: randomUUID() });
  const key = (customerId: string) =>
    scene.work.run(systemActor('test'), (tx) => scene.keys.ofCustomer(tx, customerId));
  const send = async (
    subject: CustomerMessage['subject'],
    more: Partial<CustomerMessage>,
    customerId = randomUUID(),
  ) => {
    const keyId = await key(customerId);
    const message: CustomerMessage = { subject, keyId, channel: 'sms', to: PHONE, ...more };
    return scene.work.run(systemActor('test'), (tx) => scene.notices.sendToCustomer(tx, message));
  };

  it('NTF-2 an SMS is kept with the subject as it was sent, delivered after the commit, and stands in the timeline', async () => {
    const subject = matter();
    const id = await send(subject, { template: TEMPLATE.code, params: { name: '王建国', number: 'TS-1' } });
    expect(await scene.sent.of(subject)).toMatchObject([{ id, state: 'pending', at: null }]);
    expect(await scene.customerPump.pump()).toBe(1);
    expect(await scene.customerPump.pump()).toBe(0);
    expect(await scene.sent.of(subject)).toEqual([
      {
        id,
        audience: 'customer',
        employeeId: null,
        to: PHONE,
        channel: 'sms',
        state: 'sent',
        at: expect.any(Date),
        text: { zh: '王建国您好，TS-1 正在处理。', en: '王建国您好，TS-1 正在处理。' },
      },
    ]);
    const lines = (await readFile(join(scene.folder, 'sms', 'sms.jsonl'), 'utf8')).trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      to: PHONE,
      text: '王建国您好，TS-1 正在处理。',
      reference: id,
    });
    expect(await scene.timeline.of(subject)).toMatchObject([
      { action: 'customer-told', data: { channel: 'sms', template: TEMPLATE.code }, personal: { to: PHONE } },
      { action: 'customer-message-delivered', data: { notice: id } },
    ]);
  });

  it('NTF-2 a mail goes to the address the customer gave, in the language asked for', async () => {
    const subject = matter();
    await send(subject, {
      channel: 'e-mail',
      to: 'wang@example.cn',
      template: TEMPLATE.code,
      language: 'en',
      params: { name: 'Wang', number: 'TS-2' },
    });
    await scene.customerPump.pump();
    const [file = ''] = await readdir(join(scene.folder, 'mail'));
    const mail = await readFile(join(scene.folder, 'mail', file), 'utf8');
    expect(mail).toContain('To: wang@example.cn');
    expect(mail).toContain('Dear Wang, TS-2 is in hand.');
  });

  it('NTF-2 an address that is none is given up at once and said so', async () => {
    const subject = matter();
    await send(subject, { channel: 'e-mail', to: 'nobody, else@example.cn', text: '您好' });
    await scene.customerPump.pump();
    expect(await scene.sent.of(subject)).toMatchObject([{ state: 'failed' }]);
    expect((await scene.timeline.of(subject)).at(-1)).toMatchObject({
      action: 'customer-message-failed',
      data: { error: 'no-address' },
    });
  });

  it('NTF-2 a letter is kept as sent, and nothing is delivered', async () => {
    const subject = matter();
    await send(subject, { channel: 'letter', to: '深圳市罗湖区', title: '答复函', text: '尊敬的用户：……' });
    expect(await scene.customerPump.pump()).toBe(0);
    expect(await scene.sent.of(subject)).toMatchObject([{ channel: 'letter', state: 'sent', to: '深圳市罗湖区' }]);
  });

  it('NTF-2 what went out in one instant is listed in the order of sending, to customers and to people', async () => {
    const subject = matter();
    const numbers = Array.from({ length: 8 }, (_, index) => `TS-${index}`);
    for (const number of numbers) {
      await send(subject, { text: number });
      await scene.send([scene.person()], { subject, params: { number } });
    }
    const sent = await scene.sent.of(subject);
    const numbersTo = (who: string) =>
      sent.filter(({ audience }) => audience === who).map(({ text }) => /TS-\d/.exec(text?.zh ?? '')?.[0]);
    expect(numbersTo('customer')).toEqual(numbers);
    expect(numbersTo('employee')).toEqual(numbers);
  });

  it('NTF-1 a gateway that is down is tried again later, and the message is not lost', async () => {
    await fresh({ SUITE_SMS_URL: 'http://127.0.0.1:9/sms' });
    const subject = matter();
    await send(subject, { text: '您好' });
    const due = async () => (await scene.customerPump.nextDue())?.getTime() ?? 0;
    const start = (await scene.work.now()).getTime();
    await scene.customerPump.pump();
    expect(await scene.sent.of(subject)).toMatchObject([{ state: 'pending' }]);
    expect((await due()) - start).toBe(60_000);
    await fresh();
  });

  it('CUS-5 address and words stand nowhere in plain, and go with the customer’s key', async () => {
    const [subject, customer] = [matter(), randomUUID()];
    await send(subject, { text: '王建国您好，您的投诉已受理。' }, customer);
    const plain = JSON.stringify(
      await scene.work.query('select * from notices.outgoing o where subject_id = $1', [subject.id]),
    );
    expect(plain).not.toMatch(/王建国|13812345678/);
    await scene.work.run(systemActor('test'), (tx) => scene.keys.destroy(tx, customer));
    await scene.customerPump.pump();
    expect(await scene.sent.of(subject)).toMatchObject([{ state: 'failed', to: null, text: null }]);
    await expect(send(subject, { text: '还在吗' }, customer).then(() => undefined)).resolves.toBeUndefined();
  });

  it('CUS-5 nothing is written to a customer who was erased', async () => {
    const [subject, customer] = [matter(), randomUUID()];
    const keyId = await key(customer);
    await scene.work.run(systemActor('test'), (tx) => scene.keys.destroy(tx, customer));
    const message: CustomerMessage = { subject, keyId, channel: 'sms', to: PHONE, text: '您好' };
    const sent = scene.work.run(systemActor('test'), (tx) => scene.notices.sendToCustomer(tx, message));
    await expect(sent).rejects.toMatchObject({ code: 'customer-erased' });
    expect(await scene.sent.of(subject)).toEqual([]);
  });
});
