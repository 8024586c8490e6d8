/**
 * No promise hangs on a timer in memory (style.md §5, 6): business time is a row with a due instant. The files that may
 * keep a timer for the machine's own sake (sweeper, relay, browser pool, pages) are named in the config.
 */
const TIMERS = new Set(['setTimeout', 'setInterval']);

export default {
  meta: {
    type: 'problem',
    docs: { description: 'no business time in timers' },
    messages: {
      timer: '{{what}} forgets everything when the process ends. Arm a deadline, or add the file to the list.',
    },
    schema: [],
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'timer', data: { what } });
    return {
      CallExpression(node) {
        const callee = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
        if (TIMERS.has(callee.name)) report(node, callee.name);
      },
      ImportDeclaration(node) {
        if (!/^(node:)?timers(\/promises)?$/.test(node.source.value)) return;
        for (const specifier of node.specifiers) {
          const what = specifier.imported?.name;
          if (!what || TIMERS.has(what)) report(specifier, what ?? node.source.value);
        }
      },
    };
  },
};
