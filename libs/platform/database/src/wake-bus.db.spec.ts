/** Wake-up calls reach every process, are gathered, and come again after a lost connection (DLN-2). */
import { Client } from 'pg';
import { Deployment, type Settings } from '@bihuan/plugin-kit';
import { emptyDatabase, until } from '@bihuan/testing-kit';
import { scene, type Scene } from './test/scene';
import { WakeBus } from './wake-bus';

let test: Scene;
const buses: WakeBus[] = [];

beforeAll(async () => (test = await scene()));
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.onApplicationShutdown();
});
afterAll(() => test.close());

const process = () => {
  const bus = new WakeBus(test.db, new Deployment({ databaseUrl: test.url } as Settings, []));
  buses.push(bus);
  return bus;
};

it('DLN-2 all processes hear a call; equal ones within a moment are one', async () => {
  const heard: string[] = [];
  const [one, two] = [process(), process()];
  await one.listen('bihuan_test', (payload) => heard.push(`one ${payload}`));
  await two.listen('bihuan_test', (payload) => heard.push(`two ${payload}`));
  await two.listen('bihuan_other', (payload) => heard.push(`other ${payload}`));
  for (const payload of ['a', 'a', 'b', 'a']) one.call('bihuan_test', payload);
  await until('both to hear both', () => heard.length >= 4);
  one.call('bihuan_other');
  await until('the other channel', () => heard.includes('other '));
  expect([...heard].sort()).toEqual(['one a', 'one b', 'other ', 'two a', 'two b']);
});

it('DLN-2 a process that lost its connection listens again by itself, and is told that calls may have been missed', async () => {
  const heard: string[] = [];
  const bus = process();
  await bus.listen('bihuan_test', (payload) => heard.push(payload));
  await test.db.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bihuan wake' and datname = current_database()",
  );
  await until('the word that calls were missed', () => heard.includes(''));
  bus.call('bihuan_test', 'after');
  await until('a call after the loss', () => heard.includes('after'));
});

it('DLN-2 a long outage is met with one attempt a second, not with more and more of them', async () => {
  const other = await emptyDatabase();
  const bus = new WakeBus(test.db, new Deployment({ databaseUrl: other.url } as Settings, []));
  buses.push(bus);
  await bus.listen('bihuan_test', () => undefined);
  const connect = jest.spyOn(Client.prototype, 'connect');
  await other.close();
  const before = connect.mock.calls.length;
  await test.db.query('select pg_sleep(5.5)');
  expect(connect.mock.calls.length - before).toBeGreaterThanOrEqual(4);
  expect(connect.mock.calls.length - before).toBeLessThanOrEqual(6);
  connect.mockRestore();
}, 15_000);

it('DLN-2 two rooms that begin to listen at the same time both hear', async () => {
  const heard: string[] = [];
  const bus = process();
  await Promise.all([
    bus.listen('bihuan_first', () => heard.push('first')),
    bus.listen('bihuan_second', () => heard.push('second')),
  ]);
  bus.call('bihuan_first');
  bus.call('bihuan_second');
  await until('both', () => heard.length === 2);
});
