/** Building: TypeScript 7 over all server projects, then Vite for the console; each is passed over when nothing changed. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isBrowser, PROJECTS } from '../projects/projects.mjs';
import { DATA, inRoot, ROOT, tool } from './paths.mjs';
import { run } from './processes.mjs';
import { Refusal, step } from './steps.mjs';

const MARKS = join(DATA, 'build.json');
const IGNORED = new Set(['node_modules', 'dist']);
const isTest = (path) => /\.spec\.tsx?$|\/test\//.test(path);

const here = PROJECTS.filter((project) => existsSync(inRoot(project.dir, 'package.json')));
const servers = here.filter((project) => !isBrowser(project));
/** The console is bundled from its own pages and from the contracts they share with the server. */
const inConsole = here.filter(
  (project) =>
    isBrowser(project) || ['plugin-contract', 'platform-contract', 'contracts', 'domain'].includes(project.type),
);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (IGNORED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function hashOf(projects) {
  const hash = createHash('sha256').update(process.version);
  const shared = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'tsconfig.console.json'];
  const sources = projects.flatMap((project) => [...files(inRoot(project.dir))]);
  for (const path of [...shared.map((name) => inRoot(name)), ...sources.sort()]) {
    if (isTest(path) || !existsSync(path)) continue;
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

const marks = () => (existsSync(MARKS) ? JSON.parse(readFileSync(MARKS, 'utf8')) : {});

/** Templates and data files stand beside the code that reads them, in `dist` as in `src`. */
function copyAssets() {
  for (const project of servers) {
    const from = inRoot(project.dir, 'src');
    for (const path of files(from)) {
      if (/\.tsx?$/.test(path) || isTest(path)) continue;
      const target = inRoot(project.dir, 'dist', relative(from, path));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(path, target);
    }
  }
}

async function compiler(what, args) {
  const { ok, output } = await run(process.execPath, args, { cwd: ROOT });
  if (!ok) throw new Refusal(`${what} 构建失败。`, `${what}: the build failed.`, output);
}

const SERVER = {
  key: 'server',
  zh: '编译服务端',
  en: 'compiling the server',
  projects: servers,
  outputs: () => servers.map((project) => inRoot(project.dir, 'dist/.tsbuildinfo')),
  make: async () => {
    await compiler('tsc -b', [tool('typescript7/bin/tsc'), '-b']);
    copyAssets();
  },
};

const CONSOLE = {
  key: 'console',
  zh: '打包控制台',
  en: 'bundling the console',
  projects: inConsole,
  outputs: () => [inRoot('apps/console/dist/index.html')],
  make: () => compiler('vite build', [tool('vite/bin/vite.js'), 'build', inRoot('apps/console'), '--logLevel', 'warn']),
};

async function target({ key, zh, en, projects, outputs, make }, force) {
  const hash = hashOf(projects);
  if (!force && marks()[key] === hash && outputs().every((path) => existsSync(path))) return;
  await step(zh, en, make);
  mkdirSync(DATA, { recursive: true });
  writeFileSync(MARKS, JSON.stringify({ ...marks(), [key]: hash }, null, 2) + '\n');
}

/** Builds the part when it changed since the last build of this folder; `force` builds it in any case. */
export const buildServer = ({ force = false } = {}) => target(SERVER, force);
export const buildConsole = ({ force = false } = {}) => target(CONSOLE, force);

export async function build(options) {
  await buildServer(options);
  await buildConsole(options);
}
