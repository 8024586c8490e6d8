/** Processes of the suite as they run in production: started, killed without a word, started again. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(dirname(require.resolve('@bihuan/server/package.json')), 'dist/main.js');
const READY_MS = 60_000;

export class SuiteProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Where it listens; empty for a worker. */
    readonly url: string,
    private readonly said: readonly string[],
  ) {}

  /** Answers when it is ready. */
  static async start(env: Readonly<Record<string, string>>): Promise<SuiteProcess> {
    const child = spawn(process.execPath, [PROGRAM], {
      env: { ...clean(), PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    const ready = new Promise<string>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`not ready:\n${said.join('\n')}`)), READY_MS);
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          said.push(line);
          const [, address] = /^ready (\S+)/.exec(line) ?? [];
          if (address === undefined) return;
          clearTimeout(timer);
          done(address === 'worker' ? '' : address);
        });
      }
      child.once('exit', (code) => {
        clearTimeout(timer);
        fail(new Error(`ended with ${code}:\n${said.join('\n')}`));
      });
    });
    return new SuiteProcess(child, await ready, said);
  }

  /** At once and without a last word. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** When it is no more, whatever ended it. */
  get ended(): Promise<void> {
    const { child } = this;
    return isOver(child) ? Promise.resolve() : once(child, 'exit').then(() => undefined);
  }

  /** Stands still as it is, connections open: as one whose event loop is blocked. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** What it wrote so far. */
  get lines(): readonly string[] {
    return this.said;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (isOver(this.child)) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Settings of whoever runs the tests must not reach the processes. */
function clean(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SUITE_|REDIS_URL|DATABASE_URL|PORT|HOST|NODE_OPTIONS)/.test(name),
  );
  return Object.fromEntries(kept);
}
