/** A throwaway Redis for the tests, nothing kept on disk: own port on 127.0.0.1, gone with the launcher. */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA } from './paths.mjs';
import { freePort } from './postgres.mjs';
import { byLine, launch, onStop } from './processes.mjs';
import { redisProgram } from './redis-program.mjs';
import { Refusal, say, step } from './steps.mjs';
import { unprivilegedUser } from './users.mjs';

const READY_MS = 20_000;
/** A title of its own would be written over the environment, and with it over the mark of leftovers.mjs. */
const KEEP_MARK = { 'set-proc-title': 'no' };
/** Root's is kept where the unprivileged user can reach it. */
const cacheFolder = () => (process.getuid?.() === 0 ? '/var/lib/bihuan/redis' : join(DATA, 'redis'));

/** Starts it and waits until it takes connections. Gives `{ url, stop() }`. */
export async function startRedis(cache = cacheFolder()) {
  const { program, env } = await redisProgram(cache);
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-redis-'));
  onStop(() => rmSync(folder, { recursive: true, force: true }));
  if (user) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder, ...KEEP_MARK };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = launch(program, flags, { ...user, cwd: '/', env });
  const lines = [];
  const ready = new Promise((done) => {
    byLine(server.child.stdout, (line) => {
      lines.push(line);
      if (line.includes('Ready to accept connections')) done(true);
    });
    server.child.stderr.resume();
    server.exited.then(({ error }) => {
      if (error) lines.push(error.message);
      done(false);
    });
    setTimeout(() => done(false), READY_MS).unref();
  });
  if (await ready) return { url: `redis://127.0.0.1:${port}`, note: program, stop: server.stop };
  await server.stop();
  throw new Refusal('测试用 Redis 无法启动。', 'The Redis of the tests does not start.', lines.slice(-10).join('\n'));
}

/**
 * The Redis of the specs: `{ url, stop() }` as given by TEST_REDIS_URL, else one of our own. Where none is to be had it
 * says so in a line and gives undefined; with CI=true that is an error, for there no suite may be passed over.
 */
export async function redisForTests({ env = process.env, cache } = {}) {
  if (env.TEST_REDIS_URL) return { url: env.TEST_REDIS_URL, stop: () => Promise.resolve() };
  try {
    return await step('启动测试用 Redis', 'starting the test Redis', () => startRedis(cache));
  } catch (error) {
    if (!(error instanceof Refusal) || env.CI === 'true') throw error;
    say(`! 不在 Redis 上测试队列 · the queues are not tested on Redis: ${error.en.replaceAll('\n', ' ')}`);
    return undefined;
  }
}
