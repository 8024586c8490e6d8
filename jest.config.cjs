const preset = require('./jest.preset.cjs');

/** A kind of test a project: what the file name says is what it may touch (style.md §3). */
const kind = (displayName, suffix, more = {}) => ({
  ...preset,
  displayName,
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testMatch: [`**/*.${suffix}.spec.ts`],
  ...more,
});

module.exports = {
  // Two cores share a database, a browser and the tests: patience, not speed, is asked of a single test.
  testTimeout: 120_000,
  projects: [
    kind('unit', 'unit'),
    kind('db', 'db'),
    kind('form', 'form'),
    kind('page', 'page', {
      testMatch: ['**/*.page.spec.tsx'],
      testEnvironment: 'jest-environment-jsdom',
      testEnvironmentOptions: { customExportConditions: ['@bihuan/source', 'browser', 'require', 'default'] },
      setupFiles: ['reflect-metadata', '<rootDir>/libs/console-kit/test-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/libs/console-kit/test-complaints.ts'],
    }),
    kind('e2e', 'e2e'),
    kind('faults', 'faults'),
  ],
};
