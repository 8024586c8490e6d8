/**
 * `npm run rules`: which rules of the spec that are in scope no test names (architecture.md, rule 7). The scope is
 * `scope.json`. `--check` fails where one is missing; `--all` lists every rule with how many tests name it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idsOf, titlesOf } from './titles.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const SPEC = /\.(unit|db|form|page|e2e|faults)\.spec\.tsx?$/;
const PASSED_OVER = new Set(['node_modules', 'dist', 'fixtures']);

function* specs(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name)) yield* specs(path);
    } else if (SPEC.test(entry.name)) yield path;
  }
}

const tests = new Map();
for (const file of ['apps', 'libs', 'tools'].flatMap((folder) => [...specs(join(root, folder))])) {
  for (const title of titlesOf(file, readFileSync(file, 'utf8'))) {
    for (const id of new Set(idsOf(title))) tests.set(id, (tests.get(id) ?? 0) + 1);
  }
}

const { rules, systems } = JSON.parse(readFileSync(join(here, 'scope.json'), 'utf8'));
const scope = [...rules, ...systems];
const missing = scope.filter((id) => !tests.has(id));
if (process.argv.includes('--all')) {
  for (const id of scope) console.log(`${id.padEnd(8)}${String(tests.get(id) ?? 0).padStart(4)}`);
}
console.log(
  missing.length > 0
    ? `没有测试的规则 · rules without a test: ${missing.join(', ')}`
    : `范围内 ${scope.length} 条规则均有测试 · all ${scope.length} rules in scope have a test`,
);
if (process.argv.includes('--check') && missing.length > 0) process.exit(1);
