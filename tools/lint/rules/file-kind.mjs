/** What a file is stands in its name: kebab-case everywhere, the kind of test, and in modules the closed list of kinds. */
import { posix } from 'node:path';
import { fromRoot } from '../places.mjs';

export const KINDS = (
  'manifest module settings errors state decide rules controller handler query part entity store deadline form ' +
  'indicator page pages dto builder template sample matter'
).split(' ');
const FIXED = ['index', 'permissions', 'publish', 'sample', 'template'];
const TESTS = ['unit', 'db', 'form', 'page', 'e2e', 'faults'];
/** Folders whose place says the kind: one query or mutation a file, parts of pages, texts, tests' own helpers. */
const BY_PLACE = /\/console\/src\/[a-z-]+\/|\/test\//;
const MIGRATION = /\/migrations\/\d{13}-[a-z0-9]+(-[a-z0-9]+)*$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LOCALE = /^(zh-CN|en)$/;

export default {
  meta: {
    type: 'problem',
    docs: { description: 'file names' },
    messages: {
      kebab: '"{{part}}" is not kebab-case.',
      test: 'A test says its kind: .{{kinds}}.spec. This one would never run.',
      kind: '"{{name}}" does not say what it is: name.<kind>.ts of {{kinds}}; or {{fixed}}, on-*.ts (style.md §3).',
    },
    schema: [],
  },
  create(context) {
    const path = fromRoot(context.filename);
    return {
      Program(node) {
        const report = (messageId, data) => context.report({ node, loc: { line: 1, column: 0 }, messageId, data });
        let name = posix.basename(path).replace(/\.(ts|tsx|mjs|cjs|mts)$/, '');
        const spec = /^(.*?)(?:\.([a-z0-9]+))?\.spec$/.exec(name);
        if (spec) {
          if (!TESTS.includes(spec[2])) return report('test', { kinds: TESTS.join('|') });
          [, name] = spec;
        }
        const wrong = name.split('.').find((part) => !KEBAB.test(part) && !LOCALE.test(part));
        if (wrong !== undefined) return report('kebab', { part: wrong });
        if (!path.startsWith('libs/modules/') || spec) return undefined;
        const [stem, kind, ...more] = name.split('.');
        const placed = BY_PLACE.test(path) || MIGRATION.test(path.replace(/\.ts$/, ''));
        if (placed && !kind) return undefined;
        if (!kind && (FIXED.includes(stem) || /^on-/.test(stem))) return undefined;
        if (KINDS.includes(kind) && more.length === 0) return undefined;
        return report('kind', { name, kinds: KINDS.join(', '), fixed: FIXED.join(', ') });
      },
    };
  },
};
