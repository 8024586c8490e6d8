/**
 * `POST /api/hotline/problem-forms` through the real process, with all it implies, beside a bare insert in turns
 * (issue "Speed and memory"). The load generator and PostgreSQL share the machine with the server.
 */
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import type { CallOptions } from './load/connection';
import type { Driven } from './load/drive';
import { drive, each } from './load/drive';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { callsFor } from './suite/calls';
import { databaseCpu } from './suite/database-cpu';
import type { Officer } from './suite/officers';
import { makeOfficers } from './suite/officers';
import { type Measured, startNode, startSuite } from './suite/process';

const ROUNDS = 4;

/** Of the load, as the goal says. */
const CONNECTIONS = 16;

/** Forms a round; each officer stays below the thousand of a day over all rounds. */
const FORMS = 3_000;
const WARM_UP = 1_500;

const BARE = join(__dirname, 'bare-server.js');

interface Round {
  readonly suite: Driven;
  readonly bare: Driven;
  /** CPU a form, milliseconds: the server's, and that of its database connections. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
}

/** In a database of its own on the server of TEST_DATABASE_URL, which is dropped afterwards. */
export async function benchCreate(rounds = ROUNDS, forms = FORMS): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_create');
  const db = createDataSource(database.url, [], 2);
  await db.initialize();
  const processes: Measured[] = [];
  try {
    const suite = await startSuite(database.url);
    processes.push(suite);
    const bare = await startNode(BARE, { DATABASE_URL: database.url });
    processes.push(bare);
    const officers = await makeOfficers(suite.url, db);
    await round(suite, bare, db, officers, WARM_UP);
    const done: Round[] = [];
    for (let number = 0; number < rounds; number++) done.push(await round(suite, bare, db, officers, forms));
    await checkWritten(db, WARM_UP + rounds * forms);
    return rowsOf(done);
  } finally {
    for (const process of processes.reverse()) await process.stop();
    await db.destroy();
    await database.close();
  }
}

async function round(
  suite: Measured,
  bare: Measured,
  db: DataSource,
  officers: readonly Officer[],
  count: number,
): Promise<Round> {
  const requests = await callsFor(suite.url, officers, count);
  const before = { server: suite.cpu(), database: await databaseCpu(db) };
  const driven = await drive({ url: suite.url, connections: CONNECTIONS, expect: 201, next: each(requests) });
  const serverCpu = ((suite.cpu() - before.server) * 1_000) / count;
  const database = (((await databaseCpu(db)) - before.database) * 1_000) / count;
  const plain = requests.map(({ body }): CallOptions => ({ method: 'POST', path: '/forms', body }));
  const bareDriven = await drive({ url: bare.url, connections: CONNECTIONS, expect: 201, next: each(plain) });
  return { suite: driven, bare: bareDriven, serverCpu, databaseCpu: database };
}

/** Everything a form implies stands in the tables, gap-free numbers included; else the rate means nothing. */
async function checkWritten(db: DataSource, count: number): Promise<void> {
  const [found] = (await db.query(
    `select (select count(*)::int from hotline.problem_form) as forms,
            (select count(distinct number)::int from hotline.problem_form) as numbers,
            (select sum(value)::int from numbering.counter) as counted,
            (select count(*)::int from alarms.deadline where module = 'hotline') as deadlines,
            (select count(*)::int from audit.entry where action = 'drafted' and module = 'hotline') as drafted,
            (select count(*)::int from audit.entry where action = 'deadline-armed' and module = 'hotline') as armed`,
  )) as Record<string, number>[];
  const wrong = Object.entries(found ?? {}).filter(([, value]) => value !== count);
  if (wrong.length > 0) throw new Error(`After ${count} forms the tables say ${JSON.stringify(found)}.`);
}

function rowsOf(rounds: readonly Round[]): BenchRow[] {
  const times = rounds.flatMap(({ suite }) => suite.times);
  const rate = median(rounds.map(({ suite }) => suite.rate));
  const bare = median(rounds.map((one) => one.bare.rate));
  return [
    { name: 'problem forms made', value: rate, unit: '/s', goal: { atLeast: 1_000 }, ratio: rate / bare },
    { name: 'problem form made, p50', value: median(times), unit: 'ms' },
    { name: 'problem form made, p99', value: percentile(times, 0.99), unit: 'ms', goal: { atMost: 60 } },
    { name: 'server CPU a form', value: median(rounds.map((one) => one.serverCpu)), unit: 'ms' },
    { name: 'database CPU a form', value: median(rounds.map((one) => one.databaseCpu)), unit: 'ms' },
    { name: 'bare NestJS + pg insert', value: bare, unit: '/s' },
    {
      name: 'bare insert, p99',
      value: percentile(
        rounds.flatMap((one) => one.bare.times),
        0.99,
      ),
      unit: 'ms',
    },
  ];
}
