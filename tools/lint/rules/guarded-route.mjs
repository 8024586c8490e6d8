/** Every route says what it asks of the person: @Permit(…), @Authenticated() or @Public(), on it or on its class (IDN-2). */
const ROUTES = new Set(['Get', 'Post', 'Put', 'Delete', 'Patch', 'All', 'Head', 'Options', 'Search', 'Sse']);
const GUARDS = new Set(['Permit', 'Authenticated', 'Public']);

const names = (decorators = []) =>
  decorators.map(({ expression }) => (expression.type === 'CallExpression' ? expression.callee.name : expression.name));

export default {
  meta: {
    type: 'problem',
    docs: { description: 'no route without a guard' },
    messages: { open: 'The route "{{name}}" has no guard: add @Permit(…), @Authenticated() or @Public().' },
    schema: [],
  },
  create(context) {
    return {
      MethodDefinition(node) {
        const own = names(node.decorators);
        if (!own.some((name) => ROUTES.has(name))) return;
        const guards = [...own, ...names(node.parent.parent.decorators)];
        if (guards.some((name) => GUARDS.has(name))) return;
        context.report({ node: node.key, messageId: 'open', data: { name: node.key.name } });
      },
    };
  },
};
