/**
 * A durable PostgreSQL of its own that goes away and comes back on command: a line `stop` on stdin ends it at once, as
 * a crash does, `start` starts it again. Says `{ "url" }` first, then `stopped` and `started`. Goes with its parent.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepareCluster } from '../../../../tools/bootstrap/cluster.mjs';
import { freePort } from '../../../../tools/bootstrap/postgres.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-own-'));
chmodSync(folder, 0o755); // the database user must get through it
const { postgres, dataDir, user, password } = await prepareCluster({ dataDir: join(folder, 'cluster'), durable: true });
const port = await freePort();
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'lc_messages=C'];

let server;
const start = () =>
  new Promise((done, fail) => {
    const args = ['-D', dataDir, '-p', String(port), ...settings.flatMap((each) => ['-c', each])];
    server = spawn(postgres, args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    createInterface(server.stderr).on('line', (line) => line.includes('ready to accept connections') && done());
    server.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}`)));
  });
const stop = () =>
  new Promise((done) => {
    server.removeAllListeners('exit').once('exit', done);
    server.kill('SIGQUIT'); // immediate: no checkpoint, every connection cut
  });

const say = (text) => process.stdout.write(`${text}\n`);
await start();
say(JSON.stringify({ url: `postgresql://bihuan:${password}@127.0.0.1:${port}/postgres` }));
for await (const command of createInterface(process.stdin)) {
  if (command === 'stop') await stop();
  else await start();
  say(command === 'stop' ? 'stopped' : 'started');
}
await stop();
rmSync(folder, { recursive: true, force: true });
