/** `npm start`: everything from a fresh clone to a running suite, in one command that asks nothing. */
import { ensureBrowser } from '../browser.mjs';
import { companyDatabase } from '../company.mjs';
import { build } from '../compile.mjs';
import { ensurePackages } from '../packages.mjs';
import { inRoot } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';
import { isStopping, supervise } from '../processes.mjs';
import { startServer } from '../server.mjs';
import { readSettings, requireDataFolder, requireFreeAddress } from '../settings.mjs';
import { elapsed, say, step } from '../steps.mjs';

async function database({ databaseUrl, pack }) {
  if (databaseUrl) return databaseUrl;
  const database = companyDatabase(pack);
  const start = async () => {
    const { url, dataDir } = await startPostgres({ dataDir: inRoot('.data/postgres'), database });
    return { url, note: dataDir };
  };
  return (await step('启动内嵌 PostgreSQL', 'starting the embedded PostgreSQL', start)).url;
}

async function start() {
  const settings = readSettings();
  await requireFreeAddress(settings);
  requireDataFolder();
  await ensurePackages();
  await build();
  await ensureBrowser();
  const { url, exited } = await startServer({
    DATABASE_URL: await database(settings),
    HOST: settings.host,
    PORT: String(settings.port),
  });
  say(`\n闭环已就绪 · Bihuan is ready: ${url}  (${elapsed()},按 Ctrl-C 停止 · Ctrl-C stops it)\n`);
  const { code, signal } = await exited;
  if (isStopping()) return 0;
  say(`! 服务已退出 · the server ended (${code ?? signal})`);
  return code ?? 1;
}

await supervise(start, { onSignal: 0 });
