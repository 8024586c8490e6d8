/** The Redis that `npm test` gives its specs: real, its own, gone with the launcher; without it a run in CI fails. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import { remove, runs } from './test/small-house';

const at = (file: string): string => JSON.stringify(pathToFileURL(join(__dirname, file)).href);

/** Asks for the Redis of the specs as a launcher does, prints what came of it and, where asked, waits. */
const program = (cache: string | undefined, wait: boolean): string => `
const { supervise } = await import(${at('processes.mjs')});
const { redisForTests } = await import(${at('redis.mjs')});
await supervise(async () => {
  const redis = await redisForTests({ cache: ${JSON.stringify(cache)} });
  process.stdout.write('redis=' + (redis?.url ?? 'none') + '\\n');
  if (redis && ${String(wait)}) await new Promise((done) => setTimeout(done, 60_000));
});`;

interface Asked {
  readonly url: string;
  readonly pid: number;
  readonly ended: Promise<{ code: number | null; output: string }>;
}

/** Resolves when the line with the address has come, or the launcher has ended without it (then the address is ''). */
function ask(env: NodeJS.ProcessEnv, { cache, wait = false }: { cache?: string; wait?: boolean } = {}): Promise<Asked> {
  const args = ['--input-type=module', '-e', program(cache, wait)];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  return new Promise((done) => {
    const ended = new Promise<{ code: number | null; output: string }>((end) =>
      child.once('close', (code) => end({ code, output })),
    );
    const answer = (): void => {
      const url = /^redis=(.*)$/m.exec(output)?.[1];
      if (url !== undefined || child.exitCode !== null) done({ url: url ?? '', pid: child.pid ?? 0, ended });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        answer();
      });
    }
    void ended.then(answer);
  });
}

describe('Two commands: the Redis of npm test', () => {
  const { TEST_REDIS_URL: _given, CI: _ci, ...outer } = process.env;
  const nothing = mkdtempSync(join(tmpdir(), 'bihuan-no-redis-'));
  /** A machine with neither redis-server nor apt-get. */
  const bare = { ...outer, PATH: nothing };
  const cache = join(nothing, 'cache');

  afterAll(() => remove(nothing));

  it('Two commands: where no Redis is to be had the run says so and goes on', async () => {
    const { url, ended } = await ask(bare, { cache });
    const { code, output } = await ended;
    expect([url, code]).toEqual(['none', 0]);
    expect(output).toContain('the queues are not tested on Redis: No redis-server is to be had');
  });

  it('Two commands: with CI=true a run without Redis fails and says what to do', async () => {
    const { url, ended } = await ask({ ...bare, CI: 'true' }, { cache });
    const { code, output } = await ended;
    expect([url, code]).toEqual(['', 1]);
    expect(output).toContain('没有可用的 redis-server');
    expect(output).toContain('name one that may be emptied with TEST_REDIS_URL');
  });

  it('Two commands: a given TEST_REDIS_URL is used as it is', async () => {
    const { url, ended } = await ask({ ...bare, TEST_REDIS_URL: 'redis://elsewhere:1/7' }, { cache });
    expect([url, (await ended).code]).toEqual(['redis://elsewhere:1/7', 0]);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'Two commands: where one is to be had it answers, keeps nothing on disk, is not root, and is gone after %s',
    async (signal) => {
      const { url, pid, ended } = await ask(outer, { wait: true });
      if (url === 'none') return expect((await ended).output).toContain('No redis-server is to be had');
      const redis = new Redis(url);
      redis.on('error', () => undefined);
      const server = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
      const [, folder = ''] = (await redis.config('GET', 'dir')) as string[];
      expect(await redis.config('GET', 'save')).toEqual(['save', '']);
      expect(await redis.config('GET', 'appendonly')).toEqual(['appendonly', 'no']);
      expect(runs(server)).toBe(true);
      expect(statSync(folder).uid).toBe(statSync(`/proc/${server}`).uid);
      if (process.getuid?.() === 0) expect(statSync(folder).uid).not.toBe(0);
      redis.disconnect();
      process.kill(pid, signal);
      await ended;
      // After SIGKILL nobody could stop it: the next command of this folder does.
      if (signal === 'SIGKILL') await (await ask(bare, { cache })).ended;
      expect(runs(server)).toBe(false);
      expect(existsSync(folder)).toBe(signal === 'SIGKILL');
      remove(folder);
    },
  );
});
