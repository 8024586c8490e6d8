/**
 * `npm run test:faults`: the fault tests in full, one after another, and what they saw as a table. It may take hours;
 * `npm run test:faults -- chaos storm` plays only the specs with these words in their names and keeps what is known of the
 * others in the table.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser.mjs';
import { build } from '../compile.mjs';
import { machine, rowsOf, tables } from '../faults-table.mjs';
import { ensurePackages } from '../packages.mjs';
import { inRoot, ROOT, tool } from '../paths.mjs';
import { startThrowaway } from '../postgres.mjs';
import { run, supervise } from '../processes.mjs';
import { redisForTests } from '../redis.mjs';
import { requireDataFolder } from '../settings.mjs';
import { elapsed, say, step } from '../steps.mjs';

const OUT = inRoot('out/faults');
/** What tests tell while they run. */
const TOLD = join(OUT, 'told');
/** The last row of each test. */
const ROWS = join(OUT, 'rows.json');

/** End-to-end tests that are played with each job class run three times (R20), by job class. */
const STORIES = inRoot('apps/server-e2e/src/faults/support/played-again.json');
/** What ran three times in them. */
const RAN = join(OUT, 'ran.txt');

const json = (file, otherwise) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise);

/** Plays a kind of tests; what was seen joins the table, also where one fails. */
async function jest(kind, words, env) {
  const result = join(OUT, 'jest.json');
  for (const old of [TOLD, result]) rmSync(old, { recursive: true, force: true });
  mkdirSync(TOLD, { recursive: true });
  const parameters = words.length > 0 ? ['--passWithNoTests', '--testPathPatterns', ...words] : [];
  const { ok } = await run(
    process.execPath,
    [
      ...[tool('jest/bin/jest.js'), '--runInBand', '--selectProjects', kind, '--verbose'],
      ...['--json', `--outputFile=${result}`, ...parameters],
    ],
    {
      cwd: ROOT,
      env: { NODE_ENV: 'test', NX_DAEMON: 'false', FAULTS: 'full', FAULTS_REPORT: TOLD, ...env },
      show: 'stderr',
    },
  );
  const told = new Map(
    readdirSync(TOLD).map((file) => {
      const { test, seen } = json(join(TOLD, file));
      return [test, seen];
    }),
  );
  const { testResults } = json(result, { testResults: [] });
  const rows = rowsOf(
    testResults.flatMap(({ assertionResults }) => assertionResults),
    told,
    new Date().toISOString(),
  );
  const known = new Map(json(ROWS, []).map((row) => [row.name, row]));
  for (const row of rows) known.set(row.name, row);
  writeFileSync(ROWS, `${JSON.stringify([...known.values()], null, 2)}\n`);
  return ok;
}

await supervise(async () => {
  requireDataFolder();
  await ensurePackages();
  await ensureBrowser();
  await build();
  const words = process.argv.slice(2);
  if (words.length === 0) rmSync(OUT, { recursive: true, force: true });
  const own = () => startThrowaway({ settings: { max_connections: '400' } });
  const url = process.env.TEST_DATABASE_URL || (await step('启动测试数据库', 'starting the test database', own)).url;
  const redis = await redisForTests();
  const servers = { TEST_DATABASE_URL: url, ...(redis && { TEST_REDIS_URL: redis.url }) };
  // Working time needs no fault, only many cases (B1, B2).
  const pure = ['oracle', 'statutory'].filter((name) => words.length === 0 || words.includes(name));
  const calendar = pure.length === 0 || (await jest('unit', pure, servers));
  const stories = words.length === 0 || words.includes('job-classes');
  mkdirSync(OUT, { recursive: true });
  if (stories) writeFileSync(RAN, '');
  const again = [...new Set(Object.values(json(STORIES, {})))].map((name) => `/${name}\\.e2e`);
  const thrice = !stories || (await jest('e2e', again, { ...servers, FAULTS_THRICE: RAN }));
  const ok = await jest('faults', words, { ...servers, FAULTS_RAN: RAN });
  await redis?.stop();
  const rows = json(ROWS, []);
  const table = [`${new Date().toISOString().slice(0, 10)}, ${machine()}`, '', tables(rows), ''].join('\n');
  writeFileSync(join(OUT, 'table.md'), table);
  say(`\n${table}\n${elapsed()} · out/faults/table.md`);
  return ok && calendar && thrice ? 0 : 1;
});
