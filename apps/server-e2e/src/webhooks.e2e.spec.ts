/** An outside system hears of a problem form from its first change to its end, signed and in order (EVT-3, CUS-5). */
import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handle, makeForm, path } from './support/hotline';
import type { Json, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

const START = '2026-09-17T09:00:00+08:00';
const EVENTS = ['hotline.problem-form.changed.v1', 'hotline.problem-form.concluded.v1'];

interface Got {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: Json;
}

/** Somebody else's system; answers what it is told, by address. */
async function outside() {
  const got: Got[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const url = request.url ?? '';
      got.push({ url, headers: request.headers, body, event: JSON.parse(body) as Json });
      reply.writeHead(answers.get(url) ?? 204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    answers,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    at: (url: string) => got.filter((one) => one.url === url),
    close: () => new Promise((done) => server.close(done)),
  };
}

let suite: PlayedSuite;
let there: Awaited<ReturnType<typeof outside>>;
beforeAll(async () => {
  [suite, there] = [await playSuite(START), await outside()];
});
afterAll(async () => {
  await suite.close();
  await there.close();
});

async function conclude(): Promise<Json> {
  const [agent, engineer] = [await suite.as('agent'), await suite.as('engineer')];
  const form = await makeForm(agent);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  await handle(engineer, form);
  await agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
  // Everything that is due or pending is done.
  await suite.clock(START);
  return form;
}

const PERSONAL = /王建国|13812345678|城东供电营业厅|吞卡/;

it('EVT-3 CUS-5 one system gets the events of a form in order and signed, without a word of the customer; another with', async () => {
  const admin = await suite.as('admin');
  const register = (name: string, personal: boolean) =>
    admin.do('/webhooks', { name, url: `${there.url}/${name}`, events: EVENTS, personal });
  const plain = await register('plain', false);
  await register('full', true);
  const form = await conclude();
  const got = there.at('/plain').filter(({ event }) => (event['subject'] as Json)['id'] === form['id']);
  const concluded = got.find(({ event }) => event['name'] === EVENTS[1]);
  expect(concluded?.event).toMatchObject({ payload: { number: form['number'] } });
  expect(got.length).toBeGreaterThan(3);
  const happened = (await admin.list(`/webhooks/${String(plain['id'])}/deliveries`)).reverse();
  expect(got.map(({ event }) => event['id'])).toEqual(happened.map(({ event }) => (event as Json)['id']));
  for (const { headers, body } of got) {
    expect(body).not.toMatch(PERSONAL);
    const [id, at, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
    const key = Buffer.from(String(plain['secret']).slice('whsec_'.length), 'base64');
    expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`);
  }
  const ids = (url: string) => there.at(url).map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids('/plain')).size).toBe(ids('/plain').length);
  expect(ids('/full')).toEqual(ids('/plain'));
  expect(there.at('/full').find(({ event }) => event['name'] === EVENTS[1])?.event['personal']).toMatchObject({
    customerName: '王建国',
    phone: '13812345678',
  });
  const { parts } = (await admin.get('/engine')).body as { parts: Json };
  expect(parts['webhooks']).toMatchObject({ waiting: 0, parked: 0, failing: 0 });
  expect(parts['outbox']).toMatchObject({ unrelayed: 0, pending: 0, parked: 0 });
});

it('EVT-3 what a broken system refused is parked, seen in the engines, and sent again in order when it is well', async () => {
  const admin = await suite.as('admin');
  const hook = await admin.do('/webhooks', { name: 'broken', url: `${there.url}/broken`, events: EVENTS });
  there.answers.set('/broken', 503);
  const form = await conclude();
  const list = `/webhooks/${String(hook['id'])}/deliveries`;
  const [parked, more] = await admin.list(`${list}?filter[state]=parked`);
  expect([parked, more]).toMatchObject([{ status: 503, attempts: 8, subject: { id: form['id'] } }, undefined]);
  expect(((await admin.get('/engine')).body as { parts: Json }).parts['webhooks']).toMatchObject({ parked: 1 });
  there.answers.clear();
  const before = there.at('/broken').length;
  await admin.do(`${list}/${String(parked?.['id'])}/replay`, {});
  await suite.clock(START);
  const sent = there.at('/broken').slice(before);
  const wanted = (await admin.list(list)).reverse().map(({ event }) => (event as Json)['id']);
  expect(sent.map(({ headers }) => headers['webhook-id'])).toEqual(wanted);
  expect((await admin.list(`${list}?filter[state]=done`)).length).toBe(wanted.length);
});

it('IDN-2 EVT-3 neither webhooks nor engines are for everybody', async () => {
  const agent = await suite.as('agent');
  for (const address of ['/webhooks', '/webhooks/events', '/engine']) {
    expect((await agent.get(address)).status).toBe(403);
  }
});
