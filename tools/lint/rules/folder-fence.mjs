/**
 * The folders inside a plugin's server (style.md §4): who may name whom. Tests are outside the fence.
 * domain/ imports itself and @bihuan/domain; besides that the room's own contract (codes and shapes, no input or
 * output), its error catalogue, since a rule says by name that it is broken, and types of its settings.
 */
import { dirname, posix } from 'node:path';
import { eachImport, fromRoot, isTest } from '../places.mjs';

const SERVER = /^(libs\/modules\/[^/]+\/server\/src)\/(.*)$/;

/** By folder: the folders it may name besides itself; files at the top of `src` (settings, errors) are free to all. */
export const FOLDERS = {
  domain: [],
  'use-cases': ['domain', 'data', 'events/publish', 'deadlines'],
  events: ['domain', 'data', 'deadlines', 'use-cases'],
  deadlines: ['domain', 'data', 'events/publish'],
  queries: ['domain', 'data'],
  data: ['domain'],
};

const folderOf = (path) => (path.includes('/') ? path.split('/')[0] : '');
const isController = (path) => /\.controller$/.test(path.replace(/\.ts$/, ''));

export default {
  meta: {
    type: 'problem',
    docs: { description: 'the folders inside a plugin server' },
    messages: {
      pure: 'domain/ imports only itself, @bihuan/domain, its contract and its *.errors, not "{{name}}".',
      folder: '{{from}}/ may not import {{to}}/ (style.md §4).',
      typeOnly: 'data/ knows the domain by its types only: write `import type`.',
      typeorm: '"{{name}}" belongs in data/ and migrations/ only.',
      controller: 'Only a *.module.ts imports a controller.',
      entity: 'A controller knows no entity: output is built by whitelist (style.md §5, 5).',
    },
    schema: [],
  },
  create(context) {
    const path = fromRoot(context.filename);
    const place = SERVER.exec(path);
    if (!place || isTest(path)) return {};
    const [, src, inside] = place;
    const ownContract = `@bihuan/${path.split('/')[2]}-contract`;
    const from = folderOf(inside);
    const report = (node, messageId, data = {}) => context.report({ node, messageId, data });

    const external = (node, name, typeOnly) => {
      // A rule may know who acts by type; what carries Nest stays outside.
      const pure = name === '@bihuan/domain' || name === ownContract || (typeOnly && name === '@bihuan/plugin-kit');
      if (from === 'domain' && !pure) report(node, 'pure', { name });
      else if (name === 'typeorm' && !['data', 'migrations'].includes(from)) report(node, 'typeorm', { name });
      else if (name === '@nestjs/typeorm' && from !== 'data' && !inside.endsWith('.module.ts')) {
        report(node, 'typeorm', { name });
      }
    };

    return eachImport((node, name, typeOnly) => {
      if (!name.startsWith('.')) return external(node, name, typeOnly);
      const target = posix.relative(src, posix.join(dirname(path), name));
      const to = folderOf(target);
      if (isController(target) && !inside.endsWith('.module.ts')) return report(node, 'controller');
      if (isController(inside) && /\.entity$/.test(target)) return report(node, 'entity');
      if (from === 'domain' && to !== 'domain') {
        const pure = to === '' && (typeOnly || target.endsWith('.errors'));
        return pure ? undefined : report(node, 'pure', { name });
      }
      const fence = FOLDERS[from];
      if (to === 'queries' && isController(inside)) return undefined; // an action answers in the words of the list
      if (!fence || to === from || to === '') return undefined;
      if (!fence.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))) {
        return report(node, 'folder', { from, to });
      }
      if (from === 'data' && to === 'domain' && !typeOnly) return report(node, 'typeOnly');
      return undefined;
    });
  },
};
