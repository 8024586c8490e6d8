/**
 * The one list of rooms. Tags, package files, TypeScript references and the lint fences are all made from it
 * (`npm run projects`), so a new room is fenced at birth.
 */
export const MODULES = ['hotline', 'dispatch', 'complaints', 'appeals', 'revisit', 'appraisal', 'reporting'];

/** Platform parts without pages. */
const PARTS = [
  'plugin-kit',
  'database',
  'clock',
  'privacy',
  'audit',
  'outbox',
  'calendars',
  'alarms',
  'numbering',
  'http',
  'policies',
  'notices',
  'work',
  'live',
  'matters',
  'attachments',
  'exchange',
  'webhooks',
  'engine',
  'engine',
];

/** Platform parts with pages: contract, server and console of their own. */
const PARTS_WITH_PAGES = ['identity', 'org', 'customers', 'forms'];

/** Modules that exist in this repository so far. */
const BUILT_MODULES = MODULES;

const part = (name) => ({ dir: `libs/platform/${name}`, name: `@bihuan/${name}`, scope: 'shared', type: 'platform' });

const partWithPages = (name) => [
  {
    dir: `libs/platform/${name}/contract`,
    name: `@bihuan/${name}-contract`,
    scope: 'shared',
    type: 'platform-contract',
  },
  { dir: `libs/platform/${name}/server`, name: `@bihuan/${name}`, scope: 'shared', type: 'platform' },
];

const plugin = (name) => [
  { dir: `libs/modules/${name}/contract`, name: `@bihuan/${name}-contract`, scope: name, type: 'plugin-contract' },
  { dir: `libs/modules/${name}/server`, name: `@bihuan/${name}-server`, scope: name, type: 'plugin-server' },
  { dir: `libs/modules/${name}/console`, name: `@bihuan/${name}-console`, scope: name, type: 'plugin-console' },
];

/** Every project: folder, package name, scope and type (style.md §4). */
export const PROJECTS = [
  { dir: 'apps/server', name: '@bihuan/server', scope: 'host', type: 'app-server' },
  { dir: 'apps/console', name: '@bihuan/console', scope: 'host', type: 'app-console' },
  { dir: 'apps/server-e2e', name: '@bihuan/server-e2e', scope: 'host', type: 'e2e' },
  { dir: 'apps/console-e2e', name: '@bihuan/console-e2e', scope: 'host', type: 'e2e' },
  { dir: 'libs/domain', name: '@bihuan/domain', scope: 'shared', type: 'domain' },
  { dir: 'libs/events', name: '@bihuan/events', scope: 'shared', type: 'contracts' },
  { dir: 'libs/packs', name: '@bihuan/packs', scope: 'shared', type: 'platform' },
  { dir: 'libs/console-kit', name: '@bihuan/console-kit', scope: 'shared', type: 'console-kit' },
  { dir: 'libs/testing/kit', name: '@bihuan/testing-kit', scope: 'shared', type: 'testing-kit' },
  { dir: 'libs/testing/harness', name: '@bihuan/testing-harness', scope: 'shared', type: 'testing-harness' },
  { dir: 'tools/demo', name: '@bihuan/demo', scope: 'host', type: 'tool' },
  { dir: 'tools/bench', name: '@bihuan/bench', scope: 'host', type: 'tool' },
  ...PARTS.map(part),
  ...PARTS_WITH_PAGES.flatMap(partWithPages),
  ...BUILT_MODULES.flatMap(plugin),
];

/** Projects whose source runs in the browser: bundled by Vite, type-checked together, never emitted by tsc. */
export const isBrowser = (project) =>
  ['app-console', 'plugin-console', 'platform-console', 'console-kit'].includes(project.type);

/** Which types a type may import (style.md §4). */
export const MAY_USE = {
  'app-server': ['plugin-server', 'platform', 'platform-contract', 'contracts', 'domain'],
  'app-console': [
    'plugin-console',
    'platform-console',
    'platform-contract',
    'plugin-contract',
    'console-kit',
    'contracts',
  ],
  'plugin-server': [
    'plugin-contract',
    'platform-contract',
    'platform',
    'contracts',
    'domain',
    'testing-kit',
    'testing-harness',
  ],
  'plugin-console': ['plugin-contract', 'platform-contract', 'console-kit', 'contracts'],
  'plugin-contract': ['contracts', 'domain'],
  contracts: ['domain'],
  'platform-contract': ['contracts', 'domain'],
  platform: ['platform', 'platform-contract', 'contracts', 'domain', 'testing-kit', 'testing-harness'],
  'platform-console': ['platform-contract', 'console-kit', 'contracts'],
  domain: ['domain'],
  'console-kit': ['contracts', 'platform-contract'],
  'testing-kit': ['contracts', 'domain'],
  'testing-harness': ['testing-kit', 'platform', 'platform-contract', 'contracts', 'domain'],
  e2e: [
    'e2e',
    'app-server',
    'testing-kit',
    'testing-harness',
    'platform',
    'platform-contract',
    'plugin-contract',
    'contracts',
    'domain',
    'tool',
  ],
  // The bench measures what the end-to-end tests play, in their browser and with their people.
  tool: ['app-server', 'platform', 'platform-contract', 'plugin-contract', 'contracts', 'domain', 'testing-kit', 'e2e'],
};
