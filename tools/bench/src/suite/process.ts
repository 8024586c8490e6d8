/** A Node process under measurement: started, watched through /proc, ended. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Linux counts CPU time in hundredths of a second everywhere we run. */
const TICKS_A_SECOND = 100;
const START_LIMIT = 120_000;

const ROOT = join(__dirname, '../../../..');

export interface Measured {
  /** Where it listens; empty for a worker. */
  readonly url: string;
  /** Resident memory, MB (10⁶ bytes). */
  rss(): number;
  /** CPU time used so far, seconds. */
  cpu(): number;
  stop(): Promise<void>;
}

/** The suite itself, as `npm start` runs it. @param env beside DATABASE_URL, such as SUITE_ROLE */
export const startSuite = (databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<Measured> =>
  startNode(join(ROOT, 'apps/server/dist/main.js'), { DATABASE_URL: databaseUrl, PORT: '0', ...env });

/** A script that says `ready` and its address when it can be used. */
export async function startNode(script: string, env: Readonly<Record<string, string>>): Promise<Measured> {
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = once(child, 'close');
  const url = new Promise<string>((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`${script} is not ready:\n${said.join('\n')}`)), START_LIMIT);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const [, address] = /^ready (\S+)$/.exec(line) ?? [];
        if (address === undefined) return;
        clearTimeout(timer);
        done(address === 'worker' ? '' : address);
      });
    }
    void ended.then(() => {
      clearTimeout(timer);
      fail(new Error(`${script} ended:\n${said.join('\n')}`));
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  void ended.then(() => process.off('exit', killed));
  return { url: await url, rss: () => rssOf(child.pid), cpu: () => cpuOf(child.pid), stop };
}

/** Settings of whoever runs the bench must not reach what is measured. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SUITE_|REDIS_URL$|PORT$|HOST$|NODE_OPTIONS$)/.test(name)),
  );
}

const read = (pid: number | undefined, file: string): string => readFileSync(`/proc/${pid ?? 0}/${file}`, 'utf8');

function rssOf(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(read(pid, 'status')) ?? [];
  return (Number(kilobytes) * 1_024) / 1e6;
}

function cpuOf(pid: number | undefined): number {
  // After the name in brackets, which may hold anything, utime and stime are fields 12 and 13.
  const fields = read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
