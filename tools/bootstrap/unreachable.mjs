/**
 * A folder that only root can enter. PostgreSQL refuses to run as root, so it runs as a user without rights; where that
 * user cannot reach this checkout, the server binaries and the cluster live in /var/lib/bihuan/<hash of the path>, owned
 * by him, and `.data/WHERE.txt` says so.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { Refusal, say } from './steps.mjs';

const SHARED = '/var/lib/bihuan';

/** Whether the user can run a program and enter a folder; the kernel is asked, as that user. */
function canReach({ uid, gid }, program, folder) {
  const asUser = (command, args) => spawnSync(command, args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
  return asUser('/bin/sh', ['-c', 'cd "$0"', folder]) && asUser(program, ['--version']);
}

/** Gives a folder and all in it to a user. */
export function giveTo({ uid, gid }, folder) {
  const { status, stderr } = spawnSync('chown', ['-R', `${uid}:${gid}`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Refusal(`无法更改 ${folder} 的属主。`, `Cannot change the owner of ${folder}.`, stderr);
}

function copyServer(user, native, home) {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
  const target = join(home, `server-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  giveTo(user, partial);
  renameSync(partial, target);
  return target;
}

const isCluster = (folder) => existsSync(join(folder, 'PG_VERSION'));

function move(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    rmSync(from, { recursive: true });
  }
}

/**
 * Where server and cluster are to be: `{ native, dataDir }` as given when the user reaches both, else the place under
 * /var/lib/bihuan. A cluster once moved there stays there while `.data/WHERE.txt` says so.
 */
export function reachable(user, native, dataDir) {
  const note = join(dirname(dataDir), 'WHERE.txt');
  const home = join(SHARED, createHash('sha256').update(ROOT).digest('hex').slice(0, 16));
  const cluster = join(home, basename(dataDir));
  const moved = existsSync(note) && isCluster(cluster) && !isCluster(dataDir);
  if (!moved && canReach(user, join(native, 'bin/postgres'), dirname(dataDir))) return { native, dataDir };
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    chownSync(home, user.uid, user.gid);
    const server = copyServer(user, native, home);
    if (isCluster(cluster) && !moved) {
      // The folder this cluster belonged to was deleted and made anew: a fresh one starts empty, the old one is kept once.
      rmSync(`${cluster}.old`, { recursive: true, force: true });
      renameSync(cluster, `${cluster}.old`);
    }
    if (isCluster(dataDir)) move(dataDir, cluster);
    writeFileSync(
      note,
      `${cluster}\n数据库在上面的目录里,因为数据库用户进不了这个文件夹。\nThe database is in that folder, because its user cannot enter this one.\n`,
    );
    say(`  数据库用户进不了本目录,数据保存在 · its user cannot enter this folder, the data is kept in ${cluster}`);
    return { native: server, dataDir: cluster };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `数据库用户进不了 ${ROOT},而 ${home} 又无法写入。请把项目放到该用户可进入的目录,或设置 DATABASE_URL。`,
      `The database user cannot enter ${ROOT}, and ${home} cannot be written. Put the project where that user can enter, or set DATABASE_URL.`,
      error.message,
    );
  }
}

/** Removes a throwaway cluster, and its place under /var/lib/bihuan when nothing but the copied server is left there. */
export function removeCluster(dataDir) {
  rmSync(dataDir, { recursive: true, force: true });
  const home = dirname(dataDir);
  if (dirname(home) !== SHARED || !existsSync(home)) return;
  if (readdirSync(home).every((name) => name.startsWith('server-'))) rmSync(home, { recursive: true, force: true });
}
