/** One Chromium: started as an unprivileged user with its sandbox where that is possible, ended without a trace. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Browser } from 'puppeteer-core';
import { findChromium, type ChromiumBinary } from './chromium-binary';
import { writeFontConfig } from './font-config';
import { PipeTransport } from './pipe-transport';
import { treeMemory } from './process-memory';
import { handOver, isRoot, NOBODY } from './user-folder';

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--mute-audio',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
] as const;

/** A browser that does not answer in this time counts as not started. */
const START_LIMIT = 20_000;
/** What a browser gets to end by itself before it is killed. */
const END_LIMIT = 2_000;

/** Who runs the browser and whether its sandbox is on, best first. */
interface Way {
  readonly uid?: number;
  readonly sandbox: boolean;
}

const WAYS_OF_ROOT: readonly Way[] = [
  { uid: NOBODY, sandbox: true },
  { uid: NOBODY, sandbox: false },
  { sandbox: false },
];
const WAYS_OF_USER: readonly Way[] = [{ sandbox: true }, { sandbox: false }];

/** Starts browsers; remembers which way works on this machine. */
export class ChromiumLauncher {
  private binary?: ChromiumBinary;
  private way?: Way;

  constructor(
    private readonly cache: string,
    private readonly named?: string,
  ) {}

  /** A running browser. Throws browser-missing, or the last reason when no way works. */
  async launch(): Promise<ChromiumProcess> {
    this.binary ??= await findChromium(this.cache, this.named);
    const ways = isRoot() ? WAYS_OF_ROOT : WAYS_OF_USER;
    let reason: unknown;
    for (const way of ways.slice(ways.indexOf(this.way ?? (ways[0] as Way)))) {
      try {
        const started = await ChromiumProcess.start(this.binary, this.cache, way);
        this.way = way;
        return started;
      } catch (error) {
        reason = error;
        // A slow machine is no reason to give up the sandbox.
        if (error instanceof TooLate) break;
      }
    }
    throw reason;
  }
}

export class ChromiumProcess {
  private constructor(
    readonly browser: Browser,
    private readonly child: ChildProcess,
    private readonly ended: Promise<void>,
    readonly sandbox: boolean,
  ) {}

  static async start(binary: ChromiumBinary, cache: string, way: Way): Promise<ChromiumProcess> {
    // Loaded with the first browser: until a form is wanted it would only fill memory.
    const { default: puppeteer } = await import('puppeteer-core');
    const profile = newProfile(cache, way.uid);
    const args = [...FLAGS, ...(way.sandbox ? [] : ['--no-sandbox']), `--user-data-dir=${profile}`, 'about:blank'];
    // Nothing of our own environment goes along: it holds addresses and passwords.
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: profile,
      TMPDIR: profile,
      LANG: 'C.UTF-8',
      FONTCONFIG_FILE: writeFontConfig(cache, way.uid),
      ...(binary.libraries ? { LD_LIBRARY_PATH: binary.libraries } : {}),
    };
    const child = spawn(binary.path, args, {
      // A group of its own: Ctrl-C in the terminal reaches us first, and we can end the whole group.
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      cwd: profile,
      env,
      ...(way.uid === undefined ? {} : { uid: way.uid, gid: way.uid }),
    });
    const failure = new Promise<never>((_resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`Chromium ended (${signal ?? code}) at ${binary.path}`)));
    });
    failure.catch(() => undefined);
    const ended = new Promise<void>((resolve) => {
      const done = (): void => {
        // Its helpers live in its group; the group's number is ours only until the last of them is gone.
        killGroup(child);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
        resolve();
      };
      child.once('exit', done);
      child.once('error', done);
    });
    try {
      if (child.pid === undefined) await failure;
      const transport = new PipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable);
      // Whatever waits for an answer learns of the end, even if a helper process still holds the pipe.
      void ended.then(() => transport.onclose?.());
      const connected = puppeteer.connect({ transport, defaultViewport: null, protocolTimeout: 0 });
      connected.catch(() => undefined);
      const browser = await Promise.race([connected, failure, tooLate()]);
      return new ChromiumProcess(browser, child, ended, way.sandbox);
    } catch (error) {
      if (child.exitCode === null) killGroup(child);
      await ended;
      throw error;
    }
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resident bytes of the browser's processes. */
  memory(): Promise<number> {
    return this.alive ? treeMemory(this.pid) : Promise.resolve(0);
  }

  /** Resolves when the process is gone. */
  whenEnded(): Promise<void> {
    return this.ended;
  }

  /** Ends it at once. */
  kill(): void {
    if (this.alive) killGroup(this.child);
  }

  /** Ends it, politely first; afterwards neither process nor profile is left. */
  async close(): Promise<void> {
    const polite = this.alive ? this.browser.close().catch(() => undefined) : Promise.resolve();
    await Promise.race([Promise.all([polite, this.ended]), pause(END_LIMIT)]);
    this.kill();
    await this.ended;
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is empty: nothing is left to end.
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

class TooLate extends Error {}

const tooLate = async (): Promise<never> => {
  await pause(START_LIMIT);
  throw new TooLate(`Chromium did not answer within ${START_LIMIT} ms`);
};

/** A fresh profile folder; those of processes that are gone are swept away. */
function newProfile(cache: string, uid: number | undefined): string {
  const home = join(cache, 'profiles');
  mkdirSync(home, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(home)) {
    if (!running(Number.parseInt(name, 10))) rmSync(join(home, name), { recursive: true, force: true });
  }
  const profile = mkdtempSync(join(home, `${process.pid}-`));
  handOver(profile, uid);
  return profile;
}

function running(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
