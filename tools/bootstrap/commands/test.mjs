/** `npm test`: every check of the repository, on what a fresh clone has; counts are summed in the last line. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser.mjs';
import { buildConsole, buildServer } from '../compile.mjs';
import { mine } from '../leftovers.mjs';
import { ensurePackages } from '../packages.mjs';
import { DATA, inRoot, ROOT, tool } from '../paths.mjs';
import { startThrowaway } from '../postgres.mjs';
import { run, supervise } from '../processes.mjs';
import { redisForTests } from '../redis.mjs';
import { requireDataFolder } from '../settings.mjs';
import { complain, elapsed, Refusal, say, step, Stopped } from '../steps.mjs';

/** The kinds of tests, cheapest first (jest.config.cjs). */
const KINDS = ['unit', 'db', 'form', 'page', 'e2e', 'faults'];
const RESULTS = join(DATA, 'test');
const failures = [];
const total = { passed: 0, failed: 0, skipped: 0 };

/** What fails is told at once and counted as one; the rest still runs. */
const failed = (name) => (error) => {
  if (error instanceof Stopped) throw error;
  complain(error);
  total.failed += 1;
  failures.push(name);
};

/** Counts a step that has no tests of its own as one. */
async function check(name, work) {
  try {
    await work();
    total.passed += 1;
  } catch (error) {
    failed(name)(error);
  }
}

const program = (zh, en, args, env = {}) =>
  check(en, () =>
    step(zh, en, async () => {
      const { ok, output } = await run(process.execPath, args, { cwd: ROOT, env: { NX_DAEMON: 'false', ...env } });
      if (!ok) throw new Refusal(`${zh}:未通过。`, `${en}: failed.`, output);
    }),
  );

async function jest(kind, servers) {
  const file = join(RESULTS, `${kind}.json`);
  rmSync(file, { force: true });
  const { note, bad } = await step(`测试 ${kind}`, `${kind} tests`, async () => {
    const { ok } = await run(
      process.execPath,
      [tool('jest/bin/jest.js'), '--selectProjects', kind, '-w', '2', '--json', `--outputFile=${file}`],
      { cwd: ROOT, env: { NODE_ENV: 'test', NX_DAEMON: 'false', ...servers }, show: 'stderr' },
    );
    if (!existsSync(file)) {
      total.failed += 1;
      return { note: 'no result', bad: true };
    }
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    total.passed += result.numPassedTests;
    total.failed += failed || (ok ? 0 : 1); // a run can fail with no test that did: none found, a worker lost
    total.skipped += result.numPendingTests + result.numTodoTests;
    return { note: `${result.numPassedTests} passed, ${failed} failed`, bad: !ok || failed > 0 };
  });
  if (bad) failures.push(`${kind} tests (${note})`);
}

async function test() {
  requireDataFolder();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  await ensurePackages();
  await ensureBrowser();
  const tsc = tool('typescript7/bin/tsc');
  await program('项目文件一致', 'project files in sync', [inRoot('tools/projects/sync.mjs'), '--check']);
  await program('格式', 'formatting', [tool('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']);
  await program('代码规范', 'lint', [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0']);
  await check('server build', () => buildServer({ force: true }));
  await program('测试代码类型', 'types of the specs', [tsc, '-p', 'tsconfig.spec.json']);
  await program('控制台类型', 'types of the console', [tsc, '-p', 'tsconfig.console.json']);
  const rules = inRoot('tools/rules/rules.mjs');
  if (existsSync(rules)) await program('规则覆盖', 'rules without a test', [rules, '--check']);
  await check('console build', () => buildConsole({ force: true }));
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const own = given
    ? undefined
    : await step('启动测试数据库', 'starting the test database', () =>
        startThrowaway({ settings: { max_connections: '400' } }),
      );
  const redis = await redisForTests().catch(failed('a Redis for the tests'));
  const servers = { TEST_DATABASE_URL: given ?? own.url, ...(redis && { TEST_REDIS_URL: redis.url }) };
  for (const kind of KINDS) await jest(kind, servers);
  const generator = inRoot('tools/generators/check.mjs');
  await program('新模块生成器', 'a plugin made by the generator', [generator], servers);
  await redis?.stop();
  await own?.stop();
  await check('processes left behind', async () => {
    const left = mine();
    if (left.length) throw new Refusal(`测试留下了进程:${left}`, `The tests left processes behind: ${left}`);
  });
  if (failures.length) say(`\n✗ 未通过 · failed: ${failures.join(', ')}`);
  if (!redis) say('! 队列未在 Redis 上测试,原因见上 · the queues were not tested on Redis, the reason stands above');
  if (total.skipped) say(`! 跳过 · skipped: ${total.skipped}`);
  say(`\n${elapsed()}\n${total.passed} passed, ${total.failed} failed`);
  return failures.length ? 1 : 0;
}

await supervise(test);
