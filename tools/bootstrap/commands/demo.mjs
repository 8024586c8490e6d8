/** `npm run demo`: a day played through the public API of a server of its own, on the manual clock. */
import { ensureBrowser } from '../browser.mjs';
import { build } from '../compile.mjs';
import { ensurePackages } from '../packages.mjs';
import { inRoot, ROOT } from '../paths.mjs';
import { freePort, startThrowaway } from '../postgres.mjs';
import { run, supervise } from '../processes.mjs';
import { startServer } from '../server.mjs';
import { requireDataFolder } from '../settings.mjs';
import { say, step } from '../steps.mjs';

const playing = [inRoot('tools/demo/dist/index.js'), ...process.argv.slice(2)];
const cwd = process.env.INIT_CWD || ROOT; // `--file calls.csv` means a file where the user stands

await supervise(async () => {
  requireDataFolder();
  await ensurePackages();
  await build();
  // The day of the calls, before anything is started for them: a file that cannot be read ends it here.
  const { ok: readable, output: start } = await run(process.execPath, [...playing, '--when'], { cwd, show: 'errors' });
  if (!readable) return 1;
  if (!/^\d{4}-/.test(start)) {
    say(start); // the help that was asked for
    return 0;
  }
  await ensureBrowser();
  const { url: database } = await step('启动临时数据库', 'starting a temporary database', () => startThrowaway());
  const server = await startServer({
    DATABASE_URL: database,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    SUITE_CLOCK: 'manual',
    SUITE_CLOCK_START: start,
  });
  const { ok } = await run(process.execPath, playing, { cwd, env: { SUITE_URL: server.url }, show: true });
  return ok ? 0 : 1;
});
