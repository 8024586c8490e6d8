/**
 * No SQL reads the database's clock: our `now` is a parameter, also in defaults of columns (architecture.md rule 2).
 * One file is excepted in the config: the firing statement of the alarms.
 */
const CLOCK =
  /(?<![.\w])(now\s*\(\s*\)|(clock|statement|transaction)_timestamp\s*\(|timeofday\s*\(|current_(timestamp|date|time)\b|localtime(stamp)?\b)/i;
const COLUMNS = new Set(['CreateDateColumn', 'UpdateDateColumn', 'DeleteDateColumn']);

export default {
  meta: {
    type: 'problem',
    docs: { description: 'SQL gets our now as a parameter' },
    messages: {
      sql: '"{{what}}" reads the clock of the database. Pass our `now` as a parameter.',
      column: '{{what}} lets the database fill in its own time. Write the column from our `now`.',
    },
    schema: [],
  },
  create(context) {
    const text = (node, value) => {
      const found = CLOCK.exec(value);
      if (found) context.report({ node, messageId: 'sql', data: { what: found[0] } });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && text(node, node.value),
      TemplateElement: (node) => text(node, node.value.cooked ?? node.value.raw),
      ImportSpecifier(node) {
        if (COLUMNS.has(node.imported.name)) {
          context.report({ node, messageId: 'column', data: { what: node.imported.name } });
        }
      },
    };
  },
};
