/** A script of this folder that takes commands on stdin, a line each, and says in a line what became of them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Commanded {
  readonly url: string;
  /** Sends a line and waits for the word that answers it. */
  command(line: string, answer: string): Promise<void>;
  close(): Promise<void>;
}

/** Its first line is `{ "url" }`; it ends when stdin does. */
export async function commanded(script: string): Promise<Commanded> {
  const child = spawn(process.execPath, [join(__dirname, script)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said = async (wanted: (line: string) => boolean): Promise<string> => {
    for (;;) {
      const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
      if (done) throw new Error(`${script} ended before it said what was waited for`);
      if (wanted(value)) return value;
    }
  };
  const { url } = JSON.parse(await said((line) => line.startsWith('{'))) as { url: string };
  return {
    url,
    command: async (line, answer) => {
      child.stdin.write(`${line}\n`);
      await said((word) => word === answer);
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
