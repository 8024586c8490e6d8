/**
 * The clocks' engine under load: arming, a steady stream of due steps, a storm, and the look for what is due among a
 * million armed (issue 4; performance.md §6). One process of the suite with everything on, system clock, durable.
 */
import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { createDataSource } from '@bihuan/database';
import { readSettings, startSuite as startHere } from '@bihuan/server';
import { armClocks, STEPS_EACH } from '@bihuan/server-e2e';
import { emptyDatabase } from '@bihuan/testing-kit';
import { Connection } from './load/connection';
import { median, percentile } from './load/statistics';
import type { BenchRow } from './row';
import { logIn } from './suite/officers';
import { startSuite } from './suite/process';

const ARMED = 100_000;
const STEADY = { perSecond: 500, seconds: 20 };
const STORM = 100_000;
const MILLION = 1_000_000;
const LOOKS = 200;

/** Between two looks at how far the storm is, milliseconds. */
const LOOK_EVERY = 250;

/** By then a sweep has given what was moved its alarm, milliseconds. */
const SWEPT = 45_000;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export async function benchDeadlines(armed = ARMED, storm = STORM, million = MILLION): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench_deadlines');
  const db = createDataSource(database.url, [], 3);
  await db.initialize();
  const here = await startHere(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  const suite = await startSuite(database.url);
  try {
    const began = performance.now();
    const clocks = Math.ceil(armed / STEPS_EACH);
    await armClocks(here, clocks, () => new Date(realNow().getTime() + 86_400_000));
    const arming = (performance.now() - began) / 1_000;
    const rows: BenchRow[] = [
      { name: `${armed} steps armed, ${clocks} deadlines`, value: arming, unit: 's', goal: { atMost: 30 } },
    ];
    rows.push(...(await steady(here, db)));
    rows.push(...(await stormy(here, db, suite.url, storm)));
    rows.push(...(await looks(db, million)));
    return rows;
  } finally {
    await here.close();
    await suite.stop();
    await db.destroy();
    await database.close();
  }
}

type Here = Parameters<typeof armClocks>[0];

/** Lateness of each clock's breach: from its whole second to the commit of its state, where PostgreSQL notes commits. */
async function lateness(db: DataSource, from: Date, to: Date): Promise<number[]> {
  const [setting] = (await db.query('show track_commit_timestamp')) as { track_commit_timestamp: string }[];
  const done = setting?.track_commit_timestamp === 'on' ? 'pg_xact_commit_timestamp(d.xmin)' : 's.fired_at';
  const rows = (await db.query(
    `select extract(epoch from ${done} - s.at)::float8 * 1000 as late
     from alarms.step s join alarms.deadline d on d.id = s.deadline_id
     where s.state = 'fired' and s.key = '@breach' and s.at between $1 and $2`,
    [from, to],
  )) as { late: number }[];
  return rows.map(({ late }) => late).sort((a, b) => a - b);
}

async function steady(here: Here, db: DataSource): Promise<BenchRow[]> {
  const { perSecond, seconds } = STEADY;
  const clocks = (perSecond * seconds) / STEPS_EACH;
  const lead = 8_000;
  const start = Math.ceil((realNow().getTime() + lead) / 1_000) * 1_000;
  const due = (index: number) => new Date(start + Math.floor((index * seconds) / clocks) * 1_000);
  await armClocks(here, clocks, due);
  const end = new Date(start + seconds * 1_000);
  await pause(end.getTime() - realNow().getTime() + 3_000);
  const late = await lateness(db, new Date(start), end);
  if (late.length !== clocks) throw new Error(`Of ${clocks} clocks ${late.length} were breached.`);
  return [
    { name: `steady ${perSecond} due a second, lateness p50`, value: median(late), unit: 'ms', goal: { atMost: 10 } },
    {
      name: `steady ${perSecond} due a second, lateness p99`,
      value: percentile(late, 0.99),
      unit: 'ms',
      goal: { atMost: 60 },
    },
  ];
}

async function stormy(here: Here, db: DataSource, url: string, steps: number): Promise<BenchRow[]> {
  const clocks = Math.ceil(steps / STEPS_EACH);
  const { token } = await logIn(url, 'agent');
  const line = await Connection.open(url);
  const read = async () => {
    const began = performance.now();
    await line.call({ method: 'GET', path: '/api/hotline/contacts?page[size]=20', token });
    return performance.now() - began;
  };
  const idle: number[] = [];
  for (let index = 0; index < 300; index++) idle.push(await read());
  // Armed for later and then moved: arming takes longer than the moment at which they all fall due.
  await armClocks(
    here,
    clocks,
    () => new Date(realNow().getTime() + 3_600_000),
    () => 'storm',
  );
  await db.query('vacuum (analyze) alarms.step, alarms.deadline');
  const due = new Date(Math.ceil(realNow().getTime() / 1_000) * 1_000 + SWEPT);
  await db.query(
    `with moved as (update alarms.deadline set due_at = $1, warn_at = $1 where label = 'storm' returning id)
     update alarms.step s set at = $1, next_at = $1 from moved where s.deadline_id = moved.id`,
    [due],
  );
  await db.query('vacuum (analyze) alarms.step, alarms.deadline');
  const [alarm] = [due.getTime() - realNow().getTime()];
  if (alarm < 0) throw new Error('The storm was armed too late.');
  await pause(alarm);
  const times: number[] = [];
  let [states, told]: (number | undefined)[] = [];
  let nextLook = 0;
  while (told === undefined) {
    times.push(await read());
    if (performance.now() < nextLook) continue;
    // Seldom: to find that none of 100,000 rows is left costs about as much as telling some of them.
    nextLook = performance.now() + LOOK_EVERY;
    const [left] = (await db.query(
      `select exists (select 1 from alarms.step where state = 'armed' and next_at <= $1) as armed,
              exists (select 1 from alarms.step where state = 'fired' and not told) as untold`,
      [due],
    )) as { armed: boolean; untold: boolean }[];
    const passed = (realNow().getTime() - due.getTime()) / 1_000;
    if (left?.armed === false) states ??= passed;
    if (left?.armed === false && !left.untold) told = passed;
    if (passed > 300) throw new Error('The storm does not end.');
  }
  line.close();
  const late = await lateness(db, due, due);
  return [
    {
      name: `storm of ${steps} steps at once: states written`,
      value: steps / (states ?? told),
      unit: '/s',
      goal: { atLeast: 30_000 },
    },
    {
      name: 'the same, told too: timeline, notices, events',
      value: steps / told,
      unit: '/s',
      goal: { atLeast: 5_000 },
    },
    { name: 'the same, lateness of a state, p50', value: median(late), unit: 'ms' },
    { name: 'API beside the storm, p99', value: percentile(times, 0.99), unit: 'ms', goal: { atMost: 500 } },
    { name: 'API idle, p99', value: percentile(idle, 0.99), unit: 'ms' },
  ];
}

/** The look for what is due, with a million armed for later. */
async function looks(db: DataSource, million: number): Promise<BenchRow[]> {
  await db.query(
    `insert into alarms.step (deadline_id, round, key, n, rank, action, at, next_at, state)
     select d.id, d.round, 'look', n, 9, 'notify', d.due_at + n * interval '1 minute', d.due_at + n * interval '1 minute', 'armed'
     from (select id, round, $2::timestamptz as due_at from alarms.deadline limit 1000) d, generate_series(1, $1::int / 1000) n`,
    [million, new Date(realNow().getTime() + 86_400_000)],
  );
  await db.query('vacuum (analyze) alarms.step');
  const times: number[] = [];
  for (let index = 0; index < LOOKS; index++) {
    const began = performance.now();
    await db.query(
      `select s.deadline_id from alarms.step s join alarms.deadline d on d.id = s.deadline_id
       where s.state = 'armed' and s.next_at <= $1 order by s.next_at, s.rank, s.deadline_id limit 200 for update of s, d skip locked`,
      [realNow()],
    );
    times.push(performance.now() - began);
  }
  return [
    {
      name: `look for what is due among ${million} armed, p99`,
      value: percentile(times, 0.99),
      unit: 'ms',
      goal: { atMost: 20 },
    },
  ];
}
