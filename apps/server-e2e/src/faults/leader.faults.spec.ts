/**
 * The process that sweeps is killed in the middle of its sweep, again and again: another takes over within half a minute,
 * never two sweep at once, and what only a sweep finds is done (DLN-2; R12).
 */
import type { DataSource } from 'typeorm';
import { emptyDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { amount } from './support/amount';
import { named } from './support/named';
import { SuiteProcess } from './support/process';

jest.setTimeout(3_600_000);

const KILLS = amount(50, 2);
/** Seconds between two sweeps. */
const PERIOD = 30;
/** The sweeper's lock (sweeper.ts). */
const LOCK = 7_201_012;

/** Who sweeps, by the name of the process. */
async function leaders(db: DataSource): Promise<string[]> {
  const rows = (await db.query(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1
       and l.database = (select oid from pg_database where datname = current_database())`,
    [LOCK],
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** A pump's table is shut, so that a sweep that has begun stands in its middle. Answers what opens it again. */
async function holdSweeps(db: DataSource): Promise<() => Promise<void>> {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  await runner.query('lock table alarms.recount in access exclusive mode');
  return async () => {
    await runner.rollbackTransaction();
    await runner.release();
  };
}

it('DLN-2 R12 the sweeping process killed: within half a minute another sweeps, never two at once', async () => {
  const database = await emptyDatabase('faults');
  const start = (name: string) => SuiteProcess.start({ DATABASE_URL: named(database.url, name), SUITE_ROLE: 'worker' });
  const workers = new Map<string, SuiteProcess>();
  const begin = async (name: string) => workers.set(name, await start(name));
  // The first makes the tables.
  await begin('w0');
  const db = await lookInto(database.url);
  let [most, looks, watching, watched] = [0, 0, true, Promise.resolve()];
  const takeovers: number[] = [];
  let release: (() => Promise<void>) | undefined;
  try {
    const watch = await lookInto(database.url);
    watched = (async () => {
      for (; watching; looks++) {
        most = Math.max(most, (await leaders(watch)).length);
        await pause(20);
      }
      await watch.destroy();
    })();
    release = await holdSweeps(db);
    await begin('w1');
    for (let kill = 0; kill < KILLS; kill++) {
      await until('a sweep', async () => (await leaders(db)).length > 0, PERIOD + 10);
      const [leader = ''] = await leaders(db);
      await workers.get(leader)?.kill();
      workers.delete(leader);
      const began = performance.now();
      // As a supervisor would: another is started, beside the one that is left.
      const [taken] = await Promise.all([
        until('another to sweep', async () => ((await leaders(db))[0] ?? leader) !== leader, PERIOD + 5).then(() =>
          performance.now(),
        ),
        begin(`w${kill + 2}`),
      ]);
      takeovers.push((taken - began) / 1_000);
    }
    await release();
    release = undefined;
    await until('the sweep over', async () => (await leaders(db)).length === 0, 30);
    watching = false;
    await watched;
    tell({
      kills: KILLS,
      'latest takeover, s': Math.round(Math.max(...takeovers)),
      'leaders at once': most,
      looks,
    });
    expect(takeovers).toHaveLength(KILLS);
    expect(most).toBe(1);
    expect(looks).toBeGreaterThan(20 * KILLS);
    // The control: two who hold the lock side by side are seen as two.
    const two = await Promise.all([lookInto(named(database.url, 'x')), lookInto(named(database.url, 'y'))]);
    for (const one of two) await one.query('select pg_advisory_lock_shared($1)', [LOCK]);
    expect((await leaders(db)).sort()).toEqual(['x', 'y']);
    for (const one of two) await one.destroy();
  } finally {
    watching = false;
    await watched;
    await release?.();
    for (const worker of workers.values()) await worker.kill();
    await db.destroy();
    await database.close();
  }
});
