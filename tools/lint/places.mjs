/** Reads a file's place: which project it belongs to, and whether it is a test. All rules speak of paths from the root. */
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECTS } from '../projects/projects.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export const fromRoot = (file) => relative(ROOT, file).replaceAll('\\', '/');

const byDepth = [...PROJECTS].sort((a, b) => b.dir.length - a.dir.length);

/** The project a file (path from the root) belongs to. */
export const projectOf = (path) => byDepth.find((project) => path.startsWith(`${project.dir}/`));

/** Tests, their builders and their set-up; such files never reach a running suite. */
export const isTest = (path) =>
  /\.spec\.tsx?$/.test(path) || path.includes('/test/') || /\/test-(setup|complaints)\.ts$/.test(path);

/** Calls `use(node, name, typeOnly)` for every module a file names. */
export function eachImport(use) {
  const seen = (node) =>
    node.source && use(node.source, node.source.value, (node.importKind ?? node.exportKind) === 'type');
  return {
    ImportDeclaration: seen,
    ExportNamedDeclaration: seen,
    ExportAllDeclaration: seen,
    ImportExpression: (node) => node.source.type === 'Literal' && use(node.source, node.source.value, false),
    'CallExpression[callee.name="require"]': (node) => {
      const [name] = node.arguments;
      if (name?.type === 'Literal') use(name, name.value, false);
    },
  };
}
