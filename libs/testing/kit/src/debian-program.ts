/** A program out of Debian's packages, unpacked into a folder of ours and not installed, with the libraries the machine lacks. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Words of apt are read, so they must be the untranslated ones. */
const ENV = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];

export interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Wanted {
  /** Where it lies in its package: `usr/sbin/ippeveprinter`. */
  readonly path: string;
  /** Package it is in; what that needs and the machine lacks is fetched with it. */
  readonly package: string;
  /** With these it ends well at once: so it is seen that it runs here. */
  readonly probe: readonly string[];
}

const works = ({ path, env }: Program, probe: readonly string[]): boolean =>
  spawnSync(path, probe, { cwd: '/', env: { ...ENV, ...env }, stdio: 'ignore' }).status === 0;

function onPath(name: string): Program | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  const path = folders.map((folder) => join(folder, name)).find(existsSync);
  return path === undefined ? undefined : { path, env: {} };
}

function unpacked(folder: string, path: string): Program {
  const places = ['usr/lib', 'lib'].flatMap((libraries) => {
    const home = join(folder, libraries);
    return existsSync(home) ? readdirSync(home).map((name) => join(home, name)) : [];
  });
  return { path: join(folder, path), env: { LD_LIBRARY_PATH: places.join(':') } };
}

/** The package and what it needs that is not installed, as apt would install them. */
async function missing(name: string): Promise<string[]> {
  const { stdout } = await run('apt-get', [...PATIENCE, '-s', '--no-install-recommends', 'install', name], {
    env: ENV,
  });
  return [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, found]) => found as string);
}

/** Into `folder`, made beside it and moved there when whole. */
async function fetch(folder: string, name: string): Promise<void> {
  const staged = mkdtempSync(`${folder}-`);
  const download = async () =>
    run('apt-get', [...PATIENCE, 'download', ...new Set([name, ...(await missing(name))])], { cwd: staged, env: ENV });
  try {
    // Without the package lists, or with old ones, another try is worth it; only root can renew them.
    await download().catch(async (error: unknown) => {
      if (process.getuid?.() !== 0) throw error;
      await run('apt-get', [...PATIENCE, 'update'], { env: ENV });
      await download();
    });
    for (const file of readdirSync(staged).filter((one) => one.endsWith('.deb'))) {
      await run('dpkg', ['-x', file, '.'], { cwd: staged, env: ENV });
      rmSync(join(staged, file));
    }
    if (!existsSync(folder)) renameSync(staged, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** The machine's own, else Debian's; undefined, with the reason, where there is none to be had. */
export async function debianProgram({ path, package: name, probe }: Wanted): Promise<Program | { reason: string }> {
  const own = onPath(path.split('/').at(-1) ?? path);
  if (own && works(own, probe)) return own;
  const home = join(tmpdir(), `bihuan-debian-${process.getuid?.() ?? 0}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const folder = join(home, name);
  const there = (): Program | undefined => {
    const program = unpacked(folder, path);
    return existsSync(folder) && works(program, probe) ? program : undefined;
  };
  if (there()) return there() as Program;
  rmSync(folder, { recursive: true, force: true });
  try {
    await fetch(folder, name);
  } catch (error) {
    return { reason: String((error as Error).message.split('\n').filter(Boolean).at(-1)) };
  }
  return there() ?? { reason: `${name} does not run here` };
}
