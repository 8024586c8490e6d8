/**
 * Writes each project's package.json and tsconfig.json, and the root tsconfig.json, from `projects.mjs` and from what
 * the sources import. `--check` writes nothing and fails where a file differs.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBrowser, PROJECTS } from './projects.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const check = process.argv.includes('--check');
const stale = [];

function write(path, value) {
  const text = JSON.stringify(value, null, 2) + '\n';
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function* sources(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (entry === 'node_modules' || entry === 'dist') continue;
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry)) yield path;
  }
}

const isSpec = (path) => /\.spec\.tsx?$|\/test\//.test(path);
const IMPORT = /(?:from\s+|import\s+|import\(\s*|require\(\s*)['"](@bihuan\/[a-z0-9-]+)['"]/g;

function importsOf(project) {
  const run = new Set();
  const test = new Set();
  for (const path of sources(join(root, project.dir, 'src'))) {
    for (const [, name] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      if (name !== project.name) (isSpec(path) ? test : run).add(name);
    }
  }
  for (const name of run) test.delete(name);
  return { run: [...run].sort(), test: [...test].sort() };
}

const byName = new Map(PROJECTS.map((p) => [p.name, p]));
const references = [];

for (const project of PROJECTS) {
  if (!existsSync(join(root, project.dir, 'src'))) continue;
  const { run, test } = importsOf(project);
  const any = (names) => Object.fromEntries(names.map((name) => [name, '*']));
  const source = project.type === 'app-console' ? './src/main.tsx' : './src/index.ts';
  write(`${project.dir}/package.json`, {
    name: project.name,
    version: '0.1.0',
    private: true,
    ...(project.type === 'app-console' ? { type: 'module' } : {}),
    exports: isBrowser(project)
      ? { '.': source, './package.json': './package.json' }
      : {
          '.': { '@bihuan/source': source, types: './dist/index.d.ts', default: './dist/index.js' },
          './package.json': './package.json',
        },
    ...(run.length ? { dependencies: any(run) } : {}),
    ...(test.length ? { devDependencies: any(test) } : {}),
    nx: { tags: [`scope:${project.scope}`, `type:${project.type}`] },
  });
  if (isBrowser(project)) continue;
  const depth = relative(join(root, project.dir), root) || '.';
  write(`${project.dir}/tsconfig.json`, {
    extends: `${depth}/tsconfig.base.json`,
    compilerOptions: { rootDir: 'src', outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo' },
    include: ['src'],
    exclude: ['src/**/*.spec.ts', 'src/**/test/**'],
    references: run
      .map((name) => byName.get(name))
      .filter((p) => p && !isBrowser(p))
      .map((p) => ({ path: relative(join(root, project.dir), join(root, p.dir)) })),
  });
  references.push({ path: `./${project.dir}` });
}
write('tsconfig.json', { files: [], references });

if (check && stale.length) {
  console.error(
    `These files differ from tools/projects/projects.mjs; run "npm run projects":\n  ${stale.join('\n  ')}`,
  );
  process.exit(1);
}
if (!check) console.log(stale.length ? `written: ${stale.join(', ')}` : 'nothing to change');
