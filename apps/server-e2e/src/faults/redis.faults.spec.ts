/**
 * Redis killed in each way of keeping its data, away under load, and started with each wrong eviction policy (DLN-2; R2,
 * R3, R13). Its own Redis; asked where `npm test` has one.
 */
import { readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { call } from '../support/hotline';
import { amount, FULL } from './support/amount';
import { armSpread, missing, outcome } from './support/clocks';
import type { OwnRedis } from './support/own-redis';
import { ownRedis } from './support/own-redis';
import { Caller } from './support/people';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_800_000);

const MODES = {
  none: { save: "''", appendonly: 'no' },
  everysec: { save: "''", appendonly: 'yes', appendfsync: 'everysec' },
  always: { save: "''", appendonly: 'yes', appendfsync: 'always' },
} as const;
const WRONG = ['allkeys-lru', 'allkeys-lfu', 'allkeys-random', 'volatile-lru', 'volatile-lfu', 'volatile-random'];
const KILLS = amount(5);
const CLOCKS = amount(500, 40);
const SPREAD = amount(60, 4);
const AWAY = amount(120, 5);
const RATE = 20;

interface Ready {
  readonly status: number;
  readonly codes: readonly string[];
}

async function ready(url: string): Promise<Ready> {
  const answer = await fetch(`${url}/api/health/ready`);
  const codes = [...(await answer.text()).matchAll(/"code":"([a-z-]+)"/g)].map(([, code]) => code ?? '');
  return { status: answer.status, codes };
}

const withRedis = (): void => {
  let redis: OwnRedis;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeEach(async () => {
    [redis, database] = await Promise.all([ownRedis(), emptyDatabase('faults')]);
  });
  afterEach(async () => {
    await redis.close();
    await database.close();
  });

  it('DLN-2 R2 Redis killed whatever it keeps: each step once, none early, none lost, and alarms come again', async () => {
    const db = await lookInto(database.url);
    await redis.start(MODES.none);
    const env = { DATABASE_URL: database.url, REDIS_URL: redis.url };
    const api = await startSuite(readSettings({ ...env, PORT: '0', SUITE_ROLE: 'api' }));
    const worker = await SuiteProcess.start({ ...env, SUITE_ROLE: 'worker' });
    let armed = 0;
    const arm = async (count: number, from: number, to: number) => {
      await armSpread(api, { count, from, until: to });
      armed += count;
    };
    const allDone = async () => {
      // In little time: a call as any arming makes it. In full the sweeper alone has to find them.
      if (!FULL) await db.query("select pg_notify('bihuan_alarms', '0')");
      const { due, lost } = await outcome(db);
      return due === 4 * armed && lost === 0 && (await missing(db)) === 0;
    };
    try {
      for (const [mode, settings] of Object.entries(MODES)) {
        await redis.kill();
        await redis.start(settings);
        for (let kill = 0; kill < KILLS; kill++) {
          await arm(CLOCKS, 1, 1 + SPREAD);
          await pause(1_000 + ((kill + 1) / (KILLS + 1)) * SPREAD * 1_000);
          await redis.kill();
          await pause(300);
          await redis.start(settings);
          await until(`every step, ${mode}`, allDone, SPREAD + 60);
        }
      }
      // Alarms come through the Redis that came back, without any call.
      await arm(5, 1, 3);
      await until('what was armed afterwards', async () => (await outcome(db)).due === 4 * armed, 10);
      await until('alarms again', async () => (await outcome(db)).lost === 0 && (await missing(db)) === 0, 40);
      const seen = await outcome(db);
      tell({ modes: 3, kills: 3 * KILLS, ...seen });
      expect(seen).toMatchObject({ due: 4 * armed, done: 4 * armed, duplicates: 0, early: 0, lost: 0 });
      expect(await missing(db)).toBe(0);
      // The control: with the worker killed too, the count says what is lost.
      await worker.kill();
      await arm(5, 0.1, 0.2);
      await pause(1_000);
      expect(await outcome(db)).toMatchObject({ lost: 20 });
    } finally {
      await worker.kill();
      await api.close();
      await db.destroy();
    }
  });

  it('DLN-2 R3 Redis away under load: every write is answered 2xx, ready warns, escalations come, nothing stays behind', async () => {
    const db = await lookInto(database.url);
    await redis.start(MODES.none);
    const env = { DATABASE_URL: database.url, REDIS_URL: redis.url };
    const suite = await SuiteProcess.start(env);
    const inside = await startSuite(readSettings({ ...env, PORT: '0', SUITE_ROLE: 'api' }));
    try {
      const agent = await Caller.logIn(suite.url, 'agent');
      expect(await ready(suite.url)).toMatchObject({ status: 200 });
      expect((await ready(suite.url)).codes).not.toContain('redis-down');
      const before = await outcome(db);
      await redis.kill();
      await armSpread(inside, { count: 20, from: 0.5, until: AWAY });
      const [statuses, times]: [number[], number[]] = [[], []];
      const write = async () => {
        const began = performance.now();
        const { status } = await agent.once(suite.url, '/hotline/contacts', call());
        times.push(performance.now() - began);
        statuses.push(status);
      };
      const writes: Promise<void>[] = [];
      for (let n = 0; n < AWAY * RATE; n++) {
        writes.push(write());
        await pause(1_000 / RATE);
      }
      await Promise.all(writes);
      const away = await ready(suite.url);
      await redis.start(MODES.none);
      const came = performance.now();
      await until(
        'the escalations, and nothing behind',
        async () => {
          if (!FULL) await db.query("select pg_notify('bihuan_alarms', '0')");
          const [row] = (await db.query(
            `select (select count(*) from outbox.event where not relayed)::int
                + (select count(*) from outbox.delivery where state = 'pending')::int as count`,
          )) as { count: number }[];
          const { lost, due } = await outcome(db);
          return lost === 0 && due === before.due + 80 && row?.count === 0;
        },
        60,
      );
      const sorted = times.sort((a, b) => a - b);
      tell({
        'away, s': AWAY,
        writes: statuses.length,
        'p99, ms': Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
        'longest, ms': Math.round(sorted.at(-1) ?? 0),
        'empty after, s': Math.round((performance.now() - came) / 1_000),
      });
      expect(new Set(statuses)).toEqual(new Set([201]));
      expect(away.status).toBe(200);
      expect(away.codes).toContain('redis-down');
      expect(await outcome(db)).toMatchObject({ lost: 0, early: 0, duplicates: 0 });
      await until('ready without a warning', async () => !(await ready(suite.url)).codes.includes('redis-down'), 30);
    } finally {
      await suite.kill();
      await inside.close();
      await db.destroy();
    }
  });

  it('DLN-2 R13 with any of the seven wrong eviction policies the suite is not ready, and says why', async () => {
    await redis.start({ ...MODES.none, 'maxmemory-policy': 'volatile-ttl' });
    const suite = await SuiteProcess.start({ DATABASE_URL: database.url, REDIS_URL: redis.url });
    try {
      for (const policy of ['volatile-ttl', ...WRONG]) {
        if (policy !== 'volatile-ttl') {
          await redis.kill();
          await redis.start({ ...MODES.none, 'maxmemory-policy': policy });
        }
        const found = await ready(suite.url);
        expect({ policy, status: found.status }).toEqual({ policy, status: 503 });
        expect(found.codes).toContain('redis-eviction-policy');
      }
      // The control: with the right one it is ready.
      await redis.kill();
      await redis.start({ ...MODES.none, 'maxmemory-policy': 'noeviction' });
      expect(await ready(suite.url)).toMatchObject({ status: 200 });
    } finally {
      await suite.kill();
    }
  });
};

const withoutRedis = (): void => {
  it('is NOT ASKED here, for there is no TEST_REDIS_URL: "npm test" starts a Redis; with CI=true this fails', () => {
    if (process.env['CI'] === 'true') throw new Error('TEST_REDIS_URL is not set: run the tests by "npm test".');
  });
};

describe('a Redis of its own', process.env['TEST_REDIS_URL'] ? withRedis : withoutRedis);
