/** A Node process under measurement: started, watched, ended. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@bihuan/testing-kit';
import { cpuOf, familyOf, programOf, rssOf } from './proc';

const START_LIMIT = 120_000;

const ROOT = join(__dirname, '../../../..');

export interface Measured {
  /** Where it listens; empty for a worker. */
  readonly url: string;
  /** Resident memory of it and of the Node processes it started, MB, its own first. */
  rss(): readonly number[];
  /** CPU time it has used so far, seconds. */
  cpu(): number;
  /** What it started that is not Node: the browser with its helpers. */
  browser(): Family;
  stop(): Promise<void>;
}

export interface Family {
  /** Of the eldest; 0 where there is none. */
  readonly pid: number;
  /** Resident memory of all, MB; what they share is counted in each. */
  readonly rss: number;
  /** CPU time all have used so far, seconds. */
  readonly cpu: number;
}

/** The suite itself. @param env beside DATABASE_URL, such as SUITE_ROLE */
export const startSuite = (databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<Measured> =>
  startNode(join(ROOT, 'apps/server/dist/main.js'), { DATABASE_URL: databaseUrl, PORT: '0', ...env });

/** `npm start` without npm: the launcher, which starts the suite. */
export const startLauncher = async (databaseUrl: string): Promise<Measured> =>
  startNode(join(ROOT, 'tools/bootstrap/start.mjs'), { DATABASE_URL: databaseUrl, PORT: String(await freePort()) });

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
        const [, address] = /\bready:? (http\S+|worker)/.exec(line) ?? [];
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
  let stopping = false;
  void ended.then(() => {
    // What it had to say before it died explains the error that follows.
    if (!stopping) process.stderr.write(`${script} ended by itself:\n${said.slice(-20).join('\n')}\n`);
  });
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  void ended.then(() => process.off('exit', killed));
  const pid = child.pid ?? 0;
  return {
    url: await url,
    rss: () =>
      familyOf(pid)
        .filter((one) => one === pid || programOf(one).startsWith('node'))
        .map(rssOf),
    cpu: () => cpuOf(pid),
    browser: () => {
      const found = familyOf(pid).filter((one) => one !== pid && !programOf(one).startsWith('node'));
      const sum = (of: (one: number) => number): number => found.reduce((all, one) => all + of(one), 0);
      return { pid: found[0] ?? 0, rss: sum(rssOf), cpu: sum(cpuOf) };
    },
    stop: async () => {
      stopping = true;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Settings of whoever runs the bench must not reach what is measured. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SUITE_|REDIS_URL$|PORT$|HOST$|NODE_OPTIONS$)/.test(name)),
  );
}
