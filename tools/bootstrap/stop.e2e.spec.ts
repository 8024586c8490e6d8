/** However the launcher ends, it leaves no process: architecture.md "Two commands", Ctrl-C stops everything it started. */
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSmallHouse, processesOf, remove, runs, startIn } from './test/small-house';

describe('Two commands: stopping', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-stop-'));
  const launcher: [string, ...string[]] = [process.execPath, 'tools/bootstrap/start.mjs'];
  const postmaster = () => Number(readFileSync(join(folder, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const gone = async (pids: readonly number[]): Promise<void> => {
    const until = performance.now() + 20_000;
    while (pids.some(runs)) {
      if (performance.now() > until) throw new Error(`still running after 20 s: ${pids.filter(runs).join(', ')}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };

  beforeAll(() => {
    chmodSync(folder, 0o755);
    buildSmallHouse(folder);
  });
  afterAll(() => remove(folder));

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'Two commands: %s ends server, its child and PostgreSQL',
    async (signal) => {
      const suite = await startIn(folder, launcher);
      const { server, child } = await suite.ask();
      const all = [server, child, postmaster()];
      expect(all.map(runs)).toEqual([true, true, true]);
      process.kill(suite.pid, signal);
      expect((await suite.exited).code).toBe(0);
      expect(all.map(runs)).toEqual([false, false, false]);
      expect(processesOf(folder)).toEqual([]);
    },
    120_000,
  );

  it('Two commands: npm ended by a signal takes the launcher with it', async () => {
    const suite = await startIn(folder, ['npm', 'start']);
    const { server, child } = await suite.ask();
    const all = [server, child, postmaster()];
    process.kill(suite.pid, 'SIGTERM');
    await gone(all);
  }, 60_000);

  it('Two commands: what a killed launcher left is ended by the next start, and PostgreSQL recovers', async () => {
    const first = await startIn(folder, launcher);
    const { server, child } = await first.ask();
    const left = [server, child, postmaster()];
    process.kill(first.pid, 'SIGKILL');
    await first.exited.catch(() => undefined);
    expect(left.map(runs)).toEqual([true, true, true]);

    const second = await startIn(folder, launcher);
    expect(left.map(runs)).toEqual([false, false, false]);
    expect(await second.ask()).toMatchObject({ encoding: 'UTF8' });
    process.kill(second.pid, 'SIGTERM');
    expect((await second.exited).code).toBe(0);
  }, 60_000);

  it('Two commands: a PostgreSQL that dies is started again on the same port', async () => {
    const suite = await startIn(folder, launcher);
    const first = postmaster();
    process.kill(first, 'SIGKILL');
    await gone([first]);
    const until = performance.now() + 20_000;
    let answer: unknown;
    while (!answer) {
      if (performance.now() > until) throw new Error('PostgreSQL was not back after 20 s');
      answer = await suite.ask().catch(() => undefined);
      await new Promise((done) => setTimeout(done, 100));
    }
    expect(answer).toMatchObject({ encoding: 'UTF8' });
    process.kill(suite.pid, 'SIGTERM');
    expect((await suite.exited).code).toBe(0);
  }, 60_000);

  it('Two commands: a lock file whose number now belongs to another program does not stop the start', async () => {
    const file = join(folder, '.data/postgres/postmaster.pid');
    writeFileSync(file, [process.pid, join(folder, '.data/postgres'), 0, 1, '', '127.0.0.1', 0, ''].join('\n'));
    const suite = await startIn(folder, launcher);
    expect(postmaster()).not.toBe(process.pid);
    process.kill(suite.pid, 'SIGTERM');
    expect((await suite.exited).code).toBe(0);
  }, 60_000);
});
