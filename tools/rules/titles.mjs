/** Reads the titles of tests out of a spec file, and the rule IDs they name. */
import ts from 'typescript';

const TESTS = new Set(['it', 'test']);
const ID = /\b[A-Z]{3}-\d{1,3}[a-z]?\b/g;

/** `it` of `it(…)`, `it.each(…)(…)` and `it.each`…`(…)`. */
function nameOf(callee) {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee)) return nameOf(callee.expression);
  if (ts.isCallExpression(callee)) return nameOf(callee.expression);
  return ts.isTaggedTemplateExpression(callee) ? nameOf(callee.tag) : undefined;
}

/** The written parts of a title; what a template fills in is left out. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('');
  return undefined;
}

/** Titles of the tests in a source, in their order. @param file its name, for the kind of syntax */
export function titlesOf(file, source) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const titles = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && TESTS.has(nameOf(node.expression)) && node.arguments.length > 1) {
      const title = textOf(node.arguments[0]);
      if (title !== undefined) titles.push(title);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, kind));
  return titles;
}

/** `HOT-5a` and `SYS-04` of "SYS-04 HOT-5a an answer …". */
export const idsOf = (title) => title.match(ID) ?? [];
