/** The embedded PostgreSQL: real server, own port on 127.0.0.1, stopped with the launcher, started again if it dies. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { prepareCluster } from './cluster.mjs';
import { birth } from './leftovers.mjs';
import { byLine, launch, onStop } from './processes.mjs';
import { complain, Refusal, say } from './steps.mjs';
import { removeCluster } from './unreachable.mjs';

const READY_MS = 120_000;
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
/** No values of rows in the server's log: neither details nor statements (personal data stays out of logs). */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  lc_messages: 'C',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** A port nobody listens on at this moment. */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** One launcher a cluster: the second one is told about the first. */
function lock(dataDir) {
  const file = `${dataDir}.lock`;
  if (existsSync(file)) {
    const [pid, born] = readFileSync(file, 'utf8').split(' ');
    if (Number(pid) !== process.pid && birth(Number(pid)) === born) {
      throw new Refusal(
        `本目录的数据库正由另一个进程(${pid})使用。请先停止它,或设置 DATABASE_URL。`,
        `The database of this folder is in use by another launcher (process ${pid}). Stop that first, or set DATABASE_URL.`,
      );
    }
  }
  writeFileSync(file, `${process.pid} ${birth(process.pid)}`);
  return () => rmSync(file, { force: true });
}

/** Starts the server once and waits until it takes connections; gives the log's last lines when it does not. */
async function startOnce({ postgres, dataDir, user }, port, settings) {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = launch(postgres, ['-D', dataDir, '-p', String(port), ...flags], {
    ...user,
    cwd: user ? '/' : undefined,
    stopSignal: 'SIGINT', // PostgreSQL's fast shutdown
    graceMs: 20_000,
  });
  const lines = [];
  const ready = new Promise((done) => {
    const use = (line) => {
      lines.push(line);
      if (lines.length > 40) lines.shift();
      if (line.includes('database system is ready to accept connections')) done(true);
    };
    byLine(server.child.stdout, use);
    byLine(server.child.stderr, use);
    server.exited.then(({ error }) => {
      if (error) lines.push(error.message);
      done(false);
    });
    setTimeout(() => done(false), READY_MS).unref();
  });
  if (await ready) return server;
  await server.stop();
  throw new Refusal('内嵌 PostgreSQL 无法启动。', 'The embedded PostgreSQL does not start.', lines.join('\n'));
}

/** A crashed server's memory may be held for a moment by its last children; a free port may just have been taken. */
async function startPatiently(cluster, choosePort, settings) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort();
    try {
      return { port, server: await startOnce(cluster, port, settings) };
    } catch (error) {
      const passing = /pre-existing shared memory|could not (bind|create any TCP)/.test(error.detail ?? '');
      if (!passing || attempt === 10) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

async function createDatabase(url, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the cluster in `dataDir` (made when missing) and a database in it. Gives `{ url, port, dataDir, stop(), database(name) }`; it
 * also stops with the launcher.
 * @param database its name, `bihuan` where nothing is said
 * @param durable false for tests only: no fsync
 * @param settings further server settings, by name
 */
export async function startPostgres({ dataDir, database = 'bihuan', durable = true, port: wanted, settings = {} }) {
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
  } catch (error) {
    throw new Refusal(`无法写入 ${dirname(dataDir)}。`, `${dirname(dataDir)} cannot be written.`, error.message);
  }
  const unlock = lock(dataDir);
  const forgetLock = onStop(unlock);
  const cluster = await prepareCluster({ dataDir, durable });
  const all = { ...(durable ? {} : NOT_DURABLE), ...settings };
  const first = await startPatiently(cluster, async () => wanted ?? (await freePort()), all);
  const { port } = first;
  let { server } = first;
  let over = false;
  const restart = async ({ code, signal }) => {
    if (over) return;
    say(`! 内嵌 PostgreSQL 意外退出(${code ?? signal}),正在重新启动 · it ended by itself and is started again`);
    ({ server } = await startPatiently(cluster, async () => port, all));
    say('✓ 内嵌 PostgreSQL 已恢复 · the embedded PostgreSQL is back');
    watch();
  };
  const watch = () => server.exited.then(restart).catch(complain);
  watch();
  const stop = async () => {
    if (over) return;
    over = true;
    forget();
    await server.stop();
    forgetLock();
    unlock();
  };
  const forget = onStop(stop);
  const url = (name) => `postgresql://bihuan:${cluster.password}@127.0.0.1:${port}/${name}`;
  /** Makes a further database where there is none of the name, and gives its address. */
  const further = async (name) => {
    await createDatabase(url, name);
    return url(name);
  };
  return { url: await further(database), port, dataDir: cluster.dataDir, stop, database: further };
}

/** A cluster of its own that goes away with the launcher. `durable` for measuring, else without fsync. */
export async function startThrowaway({ durable = false, parent = tmpdir(), settings } = {}) {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bihuan-'));
  chmodSync(folder, 0o755); // the database user must get through it; the cluster inside is closed to others
  const dataDir = join(folder, `throwaway-${process.pid}`);
  const places = [folder];
  onStop(() => places.forEach(removeCluster));
  const started = await startPostgres({ dataDir, durable, settings });
  places.push(started.dataDir);
  return started;
}
