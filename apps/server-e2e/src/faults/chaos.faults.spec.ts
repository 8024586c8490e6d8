/**
 * Two worker processes, one killed every few seconds, all queue data deleted twice, thousands of deadlines falling due:
 * each step happens once, none early, none lost (DLN-2; reliability.md R1, R4). On PostgreSQL's queues and on Redis'.
 */
import type { DataSource } from 'typeorm';
import type { RunningSuite } from '@bihuan/server';
import { readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase, type TestDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { amount } from './support/amount';
import { armSpread, missing, outcome } from './support/clocks';
import { SuiteProcess } from './support/process';
import { deleteQueueData } from './support/queue-data';

jest.setTimeout(1_200_000);

const CLOCKS = amount(5_000);
/** Seconds over which they fall due. */
const SPREAD = amount(300, 30);
/** Time between two kills. */
const KILL_EVERY = 3_000;

const redisUrl = process.env['TEST_REDIS_URL'];

interface House {
  readonly database: TestDatabase;
  readonly db: DataSource;
  readonly api: RunningSuite;
  readonly env: Readonly<Record<string, string>>;
}

async function open(queues: string | undefined): Promise<House> {
  const database = await emptyDatabase('faults');
  const env = { DATABASE_URL: database.url, ...(queues ? { REDIS_URL: queues } : {}) };
  const api = await startSuite(readSettings({ ...env, PORT: '0', SUITE_ROLE: 'api' }));
  return { database, db: await lookInto(database.url), api, env: { ...env, SUITE_ROLE: 'worker' } };
}

async function close({ database, db, api }: House): Promise<void> {
  await db.destroy();
  await api.close();
  await database.close();
}

/** Kills a worker and starts another, in turn, until told to stop. Answers how many were killed. */
async function killing(workers: SuiteProcess[], env: House['env'], isOver: () => boolean): Promise<number> {
  let killed = 0;
  for (; ; killed++) {
    await pause(KILL_EVERY);
    if (isOver()) return killed;
    const index = killed % workers.length;
    await workers[index]?.kill();
    workers[index] = await SuiteProcess.start(env);
  }
}

const backends: readonly (readonly [string, string | undefined])[] = [
  ['PostgreSQL', undefined],
  ...(redisUrl ? [['Redis', redisUrl] as const] : []),
];

describe.each(backends)('queues on %s', (_name, queues) => {
  let house: House;
  beforeAll(async () => (house = await open(queues)));
  afterAll(() => close(house));

  it('DLN-2 R1 R4 workers killed and queue data deleted while deadlines fall due: each step once, none early, none lost', async () => {
    const { db, api, env } = house;
    const workers = [await SuiteProcess.start(env), await SuiteProcess.start(env)];
    let over = false;
    let kills = Promise.resolve(0);
    try {
      await armSpread(api, { count: CLOCKS, from: 5, until: 5 + SPREAD });
      kills = killing(workers, env, () => over);
      for (let time = 0; time < 2; time++) {
        await pause((SPREAD / 3) * 1_000);
        await deleteQueueData(db, queues);
      }
      await until(
        'every step done',
        async () => {
          const { clocks, due, lost } = await outcome(db);
          return clocks === CLOCKS && due === 4 * CLOCKS && lost === 0;
        },
        SPREAD + 120,
      );
      over = true;
      const killed = await kills;
      const seen = await outcome(db);
      tell({ ...seen, kills: killed, 'queue data deleted': 2 });
      expect(seen).toMatchObject({ due: 4 * CLOCKS, done: 4 * CLOCKS, duplicates: 0, early: 0, lost: 0 });
      expect(await missing(db)).toBe(0);
      expect(killed).toBeGreaterThan(2);
    } finally {
      over = true;
      // It may be starting one at this moment.
      await kills;
      for (const worker of workers) await worker.kill();
    }
  });

  it('DLN-2 R1 control: without workers the same deadlines are lost, and the count says so', async () => {
    const { db, api } = house;
    await armSpread(api, { count: 10, from: 0.5, until: 1 });
    await pause(2_500);
    const { due, done } = await outcome(db);
    expect(await outcome(db)).toMatchObject({ lost: 40, duplicates: 0 });
    expect(due - done).toBe(40);
  });
});
