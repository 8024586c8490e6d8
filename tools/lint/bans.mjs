/** Calls and notations banned in all TypeScript of the suite (style.md §4 and §5), each with the way out. */
export const BANNED_SYNTAX = [
  {
    selector: 'Identifier[name="forwardRef"]',
    message: 'forwardRef hides a circle: split the part both need.',
  },
  {
    selector: 'Property[key.name="synchronize"][value.value=true]',
    message: 'synchronize: true changes tables behind our back: write a migration.',
  },
  {
    selector: 'Property[key.name="eager"][value.value=true]',
    message: 'eager: true loads what nobody asked for: name the relation where it is read.',
  },
  {
    selector:
      'CallExpression[callee.property.name="catch"] > .arguments[body.type="BlockStatement"][body.body.length=0]',
    message: 'An error is swallowed here: handle it, or let it pass.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>7]',
    message: 'More than seven injected things: this class holds two ideas (style.md §5, 1).',
  },
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]',
    message: 'A test that is left out proves nothing: run it, or remove it.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
    message: 'A test left out by its name proves nothing: run it, or remove it.',
  },
];

export const BANNED_PROPERTIES = [
  { object: 'Math', property: 'random', message: 'Use randomUUID() or randomInt() of node:crypto, or a seed.' },
];

export const BANNED_IMPORTS = {
  patterns: [
    { group: ['@bihuan/*/*'], message: 'A package has one public face, its index.ts.' },
    { regex: '^(\\.|@bihuan/).*/dist(/|$)', message: 'Built files are not for importing: name the package.' },
  ],
};
