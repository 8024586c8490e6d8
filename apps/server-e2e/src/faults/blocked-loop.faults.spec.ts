/**
 * A worker stands still in the middle of a handler, again and again, while another works on: what it had in hand happens
 * once, whether it finishes after all or its connections were cut meanwhile, and the lag is told (DLN-2; R5).
 */
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { amount } from './support/amount';
import { armSpread, missing, outcome } from './support/clocks';
import { named } from './support/named';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_800_000);

const BLOCKS = amount(20, 2);
/** Longer than BullMQ's lock in full; a few seconds show the rest. */
const SECONDS = amount(45, 3);
const CLOCKS = 40;

/** Whatever the slow worker tells of a step takes it a while, once: time enough to stop it there. */
async function trap(db: DataSource): Promise<void> {
  await db.query('create schema faults');
  await db.query('create sequence faults.reached');
  await db.query(`create function faults.slow() returns trigger language plpgsql as $$ begin
      if current_setting('application_name') = 'slow' and new.action like 'deadline-%' then
        if nextval('faults.reached') = 1 then perform pg_sleep(1); end if;
      end if;
      return new;
    end $$`);
  await db.query('create trigger slow before insert on audit.entry for each row execute function faults.slow()');
  await db.query("select setval('faults.reached', 1)");
}

const reached = async (db: DataSource): Promise<boolean> =>
  ((await db.query('select is_called as reached from faults.reached')) as { reached: boolean }[])[0]?.reached ?? false;

/** Steps that are due and locked by somebody, and those that are due and free. */
async function due(db: DataSource): Promise<{ held: number; free: number }> {
  return db.transaction(async (manager) => {
    const where = `(state = 'armed' and next_at < $1) or (state = 'fired' and not told)`;
    const now = [realNow()];
    const [all] = (await manager.query(`select count(*)::int as count from alarms.step where ${where}`, now)) as {
      count: number;
    }[];
    const locking = `select 1 from alarms.step where ${where} for update skip locked`;
    const free = (await manager.query(locking, now)) as unknown[];
    return { held: (all?.count ?? 0) - free.length, free: free.length };
  });
}

it('DLN-2 R5 a worker that stands still in a handler delays what it has in hand, doubles nothing, and tells of it', async () => {
  const database = await emptyDatabase('faults');
  const db = await lookInto(database.url);
  const api = await startSuite(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  const start = (name: string) => SuiteProcess.start({ DATABASE_URL: named(database.url, name), SUITE_ROLE: 'worker' });
  const [slow, other] = await Promise.all([start('slow'), start('other')]);
  let [armed, held] = [0, 0];
  try {
    await trap(db);
    for (let block = 0; block < BLOCKS; block++) {
      await db.query('alter sequence faults.reached restart');
      await armSpread(api, { count: CLOCKS, from: 0.2, until: SECONDS });
      armed += CLOCKS;
      // Else the other one might have been at everything first.
      other.freeze();
      await until('the slow one in a handler', () => reached(db), 60);
      slow.freeze();
      const standing = await due(db);
      expect(standing.held).toBeGreaterThan(0);
      held += standing.held;
      other.thaw();
      await pause((SECONDS + 1.5) * 1_000);
      // Nobody tells beside the slow one until PostgreSQL gives it up; the next look may be a sweep.
      await until('the other one through with what is free', async () => (await due(db)).free === 0, 60);
      // The one time its work is lost and the other does it; the other time it goes on where it stood.
      if (block % 2 === 1) {
        await db.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'slow'");
      }
      slow.thaw();
      await until('every step', async () => (await outcome(db)).lost === 0 && (await missing(db)) === 0, 60);
    }
    const seen = await outcome(db);
    expect(seen).toMatchObject({ due: 4 * armed, done: 4 * armed, duplicates: 0, early: 0, lost: 0 });
    expect(await missing(db)).toBe(0);
    const lag = async () => {
      const [row] = (await db.query(
        `select coalesce((parts -> 'process' -> 'loop' -> 'alarm' ->> 'milliseconds')::int, 0) as lag
         from engine.process where pid = $1`,
        [slow.pid],
      )) as { lag: number }[];
      return row?.lag ?? 0;
    };
    await until('the lag told', async () => (await lag()) > SECONDS * 1_000, 30);
    tell({ blocks: BLOCKS, 'each, s': SECONDS, ...seen, 'held meanwhile': held, 'lag told, ms': await lag() });
    // The control: of the other one, which never stood still so long, no such lag is told.
    const [calm] = (await db.query(
      `select (parts -> 'process' -> 'loop' -> 'alarm' ->> 'milliseconds')::int as lag from engine.process where pid = $1`,
      [other.pid],
    )) as { lag: number | null }[];
    expect(calm?.lag ?? 0).toBeLessThan(SECONDS * 1_000);
  } finally {
    await slow.kill();
    await other.kill();
    await api.close();
    await db.destroy();
    await database.close();
  }
});
