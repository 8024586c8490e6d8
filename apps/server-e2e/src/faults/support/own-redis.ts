/** A Redis that can be killed and brought back under a running suite, with any settings. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OwnRedis {
  readonly url: string;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** On the same port, with what it kept: `{ appendonly: 'yes' }`. */
  start(settings: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export async function ownRedis(): Promise<OwnRedis> {
  const child = spawn(process.execPath, [join(__dirname, '../../support/redis-process.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
      if (done) throw new Error(`the Redis of this test ended before it said ${String(wanted)}`);
      if (wanted.test(value)) return value;
    }
  };
  const command = async (line: string, answer: RegExp): Promise<void> => {
    child.stdin.write(`${line}\n`);
    await said(answer);
  };
  const { url } = JSON.parse(await said(/^\{/)) as { url: string };
  return {
    url,
    kill: () => command('kill', /^killed$/),
    start: (settings) => {
      const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
      return command(['start', ...flags].join(' '), /^started$/);
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
