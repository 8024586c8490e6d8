/**
 * `npx nx g @bihuan/generators:plugin praises --entity praise --zh 表扬` (PLG-3): contract, server and console of a module,
 * its events and its part of a pack, entered wherever the suite names its modules.
 */
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { generateFiles, names } = require('@nx/devkit');

const PACK = 'atm-5s4e';

/** Changes a file by replacing a mark that must be there once: a mark that moved is said, not passed over. */
function edit(tree, path, ...changes) {
  let text = tree.read(path, 'utf8');
  for (const [mark, replacement] of changes) {
    if (text.split(mark).length !== 2) throw new Error(`${path}: expected exactly one ${JSON.stringify(mark)}.`);
    text = text.replace(mark, () => replacement);
  }
  tree.write(path, text);
}

/** Migrations are ordered by number: the next free hundred after the last module's. */
function nextMigration(tree) {
  const numbers = tree
    .children('libs/modules')
    .flatMap((module) => tree.children(`libs/modules/${module}/server/src/migrations`))
    .map((file) => /^17600000(\d\d)\d{3}-/.exec(file)?.[1])
    .filter(Boolean)
    .map(Number);
  return `17600000${Math.max(29, ...numbers) + 1}000`;
}

module.exports = async function plugin(tree, { name, entity, zh, en, skipWorkspace }) {
  if (tree.exists(`libs/modules/${name}`)) throw new Error(`There is a module "${name}" already.`);
  if (name === entity) throw new Error('The module is named in the plural, its case in the singular.');
  const module = names(name);
  const one = names(entity);
  const english = en ?? entity.replaceAll('-', ' ');
  const words = {
    m: name,
    M: module.className,
    mc: module.propertyName,
    U: module.constantName,
    e: entity,
    E: one.className,
    ec: one.propertyName,
    EU: one.constantName,
    zh,
    en: english,
    En: english.charAt(0).toUpperCase() + english.slice(1),
    table: `${name.replaceAll('-', '_')}.${entity.replaceAll('-', '_')}`,
    schema: name.replaceAll('-', '_'),
    migration: nextMigration(tree),
  };
  for (const part of ['contract', 'server', 'console']) {
    generateFiles(tree, join(__dirname, 'files', part), `libs/modules/${name}/${part}/src`, words);
  }
  generateFiles(tree, join(__dirname, 'files', 'events'), 'libs/events/src', words);
  generateFiles(tree, join(__dirname, 'files', 'pack'), `libs/packs/src/${PACK}`, words);
  enter(tree, words);
  return () => {
    if (skipWorkspace) return;
    const run = (...command) => execFileSync(process.execPath, command, { cwd: tree.root, stdio: 'inherit' });
    run('tools/projects/sync.mjs');
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: tree.root, stdio: 'inherit' });
    run(
      'node_modules/prettier/bin/prettier.cjs',
      '--write',
      `libs/modules/${name}`,
      'libs/events/src',
      'libs/packs/src',
    );
  };
};

/** The places in which the suite names its modules. */
function enter(tree, { m, mc }) {
  edit(tree, 'tools/projects/projects.mjs', ["'reporting'];", `'reporting', '${m}'];`]);
  edit(
    tree,
    'apps/server/src/plugins.ts',
    [
      "import('@bihuan/reporting-server'),",
      `import('@bihuan/reporting-server'),\n  ${key(m)}: () => import('@bihuan/${m}-server'),`,
    ],
    ["  'reporting',\n];", `  'reporting',\n  '${m}',\n];`],
  );
  edit(tree, 'apps/console/src/shell/mounted.tsx', [
    "(await import('@bihuan/reporting-console')).reportingPages,",
    `(await import('@bihuan/reporting-console')).reportingPages,\n  ${key(m)}: async () => (await import('@bihuan/${m}-console')).${mc}Pages,`,
  ]);
  edit(tree, 'libs/events/src/index.ts', [
    "export * from './reporting';",
    `export * from './reporting';\nexport * from './${m}';`,
  ]);
  edit(
    tree,
    'libs/events/src/catalogue.ts',
    [
      "import * as revisit from './revisit';",
      `import * as revisit from './revisit';\nimport * as ${mc} from './${m}';`,
    ],
    ['appraisal, reporting]', `appraisal, reporting, ${mc}]`],
  );
  edit(tree, 'libs/events/src/catalogue.unit.spec.ts', ["'reporting'];", `'reporting', '${m}'];`]);
  edit(
    tree,
    `libs/packs/src/${PACK}/index.ts`,
    ["import { roles } from './roles';", `import { roles } from './roles';\nimport { ${mc} } from './${m}';`],
    ['appraisal, reporting },', `appraisal, reporting, ${m === mc ? m : `'${m}': ${mc}`} },`],
  );
}

const key = (name) => (/^[a-z]+$/.test(name) ? name : `'${name}'`);
