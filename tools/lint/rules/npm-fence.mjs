/** Which packages a type of project may name (style.md §4), and that test packages stay in tests. */
import { eachImport, fromRoot, isTest, projectOf } from '../places.mjs';

const BROWSER = ['react', 'react-dom', 'react-router', 'react-i18next', 'antd', '@ant-design/*', '@tanstack/*'];
const SERVER = [
  '@nestjs/*',
  'typeorm',
  'bullmq',
  'ioredis',
  'pg',
  'fastify',
  '@fastify/*',
  'puppeteer-core',
  'nodemailer',
];
const CONTRACT = { only: ['zod'], why: 'a contract is read by server and browser' };
const CONSOLE = { banned: SERVER, why: 'it runs in the browser' };

/** By type: `banned` names, or the `only` names allowed. Names are exact or end in `*`. */
export const NPM_BY_TYPE = {
  'app-server': { banned: BROWSER, why: 'it runs on the server' },
  'app-console': CONSOLE,
  'plugin-server': {
    banned: ['bullmq', 'ioredis', 'pg', 'puppeteer*', '@sparticuz/*', ...BROWSER],
    why: 'a plugin reaches queue, database and browser through the platform',
  },
  'plugin-console': CONSOLE,
  'platform-console': CONSOLE,
  'console-kit': CONSOLE,
  'plugin-contract': CONTRACT,
  'platform-contract': CONTRACT,
  contracts: CONTRACT,
  platform: { banned: BROWSER, why: 'it runs on the server' },
  domain: {
    banned: [
      ...SERVER,
      ...BROWSER,
      '@bihuan/database',
      'handlebars',
      'puppeteer*',
      'express',
      ...['fs', 'fs/promises', 'http', 'https', 'net', 'child_process', 'worker_threads', 'timers*'].map(
        (name) => `node:${name}`,
      ),
    ],
    why: 'rules do no input and output',
  },
};

const TEST_ONLY = [
  '@bihuan/testing-*',
  '@nestjs/testing',
  '@testing-library/*',
  '@jest/*',
  'jest',
  'supertest',
  'fast-check',
  'pdfjs-dist*',
  '@napi-rs/canvas',
];
/** Projects that are tests, or measure. */
const TESTING = ['testing-kit', 'testing-harness', 'e2e', 'tool'];

const matches = (name, patterns) =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`),
  );

export default {
  meta: {
    type: 'problem',
    docs: { description: 'packages a type of project may not name' },
    messages: {
      banned: 'A project of type "{{type}}" may not use "{{name}}": {{why}} (style.md §4).',
      test: '"{{name}}" is for tests only: *.spec.ts and test/.',
    },
    schema: [],
  },
  create(context) {
    const path = fromRoot(context.filename);
    const type = projectOf(path)?.type;
    if (!type) return {};
    const fence = NPM_BY_TYPE[type];
    return eachImport((node, name) => {
      if (name.startsWith('.')) return;
      if (!isTest(path) && !TESTING.includes(type) && matches(name, TEST_ONLY)) {
        context.report({ node, messageId: 'test', data: { name } });
        return;
      }
      if (!fence || isTest(path)) return;
      const refused = fence.only
        ? !name.startsWith('@bihuan/') && !matches(name, fence.only)
        : matches(name, fence.banned);
      if (refused) context.report({ node, messageId: 'banned', data: { type, name, why: fence.why } });
    });
  },
};
