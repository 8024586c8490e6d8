/** `npm run bench`: the measurements, on a durable PostgreSQL of their own unless DATABASE_URL names one. */
import { ensureBrowser } from '../browser.mjs';
import { build } from '../compile.mjs';
import { ensurePackages } from '../packages.mjs';
import { DATA, inRoot, ROOT } from '../paths.mjs';
import { startThrowaway } from '../postgres.mjs';
import { run, supervise } from '../processes.mjs';
import { requireDataFolder } from '../settings.mjs';
import { step } from '../steps.mjs';

await supervise(async () => {
  requireDataFolder();
  await ensurePackages();
  await build();
  await ensureBrowser();
  // Kept on the checkout's own disk: /tmp may be memory, where fsync costs nothing.
  const own = () =>
    startThrowaway({ durable: true, parent: DATA, settings: { max_wal_size: '4GB', track_commit_timestamp: 'on' } });
  const url =
    process.env.DATABASE_URL || (await step('启动内嵌 PostgreSQL(fsync 开)', 'starting a durable PostgreSQL', own)).url;
  const wanted = process.argv.slice(2);
  const { ok } = await run(process.execPath, [inRoot('tools/bench/dist/index.js'), ...wanted], {
    cwd: ROOT,
    env: { DATABASE_URL: url },
    show: true,
  });
  return ok ? 0 : 1;
});
