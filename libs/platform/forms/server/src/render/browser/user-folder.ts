/**
 * Where the browser's files lie and who runs it. As root the browser runs as the unprivileged `nobody`, so everything
 * it reads must be readable by that user, wherever the repository is (issue 2, deliver 2).
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Debian's and Alpine's `nobody`. */
export const NOBODY = 65534;

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Folder for unpacked browsers, fonts and profiles: made if missing. `asked` wins where it is given. */
export function cacheFolder(asked?: string): string {
  const tries = asked
    ? [asked]
    : isRoot()
      ? ['/var/lib/bihuan', join(tmpdir(), 'bihuan-root')]
      : [
          join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'bihuan'),
          join(tmpdir(), `bihuan-${process.getuid?.() ?? 0}`),
        ];
  for (const folder of tries) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
      fs.accessSync(folder, fs.constants.W_OK);
      return resolve(folder);
    } catch {
      // Not ours to write: the next place, and at the end a message.
    }
  }
  throw new Error(`No folder for the browser's files can be written; tried ${tries.join(', ')}.`);
}

/** May a user who owns nothing read this file, or this folder with the files in it, from the root down? */
export function readableByAll(path: string): boolean {
  const real = fs.realpathSync(path);
  const info = fs.statSync(real);
  if (!open(info)) return false;
  if (info.isDirectory() && fs.readdirSync(real).some((entry) => !open(fs.statSync(join(real, entry))))) return false;
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    if ((fs.statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Readable by all, and to be executed by all where its owner may. */
const open = ({ mode }: fs.Stats): boolean => (mode & 0o004) !== 0 && ((mode & 0o100) === 0 || (mode & 0o001) !== 0);

/**
 * A path the browser's user can read: the path itself, or (only as root) a copy of the folder or file under the cache,
 * in a folder named by the hash of the path. The copy is renewed when the original is newer.
 */
export function readablePath(path: string, cache: string): string {
  if (!isRoot() || readableByAll(path)) return path;
  const hash = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16);
  const home = join(cache, hash);
  const copy = join(home, basename(path));
  if (fs.existsSync(copy) && fs.statSync(copy).mtimeMs >= fs.statSync(path).mtimeMs) return copy;
  fs.mkdirSync(home, { recursive: true, mode: 0o755 });
  const staged = join(home, `.${process.pid}-${process.hrtime.bigint()}`);
  fs.cpSync(path, staged, { recursive: true, dereference: true });
  openForAll(staged);
  fs.rmSync(copy, { recursive: true, force: true });
  fs.renameSync(staged, copy);
  return copy;
}

/** Makes a tree readable (and what was executable for its owner, executable) for everybody. */
export function openForAll(path: string): void {
  const info = fs.statSync(path);
  const execute = info.isDirectory() || info.mode & 0o100 ? 0o111 : 0;
  fs.chmodSync(path, (info.mode & 0o755) | 0o444 | execute);
  if (info.isDirectory()) for (const entry of fs.readdirSync(path)) openForAll(join(path, entry));
}

/** Gives a folder to the browser's user; nothing to do unless we are root. */
export function handOver(folder: string, uid: number | undefined): void {
  if (uid !== undefined) fs.chownSync(folder, uid, uid);
}
