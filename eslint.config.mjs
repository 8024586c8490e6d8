/** Lint: the fences of style.md §4. What each rule means stands in tools/lint; each has a fixture that must fail. */
import { createRequire } from 'node:module';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { BANNED_IMPORTS, BANNED_PROPERTIES, BANNED_SYNTAX } from './tools/lint/bans.mjs';
import { DEP_CONSTRAINTS } from './tools/lint/boundaries.mjs';
import { MEMORY_TIMERS, REAL_CLOCK, SQL_CLOCK } from './tools/lint/exceptions.mjs';
import house from './tools/lint/plugin.mjs';

// The boundary rule reads Nx's graph from a cache and is silent without one: it is made afresh here.
process.env.NX_DAEMON = 'false';
const { createProjectGraphAsync } = createRequire(import.meta.url)('@nx/devkit');
await createProjectGraphAsync({ exitOnError: false });

const NODE_GLOBALS =
  'process performance console setTimeout clearTimeout setInterval clearInterval fetch URL Buffer'.split(' ');
const sources = ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}', 'tools/**/*.{ts,tsx}'];

export default [
  { ignores: ['**/node_modules', '**/dist', '.nx', '.data', 'out', 'coverage', 'tools/lint/fixtures'] },
  { linterOptions: { noInlineConfig: true } },
  {
    files: [...sources, '**/*.{js,mjs,cjs}'],
    plugins: { house, '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', { max: 300 }],
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'house/file-kind': 'error',
    },
  },
  {
    files: sources,
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { depConstraints: DEP_CONSTRAINTS, checkDynamicDependenciesExceptions: ['.*'] },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      'no-restricted-imports': ['error', BANNED_IMPORTS],
      'no-restricted-properties': ['error', ...BANNED_PROPERTIES],
      'no-restricted-syntax': ['error', ...BANNED_SYNTAX],
      'house/file-cycle': 'error',
      'house/folder-fence': 'error',
      'house/guarded-route': 'error',
      'house/memory-timer': 'error',
      'house/npm-fence': 'error',
      'house/sql-clock': 'error',
      'house/wall-clock': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'], // what the compiler would find in TypeScript
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: { 'no-undef': 'error' },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: MEMORY_TIMERS, rules: { 'house/memory-timer': 'off' } },
  { files: REAL_CLOCK, rules: { 'house/wall-clock': 'off' } },
  { files: SQL_CLOCK, rules: { 'house/sql-clock': 'off' } },
];
