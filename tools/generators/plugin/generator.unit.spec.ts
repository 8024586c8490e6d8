/** The generator enters a new module wherever the suite names its modules (PLG-3); that what it makes works is `check.mjs`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import plugin from './generator.cjs';

const ROOT = join(__dirname, '../../..');
const ENTERED = [
  'tools/projects/projects.mjs',
  'apps/server/src/plugins.ts',
  'apps/console/src/shell/mounted.tsx',
  'libs/events/src/index.ts',
  'libs/events/src/catalogue.ts',
  'libs/events/src/catalogue.unit.spec.ts',
  'libs/packs/src/atm-5s4e/index.ts',
];
const options = { name: 'good-words', entity: 'good-word', zh: '表扬', skipWorkspace: true };

function workspace(): Tree {
  const tree = createTree();
  for (const file of ENTERED) tree.write(file, readFileSync(join(ROOT, file), 'utf8'));
  tree.write('libs/modules/other/server/src/migrations/1760000041000-other.ts', '');
  return tree;
}

describe('plugin generator', () => {
  it('PLG-3 names the module in every list that names modules', async () => {
    const tree = workspace();
    await plugin(tree, options);
    for (const file of ENTERED) expect(tree.read(file, 'utf8')).toMatch(/good-words|goodWords/);
    expect(tree.exists('libs/events/src/good-words.ts')).toBe(true);
    expect(tree.exists('libs/packs/src/atm-5s4e/good-words.ts')).toBe(true);
  });

  it('PLG-3 makes contract, server and console with names of their own and the next migration', async () => {
    const tree = workspace();
    await plugin(tree, options);
    const at = 'libs/modules/good-words';
    expect(tree.read(`${at}/contract/src/permissions.ts`, 'utf8')).toContain('GOOD_WORDS_PERMISSIONS');
    expect(tree.read(`${at}/server/src/good-word.matter.ts`, 'utf8')).toContain(
      'defineMatter<GoodWord, GoodWordAction>',
    );
    expect(tree.exists(`${at}/server/src/migrations/1760000042000-good-words.ts`)).toBe(true);
    expect(tree.read(`${at}/console/src/good-words.pages.ts`, 'utf8')).toContain('goodWordsPages');
  });

  it('PLG-3 refuses a name that is taken, and a list that looks otherwise than it knows', async () => {
    const tree = workspace();
    await expect(plugin(tree, { ...options, name: 'other' })).rejects.toThrow('a module "other" already');
    tree.write('tools/projects/projects.mjs', 'export const MODULES = [];');
    await expect(plugin(tree, options)).rejects.toThrow('tools/projects/projects.mjs: expected exactly one');
  });
});
