/** Every name in a template: helpers must be ours, paths must be in the form's data (FRM-4). */
import Handlebars from 'handlebars';
import { HELPERS } from '../../render/template/helpers';
import type { DataFields, Place } from './data-fields';
import type { FaultCode, TemplateFault } from './fault';
import { piece } from './fault';

/** Blocks, and what each does with the data inside it. */
const BLOCKS: Readonly<Record<string, 'same' | 'value' | 'items'>> = {
  if: 'same',
  unless: 'same',
  with: 'value',
  each: 'items',
  rows: 'items',
};
const INLINE: ReadonlySet<string> = new Set(HELPERS.filter((name) => !(name in BLOCKS)));

/** `@…` of our loops. */
const LOOP_NAMES: ReadonlySet<string> = new Set(['number', 'first', 'last']);
const NEVER: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression | hbs.AST.BlockStatement;

export class NameCheck extends Handlebars.Visitor {
  readonly faults: TemplateFault[] = [];
  /** Data around the place, innermost last. */
  private readonly around: Place[];

  constructor(private readonly fields: DataFields) {
    super();
    this.around = [fields.root];
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.note(mustache, 'not-allowed', '{{{…}}}');
    const path = this.pathOf(mustache);
    if (!path) return;
    if (this.isCall(mustache) || INLINE.has(path.original)) this.call(mustache, path, INLINE);
    else this.path(path);
  }

  override SubExpression(call: hbs.AST.SubExpression): void {
    const path = this.pathOf(call);
    if (path) this.call(call, path, INLINE);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const path = this.pathOf(block);
    if (!path) return;
    const kind = Object.hasOwn(BLOCKS, path.original) ? BLOCKS[path.original] : undefined;
    if (!kind) return this.note(block, 'unknown-helper', `{{#${piece(path.original)}}}`);
    if ([block.program, block.inverse].some((program) => program?.blockParams?.length)) {
      this.note(block, 'not-allowed', 'as |…|');
    }
    if (block.params.length !== 1) this.note(block, 'not-handlebars', `{{#${path.original} …}}`);
    this.arguments(block);
    this.inside(block, kind);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.note(partial, 'not-allowed', '{{> …}}');
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.note(partial, 'not-allowed', '{{#> …}}');
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.note(decorator, 'not-allowed', '{{#* …}}');
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.note(decorator, 'not-allowed', '{{* …}}');
  }

  private inside(block: hbs.AST.BlockStatement, kind: 'same' | 'value' | 'items'): void {
    const [value] = block.params;
    const place = value && kind !== 'same' ? this.placeOf(value) : undefined;
    if (place) this.around.push(kind === 'items' ? this.fields.items(place) : place);
    this.accept(block.program);
    if (place) this.around.pop();
    if (block.inverse) this.accept(block.inverse);
  }

  private call(call: Call, path: hbs.AST.PathExpression, known: ReadonlySet<string>): void {
    if (!known.has(path.original)) this.note(call, 'unknown-helper', piece(path.original));
    this.arguments(call);
  }

  private arguments({ params, hash }: Call): void {
    for (const value of params) this.accept(value);
    for (const pair of hash?.pairs ?? []) this.accept(pair.value);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    this.path(path);
  }

  private path(path: hbs.AST.PathExpression): void {
    const name = piece(path.original);
    const parts = path.parts.map(String);
    if (parts.some((part) => NEVER.has(part))) return this.note(path, 'not-allowed', name);
    const place = this.placeOf(path);
    if (place === undefined || place.length === 0) this.note(path, 'unknown-field', name);
  }

  /** Undefined where the path leads out of everything, or is not one. */
  private placeOf(expression: hbs.AST.Expression): Place | undefined {
    if (expression.type !== 'PathExpression') return undefined;
    const { data, depth, parts, original } = expression as hbs.AST.PathExpression;
    const names = parts.map(String);
    if (data) {
      if (names[0] === 'root') return this.along(this.fields.root, names.slice(1));
      return names.length === 1 && LOOP_NAMES.has(names[0] ?? '') ? [{}] : undefined;
    }
    // A name of a row alone: Handlebars does not look further out.
    const place = this.around[this.around.length - 1 - depth];
    return place && !(original.startsWith('.') && depth === 0 && names.length > 0 && !original.startsWith('./'))
      ? this.along(place, names)
      : undefined;
  }

  private along(place: Place, names: readonly string[]): Place {
    return names.reduce((at, name) => this.fields.member(at, name), place);
  }

  private isCall({ params, hash }: Call): boolean {
    return params.length > 0 || (hash?.pairs.length ?? 0) > 0;
  }

  private pathOf(call: Call): hbs.AST.PathExpression | undefined {
    if (call.path.type === 'PathExpression') return call.path as hbs.AST.PathExpression;
    this.note(call, 'not-allowed', '{{"…"}}');
    return undefined;
  }

  private note(node: hbs.AST.Node, code: FaultCode, what: string): void {
    this.faults.push({ line: node.loc.start.line, code, what });
  }
}
