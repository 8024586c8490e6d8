/**
 * What only Redis has (issue 4): the memory of a hundred thousand armed steps, and how soon all their alarms are back when
 * Redis was emptied. Beside them as many plain BullMQ jobs, one a step. The Redis of TEST_REDIS_URL is emptied.
 */
import 'reflect-metadata';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { createDataSource } from '@bihuan/database';
import { readSettings, startSuite as startHere } from '@bihuan/server';
import { armClocks, STEPS_EACH } from '@bihuan/server-e2e';
import { emptyDatabase, pause, until } from '@bihuan/testing-kit';
import type { BenchRow } from './row';
import { startSuite } from './suite/process';

const ARMED = 100_000;
/** All within the ten minutes for which alarms are armed, none before the measurement is over: the most buckets. Seconds. */
const FROM = 300;
const UNTIL = 590;
const FLUSHES = 3;
/** Seconds that are nearly here may be over before they are looked for. */
const NEAR = 3_000;
const TOGETHER = 1_000;

export async function benchRedis(armed = ARMED): Promise<BenchRow[]> {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) {
    process.stdout.write('! no Redis: "npm run bench" says why it could not start one\n');
    return [];
  }
  const redis = new Redis(url);
  await redis.flushall();
  const database = await emptyDatabase('bench_redis');
  const db = createDataSource(database.url, [], 3);
  await db.initialize();
  const env = { REDIS_URL: url };
  const here = await startHere(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api', ...env }));
  const suite = await startSuite(database.url, env);
  try {
    const before = await memory(redis);
    const clocks = Math.ceil(armed / STEPS_EACH);
    const start = realNow().getTime();
    const due = (index: number) => new Date(start + (FROM + ((UNTIL - FROM) * index) / clocks) * 1_000);
    await armClocks(here, clocks, due);
    await until('all alarms', async () => (await missing(db, redis)) === 0, 60);
    const [bytes, buckets] = [(await memory(redis)) - before, await redis.zcard(DELAYED)];
    const back: number[] = [];
    for (let flush = 0; flush < FLUSHES; flush++) {
      await redis.flushall();
      const began = performance.now();
      await until('all alarms again', async () => (await missing(db, redis)) === 0, 120);
      back.push((performance.now() - began) / 1_000);
    }
    await suite.stop();
    const plain = await plainJobs(redis, url, armed);
    return [
      {
        name: `Redis: memory of ${armed} armed steps, ${buckets} alarms`,
        value: bytes / 2 ** 20,
        unit: 'MB',
        goal: { atMost: 10 },
        ratio: plain / bytes,
      },
      { name: `Redis: memory of ${armed} plain BullMQ jobs`, value: plain / 2 ** 20, unit: 'MB' },
      {
        name: `Redis emptied with ${armed} armed, ${FLUSHES} times: all alarms back, at most`,
        value: Math.max(...back),
        unit: 's',
        goal: { atMost: 35 },
      },
    ];
  } finally {
    await suite.stop();
    await here.close();
    await db.destroy();
    await database.close();
    await redis.flushall();
    redis.disconnect();
  }
}

const DELAYED = 'bull:alarms:delayed';

/** Bytes in use, without the buffers of connections, which come and go: the least of a few looks. */
async function memory(redis: Redis): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 5; look++) {
    const said = await redis.info('memory');
    const figure = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(said)?.[1]);
    looks.push(figure('used_memory') - figure('mem_clients_normal'));
    await pause(100);
  }
  return Math.min(...looks);
}

/** Seconds in which a step falls due and for which no alarm stands. */
async function missing(db: DataSource, redis: Redis): Promise<number> {
  const rows = (await db.query(
    `select distinct ceil(extract(epoch from next_at))::float8 as second from alarms.step
     where state = 'armed' and next_at > $1`,
    [new Date(realNow().getTime() + NEAR)],
  )) as { second: number }[];
  const alarms = new Set(await redis.zrange(DELAYED, 0, -1));
  return rows.filter(({ second }) => !alarms.has(`alarm-${second}`)).length;
}

/** What as many delayed jobs take, one a step. */
async function plainJobs(redis: Redis, url: string, count: number): Promise<number> {
  await redis.flushall();
  const before = await memory(redis);
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue('plain', { connection });
  for (let done = 0; done < count; done += TOGETHER) {
    await queue.addBulk(
      Array.from({ length: TOGETHER }, (_, index) => ({
        name: 'step',
        data: { id: done + index },
        opts: { delay: FROM * 1_000 },
      })),
    );
  }
  const bytes = (await memory(redis)) - before;
  await queue.close();
  connection.disconnect();
  return bytes;
}
