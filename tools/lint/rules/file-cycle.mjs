/** No two files of a project need each other, by however many steps (style.md §4). Types do not count: they are erased. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eachImport, fromRoot } from '../places.mjs';

const RELATIVE = /^\s*(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]*)['"]/gm;
const needs = new Map();

function resolve(file, name) {
  const base = join(dirname(file), name);
  return [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts'), join(base, 'index.tsx'), base].find(
    (path) => /\.tsx?$/.test(path) && existsSync(path),
  );
}

function importsOf(file) {
  if (!needs.has(file)) {
    const text = readFileSync(file, 'utf8');
    const found = [...text.matchAll(RELATIVE)].map(([, name]) => resolve(file, name));
    needs.set(file, found.filter(Boolean));
  }
  return needs.get(file);
}

/** The way from a file back to `goal`, as a list of files; undefined when there is none. */
function wayBack(start, goal) {
  const from = new Map([[start, undefined]]);
  for (const file of from.keys()) {
    if (file === goal) {
      const way = [];
      for (let at = file; at; at = from.get(at)) way.unshift(at);
      return way;
    }
    for (const next of importsOf(file)) if (!from.has(next)) from.set(next, file);
  }
  return undefined;
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'no cycles among files' },
    messages: { cycle: 'This import closes a circle: {{way}}.' },
    schema: [],
  },
  create(context) {
    return eachImport((node, name, typeOnly) => {
      if (typeOnly || !name.startsWith('.')) return;
      const target = resolve(context.filename, name);
      const way = target && wayBack(target, context.filename);
      if (way) context.report({ node, messageId: 'cycle', data: { way: way.map(fromRoot).join(' → ') } });
    });
  },
};
