import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realNow } from '@bihuan/clock';
import { smsGateway, until } from '@bihuan/testing-kit';
import type { NoticesScene } from './test/notices-scene';
import { NOW, noticesScene, subject } from './test/notices-scene';
import { smtpServer } from './test/smtp-server';

const OUT = { channels: ['inbox', 'e-mail', 'sms'] };
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe('delivery', () => {
  const scenes: NoticesScene[] = [];
  const closing: (() => Promise<void>)[] = [];
  const sceneWith = async (env: NodeJS.ProcessEnv = {}) => {
    const scene = await noticesScene(env);
    scenes.push(scene);
    return scene;
  };
  afterAll(async () => {
    for (const scene of scenes) await scene.close();
    for (const close of closing) await close();
  });
  const states = async (scene: NoticesScene, matter = subject) =>
    (await scene.sent.of(matter)).map(({ channel, state }) => `${channel} ${state}`);

  it('NTF-1 writes mails into files in development, with nothing but the text of the template', async () => {
    const scene = await sceneWith();
    await scene.send([scene.person('13800000000')], OUT);
    expect(await states(scene)).toEqual(['inbox sent', 'e-mail pending']);
    expect(await scene.pump.pump()).toBe(1);
    expect(await scene.pump.pump()).toBe(0);
    expect(await states(scene)).toEqual(['inbox sent', 'e-mail sent']);
    const [file = ''] = await readdir(join(scene.folder, 'mail'));
    const mail = await readFile(join(scene.folder, 'mail', file), 'utf8');
    expect(mail).toContain('To: N1@bihuan.test');
    expect(mail).toContain(`Message-ID: <${file.replace('.eml', '')}@bihuan.test>`);
    const [, body = ''] = mail.split(/\r\n\r\n/);
    expect(Buffer.from(body, 'base64').toString('utf8')).toMatch(/2026091701001.*2026-09-17 08:00/);
    expect((await scene.timeline.of(subject)).at(-1)).toMatchObject({
      action: 'notice-delivered',
      data: { channel: 'e-mail' },
    });
  });

  it('NTF-1 writes SMS as JSON lines in development', async () => {
    const scene = await sceneWith();
    await scene.send([scene.person('13800000000')], { channels: ['sms'] });
    await scene.pump.pump();
    const lines = (await readFile(join(scene.folder, 'sms', 'sms.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { to: '13800000000', text: expect.stringContaining('2026091701001'), at: NOW.toISOString() },
    ]);
  });

  it('NTF-1 falls through at once where a person has no phone, to the inbox in the end', async () => {
    const scene = await sceneWith();
    const actor = scene.person();
    await scene.send([actor], { channels: ['sms'] });
    expect(await scene.inbox.list(actor, 1)).toEqual([]);
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['sms failed', 'inbox sent']);
    expect(await scene.inbox.list(actor, 1)).toHaveLength(1);
    expect((await scene.timeline.of(subject)).at(-1)).toMatchObject({
      action: 'notice-failed',
      data: { channel: 'sms', error: 'no-phone', givenUp: true, next: 'inbox' },
    });
  });

  it('NTF-1 uses the next channel when a gateway stays away, and sends late when it is back', async () => {
    const gateway = await smsGateway();
    closing.push(() => gateway.close());
    const scene = await sceneWith({ SUITE_SMS_URL: gateway.url });
    await scene.send([scene.person('13800000000')], { channels: ['sms', 'e-mail'] });
    gateway.status = 503;
    await scene.pump.pump();
    expect(await scene.pump.pump()).toBe(0);
    expect(await scene.pump.nextDue()).toEqual(later(1));
    scene.clock.set(later(1));
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['sms pending']);
    scene.clock.set(later(2));
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['sms pending', 'e-mail pending']);
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['sms pending', 'e-mail sent']);
    gateway.status = 200;
    scene.clock.set((await scene.pump.nextDue()) ?? NOW);
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['sms sent', 'e-mail sent']);
    expect(new Set(gateway.got.map(({ reference }) => reference)).size).toBe(1);
    const rows = await scene.db.query("select reference from notices.delivery where channel = 'sms'");
    expect(rows).toEqual([{ reference: 'gw-4' }]);
  });

  it('NTF-1 gives a channel up for good when the gateway refuses', async () => {
    const gateway = await smsGateway();
    closing.push(() => gateway.close());
    gateway.status = 422;
    const scene = await sceneWith({ SUITE_SMS_URL: gateway.url });
    await scene.send([scene.person('13800000000')], { channels: ['inbox', 'sms'] });
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['inbox sent', 'sms failed']);
    expect(await scene.pump.nextDue()).toBeNull();
  });

  it('NTF-1 sends a mail again with the same Message-ID after the server was away', async () => {
    const smtp = await smtpServer();
    closing.push(() => smtp.close());
    const scene = await sceneWith({ SUITE_SMTP_URL: smtp.url, SUITE_MAIL_DOMAIN: 'example.com' });
    await scene.send([scene.person()], { channels: ['e-mail'] });
    smtp.answer = '451 try again later';
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['e-mail pending']);
    smtp.answer = '250 taken';
    scene.clock.set(later(1));
    await scene.pump.pump();
    expect(await states(scene)).toEqual(['e-mail sent']);
    const ids = smtp.mails.map((mail) => /^Message-ID: (.+)$/im.exec(mail)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('NTF-1 takes up what a dead process had claimed, after its lease', async () => {
    const scene = await sceneWith();
    await scene.send([scene.person('13800000000')], { channels: ['sms'] });
    const lease = (at: string) => scene.db.query('update notices.delivery set leased_until = $1', [at]);
    await lease('2999-01-01T00:00:00Z');
    expect(await scene.pump.pump()).toBe(0);
    await lease('2001-01-01T00:00:00Z');
    expect(await scene.pump.pump()).toBe(1);
  });

  /** A gateway that takes one message and keeps its sender waiting. */
  async function kept() {
    const gateway = await smsGateway();
    closing.push(() => gateway.close());
    const scene = await sceneWith({ SUITE_SMS_URL: gateway.url });
    const matter = { ...subject, id: randomUUID() };
    await scene.send([scene.person('13800000000')], { channels: ['sms'], subject: matter });
    let answer = (): void => undefined;
    gateway.held = new Promise((done) => (answer = done));
    const first = scene.pump.pump();
    await until('the message at the gateway', () => gateway.got.length === 1);
    return { gateway, scene, matter, answer, first };
  }

  it('NTF-1 R9 a process whose clock is a day fast takes nothing out of the hands of another', async () => {
    const { gateway, scene, matter, answer, first } = await kept();
    const [real, DAY] = [Date, 86_400_000];
    try {
      globalThis.Date = class extends real {
        constructor(...given: [number]) {
          super(...((given.length > 0 ? given : [real.now() + DAY]) as [number]));
        }
      } as DateConstructor;
      expect(realNow().getTime()).toBeGreaterThan(real.now() + DAY / 2);
      expect(await scene.pump.pump()).toBe(0);
    } finally {
      globalThis.Date = real;
    }
    answer();
    expect(await first).toBe(1);
    expect(gateway.got).toHaveLength(1);
    expect(await states(scene, matter)).toEqual(['sms sent']);
  });

  it('NTF-1 what another process took over is not told of by the first, which was thought dead', async () => {
    const { gateway, scene, matter, answer, first } = await kept();
    await scene.db.query("update notices.delivery set leased_until = '2001-01-01'");
    gateway.held = Promise.resolve();
    gateway.status = 503;
    expect(await scene.pump.pump()).toBe(1);
    answer();
    expect(await first).toBe(1);
    // The second one says what became of it: it will be tried again.
    expect(await states(scene, matter)).toEqual(['sms pending']);
    expect((await scene.timeline.of(matter)).map(({ action }) => action)).not.toContain('notice-delivered');
    gateway.status = 200;
    scene.clock.set((await scene.pump.nextDue()) ?? NOW);
    await scene.pump.pump();
    expect(new Set(gateway.got.map(({ reference }) => reference)).size).toBe(1);
    const told = (await scene.timeline.of(matter)).filter(({ action }) => action === 'notice-delivered');
    expect([await states(scene, matter), told.length]).toEqual([['sms sent'], 1]);
  });

  it('NTF-1 sends each notice once when several processes pump', async () => {
    const gateway = await smsGateway();
    closing.push(() => gateway.close());
    const scene = await sceneWith({ SUITE_SMS_URL: gateway.url });
    const matter = { ...subject, id: randomUUID() };
    await scene.send(
      Array.from({ length: 30 }, () => scene.person('13800000000')),
      { channels: ['sms'], subject: matter },
    );
    const drain = async () => {
      while ((await scene.pump.pump()) > 0);
    };
    await Promise.all([drain(), drain(), drain()]);
    expect(gateway.got).toHaveLength(30);
    expect(new Set(await states(scene, matter))).toEqual(new Set(['sms sent']));
  });
});
