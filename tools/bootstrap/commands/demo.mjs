/** `npm run demo`: a day played through the public API of a server of its own, on the manual clock. */
import { ensureBrowser } from '../browser.mjs';
import { build } from '../compile.mjs';
import { ensurePackages } from '../packages.mjs';
import { inRoot, ROOT } from '../paths.mjs';
import { freePort, startThrowaway } from '../postgres.mjs';
import { run, supervise } from '../processes.mjs';
import { startServer } from '../server.mjs';
import { requireDataFolder } from '../settings.mjs';
import { step } from '../steps.mjs';

await supervise(async () => {
  requireDataFolder();
  await ensurePackages();
  await build();
  await ensureBrowser();
  const { url: database } = await step('启动临时数据库', 'starting a temporary database', () => startThrowaway());
  const server = await startServer({
    DATABASE_URL: database,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    SUITE_CLOCK: 'manual',
    SUITE_CLOCK_START: process.env.SUITE_CLOCK_START || '2026-09-17T08:00:00+08:00',
  });
  const { ok } = await run(process.execPath, [inRoot('tools/demo/dist/index.js'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD || ROOT, // `--file calls.csv` means a file where the user stands
    env: { SUITE_URL: server.url },
    show: true,
  });
  return ok ? 0 : 1;
});
