/**
 * Whose process is it? Everything the launcher starts inherits a mark in its environment, so that what survived its
 * parent (a browser, a worker of a worker) is found by that mark and by nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './paths.mjs';

const PREFIX = 'BIHUAN_RUN_';
const home = createHash('sha256').update(ROOT).digest('hex').slice(0, 16);

/** When a process was born, in the system's own words; undefined when there is none. With it a reused id is told apart. */
export function birth(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' || state === 'X' ? undefined : rest[18];
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : undefined;
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The command line of a process, '' when it is gone or not to be seen. */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  } catch {
    return '';
  }
}

/** The environment entry that marks what this launcher starts. */
export const mark = () => ({ [`${PREFIX}${process.pid}`]: `${home}.${birth(process.pid)}` });

function* marked() {
  if (process.platform !== 'linux') return;
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    let environment;
    try {
      environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
    } catch {
      continue;
    }
    for (const entry of environment.split('\0')) {
      const found = entry.startsWith(PREFIX) && /^BIHUAN_RUN_(\d+)=([0-9a-f]+)\.(\d+)$/.exec(entry);
      if (found && birth(pid)) yield { pid, launcher: Number(found[1]), home: found[2], born: found[3] };
    }
  }
}

/** Processes this launcher started, directly or through others, that still live. */
export const mine = () => [...marked()].filter((p) => p.launcher === process.pid && p.home === home).map((p) => p.pid);

/** Processes of an earlier launcher of this folder that died without stopping them. */
export const orphans = () =>
  [...marked()].filter((p) => p.home === home && birth(p.launcher) !== p.born).map((p) => p.pid);

/** Ends processes by id: asks first, then insists. Returns those there were. */
export async function end(pids, graceMs = 3_000, first = 'SIGTERM') {
  const born = new Map(pids.map((pid) => [pid, birth(pid)]));
  const left = () => pids.filter((pid) => born.get(pid) && birth(pid) === born.get(pid));
  for (const signal of [first, 'SIGKILL']) {
    for (const pid of left()) signalTo(pid, signal);
    const until = performance.now() + graceMs;
    while (left().length && performance.now() < until) await new Promise((done) => setTimeout(done, 50));
  }
  return pids;
}

/** Sends a signal to a process (negative: its group) that may be gone already. */
export function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
