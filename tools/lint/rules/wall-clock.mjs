/**
 * No code reads the wall clock: rules take `now` as an argument, everything else asks the one Clock (architecture.md
 * rule 2). The file that is the clock is excepted in the config.
 */
const WHAT = {
  Date: 'new Date() without an argument',
  'Date.now': 'Date.now()',
  'DateTime.now': 'DateTime.now()',
  dayjs: 'dayjs() without an argument',
};

export default {
  meta: {
    type: 'problem',
    docs: { description: 'the wall clock is read in one place only' },
    messages: {
      clock:
        '{{what}} reads the wall clock. Take `now` as an argument, or ask the Clock; real-time things use realNow().',
    },
    schema: [],
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'clock', data: { what: WHAT[what] } });
    const name = (node) => (node.type === 'Identifier' ? node.name : undefined);
    return {
      NewExpression(node) {
        if (name(node.callee) === 'Date' && node.arguments.length === 0) report(node, 'Date');
      },
      CallExpression(node) {
        if (name(node.callee) === 'Date') report(node, 'Date');
        if (name(node.callee) === 'dayjs' && node.arguments.length === 0) report(node, 'dayjs');
      },
      MemberExpression(node) {
        if (name(node.object) === 'Date' && node.property.name === 'now') report(node, 'Date.now');
        if (name(node.object) !== 'DateTime') return;
        const bare = node.parent.type === 'CallExpression' && node.parent.arguments.length === 0;
        if (node.property.name === 'now' || (bare && ['local', 'utc'].includes(node.property.name))) {
          report(node, 'DateTime.now');
        }
      },
    };
  },
};
