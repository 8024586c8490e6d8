/** A step of a deadline's policy that names SMS: through the HTTP gateway, into the timeline, on to the next channel (NTF-1). */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Policies } from '@bihuan/policies';
import type { SmsGateway } from '@bihuan/testing-kit';
import { smsGateway } from '@bihuan/testing-kit';
import { openOrder, orderPath } from './support/dispatch';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let gateway: SmsGateway;
let folder: string;
let agent: Person;
let dispatcher: Person;
let engineer: Person;
let admin: Person;
/** The engineer's own, as the pack gives it. */
let phone: string;

beforeAll(async () => {
  gateway = await smsGateway();
  folder = await mkdtemp(join(tmpdir(), 'bihuan-e2e-'));
  process.env['SUITE_SMS_URL'] = gateway.url;
  process.env['SUITE_DATA_DIR'] = folder;
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'cable-tv', SUITE_MODULES: 'dispatch' });
  [agent, dispatcher, engineer, admin] = (await Promise.all(
    ['agent', 'dispatcher', 'engineer2', 'admin'].map((user) => suite.as(user)),
  )) as [Person, Person, Person, Person];
  const staff = (await admin.list('/employees?page[size]=100')).find(({ id }) => id === engineer.employeeId);
  phone = `1380000${String(staff?.['staffNumber'])}`;
});

afterAll(async () => {
  await suite.close();
  await gateway.close();
  delete process.env['SUITE_SMS_URL'];
  delete process.env['SUITE_DATA_DIR'];
  await rm(folder, { recursive: true, force: true });
});

/** An order that nobody takes up: its response, due after thirty minutes, will be late. Of the order itself he was told. */
async function sent(at: string): Promise<Json> {
  gateway.status = 200;
  await suite.clock(at);
  const order = await openOrder(agent);
  await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: engineer.employeeId });
  await suite.clock(at);
  expect(await told(order)).toEqual([['notice-delivered', 'sms']]);
  return order;
}

/** What the engineer got by SMS about a response that is late. */
const lateSms = ({ number }: Json) =>
  gateway.got.filter(
    ({ to, text, status }) => status === 200 && to === phone && text.includes(String(number)) && text.includes('应于'),
  );

/** What the order's timeline says of the engineer's SMS and mails. */
async function told(order: Json): Promise<unknown[]> {
  const story = await admin.list(`/timeline?filter[subject]=dispatch:work-order:${String(order['id'])}`);
  return story
    .filter(({ action }) => /^notice-(delivered|failed)$/.test(String(action)))
    .map(({ action, data }) => ({ action, ...(data as Json) }) as Json)
    .filter(({ to }) => to === engineer.employeeId)
    .map(({ action, channel, error, givenUp, next }) =>
      [action, channel, error, givenUp, next].filter((each) => each !== undefined),
    );
}

async function channels(order: Json): Promise<string[]> {
  const all = await admin.list(`/notices/sent?filter[subject]=dispatch:work-order:${String(order['id'])}`);
  return all
    .filter(({ employeeId, text }) => employeeId === engineer.employeeId && String(text).includes('超时'))
    .map(({ channel, state }) => `${String(channel)} ${String(state)}`);
}

test('NTF-1 DSP-4 a late response reaches the engineer by SMS through the gateway, once, and stands in the timeline', async () => {
  const order = await sent('2026-09-17T09:00:00+08:00');
  await suite.clock('2026-09-17T09:29:59+08:00');
  expect(lateSms(order)).toEqual([]);
  await suite.clock('2026-09-17T09:30:00+08:00');
  const [message, ...others] = lateSms(order);
  expect(others).toEqual([]);
  expect(message?.text).toContain('2026-09-17 09:30');
  // The customer's name and phone stay in the house (CUS-5).
  expect(JSON.stringify(gateway.got)).not.toMatch(/王建国|13812345678/);
  expect(await channels(order)).toEqual(['inbox sent', 'sms sent']);
  expect((await told(order)).slice(1)).toEqual([['notice-delivered', 'sms']]);
  await suite.clock('2026-09-17T09:45:00+08:00');
  expect(lateSms(order)).toHaveLength(1);
});

test('NTF-1 the gateway is away: tried again, kept as failed in the timeline, meanwhile in the inbox; it comes late when it is back', async () => {
  const order = await sent('2026-09-17T09:45:00+08:00');
  gateway.status = 503;
  await suite.clock('2026-09-17T10:15:00+08:00');
  expect(await channels(order)).toEqual(['inbox sent', 'sms pending']);
  expect((await told(order)).slice(1)).toEqual([]);
  await suite.clock('2026-09-17T10:18:00+08:00');
  expect((await told(order)).slice(1)).toEqual([['notice-failed', 'sms', 'sms-503', false]]);
  const inbox = await engineer.list('/notices');
  expect(inbox.filter(({ text }) => String(text).includes(String(order['number'])))).not.toEqual([]);
  gateway.status = 200;
  await suite.clock('2026-09-17T10:30:00+08:00');
  expect(lateSms(order)).toHaveLength(1);
  expect(await channels(order)).toEqual(['inbox sent', 'sms sent']);
  expect((await told(order)).at(-1)).toEqual(['notice-delivered', 'sms']);
});

test('NTF-1 a policy step that names SMS, then e-mail: what the gateway refuses goes on as a mail', async () => {
  const policies = suite.running.app.get<Policies>(Policies, { strict: false });
  const { version, effectiveFrom, pack } = policies.active();
  const deadlinePolicies = pack.deadlinePolicies.map((policy) => ({
    ...policy,
    steps: policy.steps.map((step) =>
      step.channels?.includes('sms') ? { ...step, channels: ['sms', 'e-mail'] } : step,
    ),
  }));
  policies.replace([{ version, effectiveFrom, pack: { ...pack, deadlinePolicies } }]);
  const order = await sent('2026-09-17T10:30:00+08:00');
  gateway.status = 422;
  await suite.clock('2026-09-17T11:05:00+08:00');
  expect(await channels(order)).toEqual(['sms failed', 'e-mail sent']);
  expect((await told(order)).slice(1)).toEqual([
    ['notice-failed', 'sms', 'sms-422', true, 'e-mail'],
    ['notice-delivered', 'e-mail'],
  ]);
  expect(lateSms(order)).toEqual([]);
  const mails = join(folder, 'outgoing', 'mail');
  const bodies = await Promise.all((await readdir(mails)).map((name) => readFile(join(mails, name), 'utf8')));
  const toHim = bodies.map((mail) => Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8'));
  expect(toHim.join('\n')).toContain(String(order['number']));
});
