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
  /** Package it is in, then what it needs besides; of those only what is not installed is fetched. */
  readonly packages: readonly [string, ...string[]];
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

const isInstalled = (name: string): boolean =>
  spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' }).stdout === 'installed';

/** Into `folder`, made beside it and moved there when whole. */
async function fetch(folder: string, [first, ...needed]: Wanted['packages']): Promise<void> {
  const staged = mkdtempSync(`${folder}-`);
  const names = [first, ...needed.filter((name) => !isInstalled(name))];
  const download = () => run('apt-get', [...PATIENCE, 'download', ...names], { cwd: staged, env: ENV });
  try {
    // Without the package lists, or with old ones, another try is worth it; only root can renew them.
    await download().catch(async (error: unknown) => {
      if (process.getuid?.() !== 0) throw error;
      await run('apt-get', [...PATIENCE, 'update'], { env: ENV });
      await download();
    });
    for (const name of readdirSync(staged).filter((file) => file.endsWith('.deb'))) {
      await run('dpkg', ['-x', name, '.'], { cwd: staged, env: ENV });
      rmSync(join(staged, name));
    }
    if (!existsSync(folder)) renameSync(staged, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** The machine's own, else Debian's; undefined, with the reason, where there is none to be had. */
export async function debianProgram({ path, packages, probe }: Wanted): Promise<Program | { reason: string }> {
  const own = onPath(path.split('/').at(-1) ?? path);
  if (own && works(own, probe)) return own;
  const home = join(tmpdir(), `bihuan-debian-${process.getuid?.() ?? 0}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const folder = join(home, packages[0]);
  const there = (): Program | undefined => {
    const program = unpacked(folder, path);
    return existsSync(folder) && works(program, probe) ? program : undefined;
  };
  if (there()) return there() as Program;
  rmSync(folder, { recursive: true, force: true });
  try {
    await fetch(folder, packages);
  } catch (error) {
    return { reason: String((error as Error).message.split('\n').filter(Boolean).at(-1)) };
  }
  return there() ?? { reason: `${packages[0]} does not run here` };
}
