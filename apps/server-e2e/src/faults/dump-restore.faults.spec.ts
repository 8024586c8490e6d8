/**
 * The database dumped, restored into a new one with empty queues: all rows equal, all timers armed, and what fell due
 * meanwhile happens once (DLN-2; R17). On Debian's PostgreSQL 15; where it is not, the test says so, and fails in CI.
 */
import type { DataSource } from 'typeorm';
import { readSettings, startSuite } from '@bihuan/server';
import { until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { makeForm } from '../support/hotline';
import { logIn } from '../support/suite';
import { amount } from './support/amount';
import { armSpread, missing, outcome } from './support/clocks';
import { hasPostgres15, startPostgres15 } from './support/postgres-15';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_200_000);

const CASES = amount(100_000);
const CLOCKS = amount(2_000);

/** Every table with its number of rows, and what the timeline and the clocks hold. */
async function contents(db: DataSource): Promise<Record<string, string>> {
  const tables = (await db.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'bullmq') order by 1`,
  )) as { name: string }[];
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = (await db.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t.hash, '' order by t.hash)), '') as said
       from (select md5(r::text) as hash from ${name} r) t`,
    )) as { said: string }[];
    found[name] = row?.said ?? '';
  }
  return found;
}

/** The form copied many times, as a year of work leaves it. */
async function copies(db: DataSource, id: string, count: number): Promise<void> {
  const [{ columns } = { columns: '' }] = (await db.query(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'hotline' and table_name = 'problem_form' and column_name not in ('id', 'number')
       and is_generated = 'NEVER'`,
  )) as { columns: string }[];
  await db.query(
    `insert into hotline.problem_form (id, number, ${columns})
     select gen_random_uuid(), 'R' || n, ${columns} from hotline.problem_form, generate_series(1, $2::int) n where id = $1`,
    [id, count],
  );
}

const MISSING = 'R17 needs the programs of Debian’s package postgresql-15';

it('DLN-2 R17 dumped and restored into an empty house nothing differs, and what fell due meanwhile happens once', async () => {
  if (!hasPostgres15) {
    if (process.env['CI'] === 'true') throw new Error(`${MISSING}.`);
    process.stderr.write(`! ${MISSING}: not played here.\n`);
    return;
  }
  const postgres = await startPostgres15();
  try {
    const before = await startSuite(
      readSettings({ DATABASE_URL: postgres.url('postgres'), PORT: '0', SUITE_ROLE: 'api' }),
    );
    const db = await lookInto(postgres.url('postgres'));
    const form = await makeForm(await logIn(before.url, 'agent'));
    await copies(db, String(form['id']), CASES);
    // A part falls due before anything runs again, the others much later.
    await armSpread(before, { count: CLOCKS, from: 1, until: 2 });
    await before.close();
    const kept = await contents(db);
    await db.destroy();
    const began = performance.now();
    const file = await postgres.dump('postgres');
    const dumped = performance.now();
    await postgres.restore(file, 'again');
    const restored = performance.now();
    const again = await lookInto(postgres.url('again'));
    try {
      expect(await contents(again)).toEqual(kept);
      // Nothing runs: all of them fall due and nothing happens.
      await until('all due', async () => (await outcome(again)).due === 4 * CLOCKS, 30);
      expect(await outcome(again)).toMatchObject({ clocks: CLOCKS, lost: 4 * CLOCKS });
      const worker = await SuiteProcess.start({ DATABASE_URL: postgres.url('again'), SUITE_ROLE: 'worker' });
      try {
        await until('every step', async () => (await outcome(again)).lost === 0, 120);
      } finally {
        await worker.kill();
      }
      const seen = await outcome(again);
      const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;
      tell({
        cases: CASES,
        ...seen,
        'dump, s': seconds(began, dumped),
        'restore, s': seconds(dumped, restored),
      });
      expect(seen).toMatchObject({ done: 4 * CLOCKS, duplicates: 0, early: 0, lost: 0 });
      expect(await missing(again)).toBe(0);
      // The control: the comparison sees one changed row.
      await again.query("update hotline.problem_form set number = 'changed' where number = 'R1'");
      expect((await contents(again))['hotline.problem_form']).not.toBe(kept['hotline.problem_form']);
    } finally {
      await again.destroy();
    }
  } finally {
    await postgres.close();
  }
});
