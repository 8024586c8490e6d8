/** `npm run demo`: a month of each company, played through the public API of a server of its own on the manual clock. */
import { ensureBrowser } from '../browser.mjs';
import { build } from '../compile.mjs';
import { ensurePackages } from '../packages.mjs';
import { inRoot, ROOT } from '../paths.mjs';
import { freePort, startThrowaway } from '../postgres.mjs';
import { run, supervise } from '../processes.mjs';
import { startServer } from '../server.mjs';
import { requireDataFolder } from '../settings.mjs';
import { say, step } from '../steps.mjs';

const wanted = process.argv.slice(2);
const cwd = process.env.INIT_CWD || ROOT; // `--file calls.csv` means a file where the user stands
const demo = (args, options) =>
  run(process.execPath, [inRoot('tools/demo/dist/index.js'), ...args], { cwd, ...options });

/** One company: a fresh database, a server for its pack, its stories, and the server goes. */
async function play({ pack, start, play: args }, database) {
  const server = await startServer({
    DATABASE_URL: database,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    SUITE_CLOCK: 'manual',
    SUITE_CLOCK_START: start,
    SUITE_PACK: pack,
  });
  const { ok } = await demo(args, { env: { SUITE_URL: server.url }, show: true });
  await server.stop();
  return ok;
}

await supervise(async () => {
  requireDataFolder();
  await ensurePackages();
  await build();
  // What is to be played, before anything is started for it: a file that cannot be read ends it here.
  const { ok: readable, output: plan } = await demo([...wanted, '--plan'], { show: 'errors' });
  if (!readable) return 1;
  if (!plan.startsWith('[')) {
    say(plan); // the help that was asked for
    return 0;
  }
  await ensureBrowser();
  const own = await step('启动临时数据库', 'starting a temporary database', () => startThrowaway());
  const parts = JSON.parse(plan);
  for (const part of parts) {
    if (!(await play(part, await own.database(`demo_${part.pack.replaceAll('-', '_')}`)))) return 1;
  }
  if (wanted.includes('--file')) return 0;
  return (await demo([...wanted, '--sum'], { show: true })).ok ? 0 : 1;
});
