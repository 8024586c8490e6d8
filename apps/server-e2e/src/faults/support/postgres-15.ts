import { freePort } from '@bihuan/testing-kit';
/** Debian's PostgreSQL 15, the oldest server that is supported, with the programs that dump and restore. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const PROGRAMS = '/usr/lib/postgresql/15/bin';
/** `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

const run = promisify(execFile);

export const hasPostgres15 = existsSync(join(PROGRAMS, 'pg_dump')) && existsSync(join(PROGRAMS, 'initdb'));

export interface Postgres15 {
  url(database: string): string;
  /** A file that holds all of a database but the queues. Answers its address. */
  dump(database: string): Promise<string>;
  restore(file: string, database: string): Promise<void>;
  close(): Promise<void>;
}

export async function startPostgres15(): Promise<Postgres15> {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-pg15-'));
  const root = process.getuid?.() === 0;
  const user = root ? { uid: NOBODY, gid: NOBODY } : {};
  chmodSync(folder, 0o755);
  if (root) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const program = (name: string, parameters: readonly string[]) =>
    run(join(PROGRAMS, name), parameters, { ...user, cwd: '/', maxBuffer: 2 ** 24 });
  await program('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8']);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'lc_messages=C'];
  const server = spawn(
    join(PROGRAMS, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
    { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await new Promise<void>((done, fail) => {
    createInterface(server.stderr).on('line', (line) => line.includes('ready to accept connections') && done());
    server.once('exit', (code) => fail(new Error(`PostgreSQL 15 ended with ${code}`)));
  });
  const at = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres'];
  return {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    async dump(database) {
      const file = join(folder, `${database}.dump`);
      await program('pg_dump', [...at, '-Fc', '--exclude-schema=bullmq', '-f', file, database]);
      return file;
    },
    async restore(file, database) {
      await program('createdb', [...at, database]);
      await program('pg_restore', [...at, '-d', database, '--exit-on-error', '-j', '2', file]);
    },
    async close() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
