/**
 * The same on the Redis of TEST_REDIS_URL, which `npm test` starts: flushed, gone, or with a wrong eviction policy (DLN-2,
 * R1, R3, R13). That Redis is emptied.
 */
import { Redis } from 'ioredis';
import { realNow } from '@bihuan/clock';
import { until } from '@bihuan/testing-kit';
import { freshRig, subject, type Rig } from '../test/rig';
import { redisDown, redisFinding, wrongEviction } from './ready';

const SECOND = 1_000;

jest.setTimeout(60 * SECOND);

const url = process.env['TEST_REDIS_URL'];

/** A port on which nothing listens. */
const NOWHERE = 'redis://127.0.0.1:1';

const onRedis = (): void => {
  let rig: Rig;
  let close: () => Promise<void>;
  let redis: Redis;

  beforeEach(async () => {
    redis = new Redis(url as string);
    await redis.flushall();
    ({ rig, close } = await freshRig());
    Object.assign(rig.deployment.settings, { redisUrl: url });
  });
  afterEach(async () => {
    await rig.host.beforeApplicationShutdown();
    await close();
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    redis.disconnect();
  });

  const armDueIn = (milliseconds: number) =>
    rig.arm('plain', subject(), new Date(realNow().getTime() + milliseconds - 60 * SECOND));

  const fired = async () => (await rig.chased()).length;

  it('DLN-2 alarms come on the second, and after FLUSHALL every step still comes, once (R1)', async () => {
    await rig.host.onApplicationBootstrap();
    for (let i = 0; i < 20; i++) await armDueIn(1_000 + i * 200);
    await until('the first steps', async () => (await fired()) > 0);
    await redis.flushall();
    await new Promise((resolve) => setTimeout(resolve, 5 * SECOND));
    await rig.sweeper.sweep();
    await until('all steps', async () => (await fired()) === 20);
    await armDueIn(1_500);
    await until('a new alarm', async () => (await fired()) === 21);
  });

  it('DLN-2 ready says when the eviction policy is wrong (R13)', async () => {
    expect(await redisFinding(url as string)).toBeUndefined();
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect(await redisFinding(url as string)).toEqual(wrongEviction('allkeys-lru'));
    expect(wrongEviction('allkeys-lru').blocking).toBe(true);
  });
};

const withoutRedis = (): void => {
  it('is NOT ASKED here, for there is no TEST_REDIS_URL: "npm test" starts a Redis; with CI=true this fails', () => {
    if (process.env['CI'] !== 'true') return;
    throw new Error(
      'TEST_REDIS_URL is not set: run the tests by "npm test", which starts a Redis, or name one that may be emptied.',
    );
  });
};

describe('queues on Redis', url ? onRedis : withoutRedis);

describe('queues without their Redis', () => {
  it('DLN-2 escalations come from the sweeper, ready warns, and nothing waits for Redis (R3)', async () => {
    const { rig, close } = await freshRig();
    Object.assign(rig.deployment.settings, { redisUrl: NOWHERE });
    const began = performance.now();
    await rig.queues.open({ alarm: () => Promise.resolve(), events: () => Promise.resolve() });
    await rig.queues.alarmAt([Math.ceil(realNow().getTime() / SECOND) + 5]);
    await rig.queues.callForHelp();
    expect(performance.now() - began).toBeLessThan(7 * SECOND);
    await rig.arm('plain', subject(), new Date(realNow().getTime() - 120 * SECOND));
    await rig.sweeper.sweep();
    expect(await rig.chased()).toHaveLength(1);
    expect(await redisFinding(NOWHERE)).toEqual(redisDown);
    expect(redisDown.blocking).toBeUndefined();
    await rig.queues.close();
    await close();
  });
});
