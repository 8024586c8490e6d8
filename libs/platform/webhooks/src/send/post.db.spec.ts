/** Posting against a real server: only to the address that was checked, no redirect, limits of time and size (EVT-3, S6). */
import { webhookSettings } from '../webhooks.settings';
import type { Receiver } from '../test/receiver';
import { receiver } from '../test/receiver';
import { OPEN } from '../test/webhook-scene';
import type { Address, Resolver } from './post';
import { post } from './post';

let there: Receiver;
beforeEach(async () => {
  there = await receiver();
});
afterEach(() => there.close());

const BODY = JSON.stringify({ payload: { round: 1 } });
const never = new AbortController().signal;
const to = (url: string, settings = OPEN, resolve?: Resolver, stop = never) =>
  post({ url, body: BODY, headers: { 'content-type': 'application/json' } }, settings, stop, resolve);
const named = (...addresses: string[]): Resolver => {
  const found = addresses.map((address): Address => ({ address, family: address.includes(':') ? 6 : 4 }));
  return () => Promise.resolve(found);
};
const http = (host: string) => `http://${host}:${there.port}/hook`;

it('EVT-3 the connection goes to the address that was looked up, whatever the name is', async () => {
  expect(await to(http('nowhere.invalid'), OPEN, named('127.0.0.1'))).toEqual({ ok: true, status: 204, error: null });
  expect(there.got[0]?.headers.host).toBe(`nowhere.invalid:${there.port}`);
  expect(there.got[0]?.body).toBe(BODY);
});

it('EVT-3 in production a name that leads into the house is refused, also where one of several addresses does', async () => {
  const production = webhookSettings({}, true);
  const url = `https://hooks.example.org:${there.port}/hook`;
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1'], ['::ffff:127.0.0.1']]) {
    expect(await to(url, production, named(...addresses))).toEqual({
      ok: false,
      status: null,
      error: 'address-inside',
    });
  }
  expect(there.got).toEqual([]);
});

it('EVT-3 in production a network that the settings name is connected to', async () => {
  const production = webhookSettings({ SUITE_WEBHOOK_NETWORKS: '127.0.0.0/8' }, true);
  const url = `https://hooks.example.org:${there.port}/hook`;
  const { ok, error } = await to(url, production, named('127.0.0.1'));
  // Our server speaks no TLS: that it was reached shows in what failed.
  expect([ok, error]).toEqual([false, 'tls']);
});

it('EVT-3 a redirect is a failure and is not followed', async () => {
  const other = await receiver();
  there.answer = (_, reply) => {
    reply.writeHead(307, { location: other.url }).end();
    return 'answered';
  };
  expect(await to(there.url)).toEqual({ ok: false, status: 307, error: 'redirect' });
  expect([there.got.length, other.got.length]).toEqual([1, 0]);
  await other.close();
});

it('EVT-3 an endpoint that does not answer is given up in time, and when the process ends', async () => {
  there.answer = () => 'hang';
  expect(await to(there.url, { ...OPEN, timeout: 150 })).toEqual({ ok: false, status: null, error: 'timeout' });
  const stop = new AbortController();
  const trying = to(there.url, OPEN, undefined, stop.signal);
  stop.abort();
  expect(await trying).toEqual({ ok: false, status: null, error: 'stopped' });
});

it('EVT-3 a resolver that does not answer is given up in time too', async () => {
  const silent: Resolver = () => new Promise(() => undefined);
  expect(await to(http('slow.example'), { ...OPEN, timeout: 100 }, silent)).toMatchObject({ error: 'timeout' });
});

it('EVT-3 an answer without end is cut: its status counts', async () => {
  there.answer = (_, reply) => {
    reply.writeHead(200);
    const more = () => void (reply.destroyed || reply.write(Buffer.alloc(32_768), () => setImmediate(more)));
    more();
    return 'answered';
  };
  expect(await to(there.url)).toEqual({ ok: true, status: 200, error: null });
});

it.each([
  [400, 'status'],
  [410, 'status'],
  [500, 'status'],
])('EVT-3 %i is a failure, and what it says is not kept', async (status, error) => {
  there.answer = (_, reply) => {
    reply.writeHead(status).end('用户 13812345678');
    return 'answered';
  };
  expect(await to(there.url)).toEqual({ ok: false, status, error });
});

it('EVT-3 what is not there has a word of its own', async () => {
  await there.close();
  expect((await to(there.url)).error).toBe('connection-refused');
  const unknown: Resolver = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
  expect((await to(http('nowhere.invalid'), OPEN, unknown)).error).toBe('name-not-found');
  there = await receiver();
});
