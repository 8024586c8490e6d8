/**
 * Opening a complaint, a work order, an appeal through the real process with all seven modules, with all it implies:
 * number, clocks, audit, event (issue 3, "Speed and memory"). Afterwards the tables are counted, and the events waited for.
 */
import type { DataSource } from 'typeorm';
import { createDataSource } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import type { Driven } from './load/drive';
import { drive, each } from './load/drive';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { databaseCpu } from './suite/database-cpu';
import { drain } from './suite/drain';
import type { Officer } from './suite/officers';
import { logIn, makeOfficers } from './suite/officers';
import type { Opening } from './suite/openings';
import { OPENINGS } from './suite/openings';
import { type Measured, startSuite } from './suite/process';

const ROUNDS = 4;

/** Of the load, as the goal says. */
const CONNECTIONS = 8;
/** Over all rounds each number stays below the ten thousand of a day. */
const MATTERS = 1_500;
const WARM_UP = 1_000;

const GOAL = { atLeast: 300 };

interface Round {
  readonly driven: Driven;
  /** CPU a matter, milliseconds: the server's with what its events bring, and that of its database connections. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  /** Seconds until every event of the round was handled. */
  readonly drained: number;
}

/** Each pack in a database of its own on the server of TEST_DATABASE_URL, dropped afterwards. */
export async function benchOpening(rounds = ROUNDS, matters = MATTERS): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const opening of OPENINGS) rows.push(...(await measure(opening, rounds, matters)));
  return rows;
}

async function measure(opening: Opening, rounds: number, matters: number): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_opening');
  const db = createDataSource(database.url, [], 2);
  await db.initialize();
  let suite: Measured | undefined;
  try {
    suite = await startSuite(database.url, { SUITE_PACK: opening.pack });
    const people = opening.by ? [await logIn(suite.url, opening.by)] : await makeOfficers(suite.url, db);
    let from = 0;
    const next = (count: number): Promise<Round> =>
      round(suite as Measured, db, opening, people, (from += count) - count, count);
    await next(WARM_UP);
    const done: Round[] = [];
    for (let number = 0; number < rounds; number++) done.push(await next(matters));
    await check(db, opening, WARM_UP + rounds * matters);
    return rowsOf(opening.title, done, matters);
  } finally {
    await suite?.stop();
    await db.destroy();
    await database.close();
  }
}

async function round(
  suite: Measured,
  db: DataSource,
  { path, body }: Opening,
  people: readonly Officer[],
  from: number,
  count: number,
): Promise<Round> {
  const requests = Array.from({ length: count }, (_none, index) => {
    const { token } = people[(from + index) % people.length] as Officer;
    return { method: 'POST', path, token, body: body(from + index) } as const;
  });
  const before = { server: suite.cpu(), database: await databaseCpu(db) };
  const driven = await drive({ url: suite.url, connections: CONNECTIONS, expect: 201, next: each(requests) });
  const ended = performance.now();
  await drain(db);
  return {
    driven,
    serverCpu: ((suite.cpu() - before.server) * 1_000) / count,
    databaseCpu: (((await databaseCpu(db)) - before.database) * 1_000) / count,
    drained: (performance.now() - ended) / 1_000,
  };
}

/** Every matter has its row, a number of its own, its clocks and its entry; else the rate means nothing. */
async function check(db: DataSource, { table, matter, clocks }: Opening, count: number): Promise<void> {
  const [found] = (await db.query(
    `select (select count(*)::int from ${table}) as matters,
            (select count(distinct number)::int from ${table}) as numbers,
            (select count(distinct subject_id)::int from alarms.deadline where module || '.' || kind = '${matter}') as clocked,
            (select count(*)::int from alarms.deadline where module || '.' || kind = '${matter}') as clocks,
            (select count(distinct subject_id)::int from audit.entry where module || '.' || kind = '${matter}') as audited`,
  )) as Record<string, number>[];
  const wanted: Record<string, number> = {
    matters: count,
    numbers: count,
    clocked: count,
    clocks: clocks * count,
    audited: count,
  };
  const wrong = Object.entries(wanted).filter(([name, value]) => found?.[name] !== value);
  if (wrong.length > 0) throw new Error(`After ${count} of ${table} the tables say ${JSON.stringify(found)}.`);
}

function rowsOf(title: string, rounds: readonly Round[], matters: number): BenchRow[] {
  const times = rounds.flatMap(({ driven }) => driven.times);
  const taken = rounds.map(({ driven, drained }) => matters / (matters / driven.rate + drained));
  return [
    { name: `${title} opened`, value: median(rounds.map(({ driven }) => driven.rate)), unit: '/s', goal: GOAL },
    { name: `${title} opened, p50`, value: median(times), unit: 'ms' },
    { name: `${title} opened, p99`, value: percentile(times, 0.99), unit: 'ms' },
    { name: `${title}, opened and its events handled`, value: median(taken), unit: '/s' },
    { name: `${title}, server CPU with its events`, value: median(rounds.map((one) => one.serverCpu)), unit: 'ms' },
    { name: `${title}, database CPU with its events`, value: median(rounds.map((one) => one.databaseCpu)), unit: 'ms' },
  ];
}
