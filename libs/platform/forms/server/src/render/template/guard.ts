/** What a template may not contain, found in its syntax tree before it is ever run (FRM-4, S5). */
import Handlebars from 'handlebars';

/** Longest template source, characters. */
const SOURCE_AT_MOST = 262_144;

class Guard extends Handlebars.Visitor {
  reason: string | undefined;

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.reason ??= '{{{…}}} / {{&…}} would print unescaped data';
    super.MustacheStatement(mustache);
  }

  override PartialStatement(): void {
    this.reason ??= 'partials are not known here';
  }

  override PartialBlockStatement(): void {
    this.reason ??= 'partials are not known here';
  }

  override DecoratorBlock(): void {
    this.reason ??= 'decorators are not known here';
  }

  override Decorator(): void {
    this.reason ??= 'decorators are not known here';
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    const parts = path.parts.map(String);
    if (parts.some((part) => ['__proto__', 'constructor', 'prototype'].includes(part))) {
      this.reason ??= `"${path.original}" is not a name of data`;
    }
  }
}

/** Why this source may not be compiled, or undefined. Only a string is a template: a ready-made tree is code. */
export function templateProblem(source: unknown): string | undefined {
  if (typeof source !== 'string') return 'a template is a text';
  if (source.length > SOURCE_AT_MOST) return `longer than ${SOURCE_AT_MOST} characters`;
  const guard = new Guard();
  try {
    guard.accept(Handlebars.parse(source));
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
  return guard.reason;
}
