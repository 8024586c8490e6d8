/**
 * `npm run test:faults`: the fault tests in full, one after another, and what they saw as a table. It may take hours;
 * `npm run test:faults -- chaos storm` plays only the specs with these words in their names.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser.mjs';
import { buildServer } from '../compile.mjs';
import { ensurePackages } from '../packages.mjs';
import { inRoot, ROOT, tool } from '../paths.mjs';
import { startThrowaway } from '../postgres.mjs';
import { run, supervise } from '../processes.mjs';
import { redisForTests } from '../redis.mjs';
import { requireDataFolder } from '../settings.mjs';
import { elapsed, say, step } from '../steps.mjs';

const REPORT = inRoot('out/faults');

const jest = async (parameters, env) => {
  const { ok } = await run(
    process.execPath,
    [tool('jest/bin/jest.js'), '--runInBand', '--selectProjects', ...parameters],
    {
      cwd: ROOT,
      env: { NODE_ENV: 'test', NX_DAEMON: 'false', ...env },
      show: true,
    },
  );
  return ok;
};

await supervise(async () => {
  requireDataFolder();
  await ensurePackages();
  await ensureBrowser();
  await buildServer();
  rmSync(REPORT, { recursive: true, force: true });
  const own = () => startThrowaway({ settings: { max_connections: '400' } });
  const url = process.env.TEST_DATABASE_URL || (await step('启动测试数据库', 'starting the test database', own)).url;
  const redis = await redisForTests();
  const wanted = process.argv.slice(2);
  // Working time needs no fault, only many cases (B1, B2).
  const pure = ['oracle', 'statutory'].filter((name) => wanted.length === 0 || wanted.includes(name));
  const calendar = pure.length === 0 || (await jest(['unit', '--testPathPatterns', ...pure], { FAULTS: 'full' }));
  const ok = await jest(
    ['faults', ...(wanted.length > 0 ? ['--passWithNoTests', '--testPathPatterns', ...wanted] : [])],
    {
      FAULTS: 'full',
      FAULTS_REPORT: REPORT,
      TEST_DATABASE_URL: url,
      ...(redis && { TEST_REDIS_URL: redis.url }),
    },
  );
  await redis?.stop();
  for (const file of existsSync(REPORT) ? readdirSync(REPORT).sort() : []) {
    const { id, ...seen } = JSON.parse(readFileSync(join(REPORT, file), 'utf8'));
    const told = Object.entries(seen).map(([name, value]) => `${name} ${value}`);
    say(`${id}: ${told.join(', ')}`);
  }
  say(`\n${elapsed()} · out/faults`);
  return ok && calendar ? 0 : 1;
});
