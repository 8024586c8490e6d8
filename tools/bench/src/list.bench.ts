/** `GET /api/hotline/problem-forms`: 50 open forms by due time, out of a million (issue "Speed and memory"). */
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import { Connection } from './load/connection';
import { drive, during } from './load/drive';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { loadArchive } from './suite/archive';
import { databaseCpu } from './suite/database-cpu';
import type { Officer } from './suite/officers';
import { logIn, makeOfficers } from './suite/officers';
import { type Measured, startSuite } from './suite/process';

const CONNECTIONS = 16;
const FORMS = 1_000_000;
const PATH = '/api/hotline/problem-forms?filter[state]=open';
const PAGE = 50;

const WARM_UP_SECONDS = 5;
const SECONDS = 5;
const ROUNDS = 3;

const GOALS = { rate: { atLeast: 1_500 }, p99: { atMost: 40 } };

/** Databases of their own on the server of TEST_DATABASE_URL, dropped afterwards. */
export async function benchList(forms = FORMS, rounds = ROUNDS): Promise<BenchRow[]> {
  return [
    ...(await archive('5 % of 1 M forms open', { count: forms, open: 0.05 }, rounds)),
    ...(await archive('all of 1 M forms open', { count: forms, open: 1 }, rounds)),
  ];
}

async function archive(
  title: string,
  content: { readonly count: number; readonly open: number },
  rounds: number,
): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_list');
  const db = createDataSource(database.url, [], 2);
  await db.initialize();
  let suite: Measured | undefined;
  try {
    suite = await startSuite(database.url);
    const { url } = suite;
    await makeOfficers(url, db);
    await loadArchive(db, content);
    const rows: BenchRow[] = [];
    for (const username of ['agent', 'engineer', 'supervisor']) {
      const reader = await logIn(url, username);
      await check(url, reader);
      await read(url, reader, WARM_UP_SECONDS);
      const before = { server: suite.cpu(), database: await databaseCpu(db) };
      const driven = [];
      for (let round = 0; round < rounds; round++) driven.push(await read(url, reader, SECONDS));
      const times = driven.flatMap((one) => one.times);
      const cpu = (used: number) => (used * 1_000) / times.length;
      // The goal is the officers' list; others read it too and their figures explain.
      const goals = username === 'agent' ? GOALS : undefined;
      const name = `list of ${PAGE}, ${title}, as ${username}`;
      rows.push(
        { name, value: median(driven.map(({ rate }) => rate)), unit: '/s', ...(goals ? { goal: goals.rate } : {}) },
        { name: `${name}, p99`, value: percentile(times, 0.99), unit: 'ms', ...(goals ? { goal: goals.p99 } : {}) },
        { name: `${name}, server CPU`, value: cpu(suite.cpu() - before.server), unit: 'ms' },
        { name: `${name}, database CPU`, value: cpu((await databaseCpu(db)) - before.database), unit: 'ms' },
      );
    }
    return rows;
  } finally {
    await suite?.stop();
    await db.destroy();
    await database.close();
  }
}

const request = (token: string) => ({ method: 'GET', path: PATH, token }) as const;

const read = (url: string, { token }: Officer, seconds: number) =>
  drive({ url, connections: CONNECTIONS, expect: 200, next: during(seconds, () => request(token)) });

/** The list is full and in order; else the rate means nothing. */
async function check(url: string, { token }: Officer): Promise<void> {
  const line = await Connection.open(url);
  const { body } = await line.call(request(token));
  line.close();
  const { data } = JSON.parse(body.toString('utf8')) as { data: { dueAt: string; state: string }[] };
  const times = data.map(({ dueAt }) => Date.parse(dueAt));
  const sorted = times.every((time, index) => index === 0 || time >= (times[index - 1] ?? Infinity));
  const open = data.every(({ state }) => state !== 'concluded');
  if (data.length !== PAGE || !sorted || !open) throw new Error(`The list is not what is measured: ${body.toString()}`);
}
