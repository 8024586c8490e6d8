/**
 * Finds the Chromium to print with: the one named, else the headless shell shipped as a package, else Debian's shell,
 * else Debian's Chromium (toolchain.md "PDF").
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { renderErrors } from '../render.errors';
import { openForAll, readableByAll, readablePath } from './user-folder';

export interface ChromiumBinary {
  readonly path: string;
  /** Folder of the shared libraries it brings along. */
  readonly libraries?: string;
}

const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'] as const;

/** Unpacking takes about 2 s; a slow disk may need much more. */
const UNPACK_LIMIT = 120_000;

/**
 * Runs in a process of its own: the package reads where to unpack from TMPDIR, and changes the environment of the
 * process that imports it.
 */
const UNPACK = 'import(process.argv[1]).then((chromium) => chromium.default.executablePath())';

/** The browser for this machine. Throws browser-missing. */
export async function findChromium(cache: string, named?: string): Promise<ChromiumBinary> {
  if (named) {
    if (!existsSync(named)) throw renderErrors['browser-missing']();
    // Its folder goes along: a browser brings libraries and data with it.
    const home = readableByAll(named) ? dirname(named) : readablePath(dirname(named), cache);
    return { path: join(home, basename(named)) };
  }
  const packaged = await unpackShell(cache);
  if (packaged) return packaged;
  const system = DEBIAN.find((path) => existsSync(path));
  if (!system) throw renderErrors['browser-missing']();
  return { path: system };
}

/** The packaged shell, unpacked once per version; undefined where the package has none for this machine. */
async function unpackShell(cache: string): Promise<ChromiumBinary | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let entry: string;
  try {
    entry = require.resolve('@sparticuz/chromium');
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) await unpack(entry, home);
  return { path: join(home, 'chromium'), libraries: join(home, 'al2023', 'lib') };
}

async function unpack(entry: string, home: string): Promise<void> {
  // The package takes whatever lies in its folder for finished, so the folder gets its name when it is.
  const staged = `${home}.${process.pid}-${process.hrtime.bigint()}`;
  mkdirSync(staged, { recursive: true, mode: 0o755 });
  const env = { ...process.env, TMPDIR: staged, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  try {
    await promisify(execFile)(process.execPath, ['-e', UNPACK, entry], { env, timeout: UNPACK_LIMIT });
    openForAll(staged);
    renameSync(staged, home);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    // Somebody else was faster: his folder is as good.
    if (!existsSync(home)) throw error;
  }
}
