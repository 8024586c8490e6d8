/**
 * Lints every fixture as if it stood at the place its first line names (`// as <path>`), and every project's right to
 * import every other; prints what ESLint said as JSON for fences.unit.spec.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { MAY_USE, MODULES, PROJECTS } from '../projects/projects.mjs';
import { BANNED_IMPORTS, BANNED_PROPERTIES, BANNED_SYNTAX } from './bans.mjs';
import { FOLDERS } from './rules/folder-fence.mjs';
import { NPM_BY_TYPE } from './rules/npm-fence.mjs';
import { ROOT } from './places.mjs';

const FIXTURES = join(ROOT, 'tools/lint/fixtures');
const BOUNDARIES = '@nx/enforce-module-boundaries';
const eslint = new ESLint({ cwd: ROOT, ignore: false });

/** The last part of a rule's name; ESLint's word on switched-off comments has none. */
const short = (ruleId) => ruleId?.split('/').pop() ?? 'no-inline-config';

async function reports(text, filePath) {
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, filePath) });
  return result.messages.map(({ ruleId, message, fatal, line }) => ({
    rule: fatal ? 'syntax' : short(ruleId),
    message,
    line,
  }));
}

async function fixtures() {
  const all = [];
  for (const rule of readdirSync(FIXTURES).sort()) {
    for (const file of readdirSync(join(FIXTURES, rule)).sort()) {
      const text = readFileSync(join(FIXTURES, rule, file), 'utf8');
      const as = /^\/\/ as (\S+)\n/.exec(text)?.[1];
      if (!as) throw new Error(`${rule}/${file} does not begin with "// as <path>".`);
      all.push({ fixture: `${rule}/${file}`, rule, as, reports: await reports(text, as) });
    }
  }
  return all;
}

async function switchedOn(paths) {
  const on = new Set();
  for (const path of paths) {
    const { rules } = await eslint.calculateConfigForFile(join(ROOT, path));
    for (const [name, [severity]] of Object.entries(rules)) if (severity === 2) on.add(short(name));
  }
  return [...on];
}

const mayUse = (from, to) =>
  MAY_USE[from.type].includes(to.type) &&
  (!MODULES.includes(from.scope) && from.scope !== 'shared' ? true : [from.scope, 'shared'].includes(to.scope));

/** One file a project that imports all the others; a line that is refused though allowed, or let through though not. */
async function boundaries() {
  const wrong = [];
  const refusedTypes = new Set();
  for (const from of PROJECTS) {
    const others = PROJECTS.filter((to) => to !== from);
    const text = others.map((to) => `import '${to.name}';\n`).join('');
    const said = (await reports(text, `${from.dir}/src/fence.ts`)).filter(
      (report) => report.rule === short(BOUNDARIES),
    );
    others.forEach((to, index) => {
      const here = said.filter((report) => report.line === index + 1);
      const refused = mayUse(from, to)
        ? here.some((report) => report.message.includes('can only depend on'))
        : here.length > 0;
      if (refused) refusedTypes.add(from.type);
      if (refused === mayUse(from, to)) wrong.push(`${from.name} → ${to.name}: ${here[0]?.message ?? 'let through'}`);
    });
  }
  return { wrong, refusedTypes: [...refusedTypes] };
}

const all = await fixtures();
const answer = {
  fixtures: all,
  switchedOn: await switchedOn(['libs/domain/src/any.ts', 'apps/console/src/any.tsx', 'tools/any.mjs']),
  banned: [...BANNED_SYNTAX, ...BANNED_PROPERTIES, ...BANNED_IMPORTS.patterns].map((ban) => ban.message),
  npmTypes: Object.keys(NPM_BY_TYPE),
  folders: Object.keys(FOLDERS),
  types: [...new Set(PROJECTS.map((project) => project.type))],
  boundaries: await boundaries(),
};
process.stdout.write(JSON.stringify(answer));
