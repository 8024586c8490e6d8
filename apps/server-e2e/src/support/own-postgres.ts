/** A PostgreSQL that can be taken away from a running suite and given back. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OwnPostgres {
  readonly url: string;
  /** Ends it at once, as a crash does. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function ownPostgres(): Promise<OwnPostgres> {
  const child = spawn(process.execPath, [join(__dirname, 'postgres-process.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
      if (done) throw new Error(`the PostgreSQL of this test ended before it said ${String(wanted)}`);
      if (wanted.test(value)) return value;
    }
  };
  const command = async (word: string, answer: RegExp): Promise<void> => {
    child.stdin.write(`${word}\n`);
    await said(answer);
  };
  const { url } = JSON.parse(await said(/^\{/)) as { url: string };
  return {
    url,
    stop: () => command('stop', /^stopped$/),
    start: () => command('start', /^started$/),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
