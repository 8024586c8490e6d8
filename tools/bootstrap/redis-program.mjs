/**
 * A redis-server to run: the machine's own, else Debian's packages unpacked into a folder of ours. Nothing is installed,
 * and of its libraries only those the machine lacks are fetched.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from './paths.mjs';
import { onStop, run } from './processes.mjs';
import { Refusal } from './steps.mjs';
import { unprivilegedUser } from './users.mjs';

/** Words of apt are read, so they must be the untranslated ones. */
const ENV = { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20'];

/** Whether the user it is to run as can run it on this machine. */
const works = ({ program, env }) =>
  spawnSync(program, ['--version'], {
    ...unprivilegedUser(),
    cwd: '/',
    env: { ...process.env, ...env },
    stdio: 'ignore',
  }).status === 0;

function unpacked(folder) {
  const libraries = join(folder, 'usr/lib');
  const places = existsSync(libraries) ? readdirSync(libraries).map((name) => join(libraries, name)) : [];
  return { program: join(folder, 'usr/bin/redis-server'), env: { LD_LIBRARY_PATH: places.join(':') } };
}

const isInstalled = (name) =>
  spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' }).stdout === 'installed';

/** The packages into `folder`; redis-server is a link into redis-tools, which names the libraries. */
async function download(folder) {
  const { ok, output } = await run('apt-cache', ['depends', 'redis-tools'], { cwd: folder, env: ENV });
  if (!ok) return { ok, output };
  const libraries = [...output.matchAll(/^ {2}Depends: ((?:lib|lua)\S+)$/gm)].map((match) => match[1]);
  const wanted = ['redis-server', 'redis-tools', ...libraries.filter((name) => !isInstalled(name))];
  return run('apt-get', [...PATIENCE, 'download', ...wanted], { cwd: folder, env: ENV });
}

async function fetchFromDebian(cache) {
  mkdirSync(dirname(cache), { recursive: true });
  const folder = mkdtempSync(`${cache}-`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = onStop(remove);
  try {
    chmodSync(folder, 0o755);
    let result = await download(folder);
    // Without the package lists, or with old ones, another try is worth it; only root can renew them.
    if (!result.ok && process.getuid?.() === 0 && (await run('apt-get', [...PATIENCE, 'update'], { env: ENV })).ok) {
      result = await download(folder);
    }
    const packages = readdirSync(folder).filter((name) => name.endsWith('.deb'));
    for (const name of packages) {
      if (result.ok) result = await run('dpkg', ['-x', name, '.'], { cwd: folder, env: ENV });
      rmSync(join(folder, name));
    }
    if (!result.ok) throw new Error(result.output.split('\n').filter(Boolean).at(-1));
    // Made beside its place and moved there when whole; whoever was quicker made the same.
    if (!existsSync(cache)) renameSync(folder, cache);
  } finally {
    forget();
    remove();
  }
}

/** `{ program, env }` of a redis-server that runs here; what was unpacked is kept in `cache` for the next time. */
export async function redisProgram(cache) {
  const own = { program: onPath('redis-server'), env: {} };
  if (own.program && works(own)) return own;
  let reason = 'redis-server is not on the path, and there is no apt-get';
  if (existsSync(cache) && !works(unpacked(cache))) rmSync(cache, { recursive: true, force: true });
  if (!existsSync(cache) && onPath('apt-get') && onPath('dpkg')) {
    reason = 'what apt-get brought does not run';
    await fetchFromDebian(cache).catch((error) => (reason = error.message));
  }
  if (existsSync(cache) && works(unpacked(cache))) return unpacked(cache);
  throw new Refusal(
    `没有可用的 redis-server(${reason})。请安装 Redis,或用 TEST_REDIS_URL 指定一个可清空的 Redis。`,
    `No redis-server is to be had (${reason}). Install Redis, or name one that may be emptied with TEST_REDIS_URL.`,
  );
}
