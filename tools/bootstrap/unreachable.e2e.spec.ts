/** The start from a folder only root can enter: architecture.md "Two commands", toolchain.md "PostgreSQL". */
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSmallHouse, processesOf, remove, startIn } from './test/small-house';

const isRoot = process.getuid?.() === 0;

describe('Two commands: a folder only its owner can enter', () => {
  const parent = mkdtempSync(join(tmpdir(), 'bihuan-shut-')); // mode 0700
  const folder = join(parent, 'checkout');
  const note = join(folder, '.data/WHERE.txt');
  let kept = '';

  beforeAll(() => buildSmallHouse(folder));
  afterAll(() => {
    if (kept.startsWith('/var/lib/bihuan/')) remove(dirname(kept));
    remove(parent);
  });

  it('Two commands: the database answers, and .data says where it is kept', async () => {
    expect(statSync(parent).mode & 0o777).toBe(0o700);
    const suite = await startIn(folder, [process.execPath, 'tools/bootstrap/start.mjs']);
    const answer = await suite.ask();
    expect(answer).toMatchObject({ encoding: 'UTF8', fsync: 'on' });
    expect(answer.trigrams.length).toBeGreaterThan(0);

    if (isRoot) {
      kept = readFileSync(note, 'utf8').split('\n')[0] ?? '';
      expect(kept).toMatch(/^\/var\/lib\/bihuan\/[0-9a-f]{16}\/postgres$/);
      expect(existsSync(join(folder, '.data/postgres'))).toBe(false);
      expect(statSync(kept).uid).not.toBe(0);
    } else {
      kept = join(folder, '.data/postgres');
      expect(existsSync(note)).toBe(false);
      expect(statSync(kept).uid).toBe(process.getuid?.());
    }
    expect(existsSync(join(kept, 'PG_VERSION'))).toBe(true);

    process.kill(suite.pid, 'SIGTERM');
    expect((await suite.exited).code).toBe(0);
    expect(processesOf(folder, kept)).toEqual([]);
  }, 120_000);

  it('Two commands: the second start finds the same database and is quick', async () => {
    const from = performance.now();
    const suite = await startIn(folder, [process.execPath, 'tools/bootstrap/start.mjs']);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(existsSync(`${kept}.old`)).toBe(false);
    process.kill(suite.pid, 'SIGTERM');
    const { code, output } = await suite.exited;
    expect(code).toBe(0);
    expect(output).not.toContain('making the database cluster');
    expect(output).not.toContain('compiling');
  }, 60_000);
});
