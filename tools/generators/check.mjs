/**
 * PLG-3: makes a plugin in a copy of the workspace and lets lint, types and its own tests judge it. What a new room
 * begins with must be green, or nobody begins with it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const SKIP = new Set(['node_modules', 'dist', '.git', '.data', '.nx', 'out', 'coverage']);
const NAME = 'praises';

/** Sources only: built files would hide what no longer compiles. */
function copyWorkspace(to) {
  cpSync(root, to, { recursive: true, filter: (path) => path === root || !SKIP.has(basename(path)) });
}

/** The packages as they are, our own workspaces as they are in the copy. */
async function linkPackages(to) {
  const packages = join(to, 'node_modules');
  mkdirSync(packages, { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@bihuan') symlinkSync(join(root, 'node_modules', name), join(packages, name));
  }
  mkdirSync(join(packages, '@bihuan'));
  const { PROJECTS } = await import(pathToFileURL(join(to, 'tools/projects/projects.mjs')).href);
  const links = [...PROJECTS, { name: '@bihuan/generators', dir: 'tools/generators' }];
  for (const { name, dir } of links) {
    const place = join(packages, name);
    if (!existsSync(place) && existsSync(join(to, dir))) symlinkSync(join(to, dir), place);
  }
}

function run(folder, script, ...parameters) {
  const { status } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  if (status !== 0) throw new Error(`${script} ${parameters.join(' ')} failed in a workspace with a new plugin.`);
}

const folder = mkdtempSync(join(tmpdir(), 'bihuan-plugin-'));
try {
  copyWorkspace(folder);
  await linkPackages(folder);
  const packages = (path) => join('node_modules', path);
  run(
    folder,
    packages('nx/dist/bin/nx.js'),
    'g',
    '@bihuan/generators:plugin',
    NAME,
    ...['--entity', 'praise', '--zh', '表扬', '--skipWorkspace'],
  );
  for (const part of ['contract', 'server', 'console']) {
    const dir = join(folder, `libs/modules/${NAME}/${part}`);
    symlinkSync(dir, join(folder, 'node_modules/@bihuan', `${NAME}-${part}`));
  }
  run(folder, 'tools/projects/sync.mjs');
  run(folder, packages('prettier/bin/prettier.cjs'), '--write', '--log-level', 'warn', `libs/modules/${NAME}`);
  run(folder, packages('typescript7/bin/tsc'), '-b', `libs/modules/${NAME}/server`);
  run(folder, packages('eslint/bin/eslint.js'), `libs/modules/${NAME}`, '--max-warnings', '0');
  run(folder, packages('jest/bin/jest.js'), '--testPathPatterns', `libs/modules/${NAME}`, 'libs/events', '-w', '2');
  process.stdout.write(`A new plugin passes lint, types and its tests.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
