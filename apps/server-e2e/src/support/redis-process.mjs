/**
 * A Redis of its own that is killed and started again on command: a line `kill` on stdin ends it at once, `start` and
 * settings as `--name value` start it on the same port and folder. Says `{ "url" }` first, then `killed` and `started`.
 * The program is that of `npm test`. Goes with its parent.
 */
import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DATA } from '../../../../tools/bootstrap/paths.mjs';
import { freePort } from '../../../../tools/bootstrap/postgres.mjs';
import { redisProgram } from '../../../../tools/bootstrap/redis-program.mjs';
import { unprivilegedUser } from '../../../../tools/bootstrap/users.mjs';

const root = process.getuid?.() === 0;
const { program, env } = await redisProgram(root ? '/var/lib/bihuan/redis' : join(DATA, 'redis'));
const user = unprivilegedUser();
const folder = mkdtempSync(join(tmpdir(), 'bihuan-redis-'));
if (user) chownSync(folder, user.uid, user.gid);
const port = await freePort();

let server;
const start = (settings) =>
  new Promise((done, fail) => {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--set-proc-title', 'no'];
    server = spawn(program, [...fixed, ...settings], {
      ...user,
      cwd: '/',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface(server.stdout).on('line', (line) => line.includes('Ready to accept connections') && done());
    server.once('exit', (code) => fail(new Error(`Redis ended with ${code}`)));
  });
const kill = () =>
  new Promise((done) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return void done();
    server.removeAllListeners('exit').once('exit', done);
    server.kill('SIGKILL');
  });

const say = (text) => process.stdout.write(`${text}\n`);
say(JSON.stringify({ url: `redis://127.0.0.1:${port}` }));
for await (const command of createInterface(process.stdin)) {
  const [word, ...settings] = command.split(' ');
  if (word === 'kill') await kill();
  else await start(settings);
  say(word === 'kill' ? 'killed' : 'started');
}
await kill();
rmSync(folder, { recursive: true, force: true });
