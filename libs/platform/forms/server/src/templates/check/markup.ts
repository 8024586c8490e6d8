/**
 * The HTML of a template, read strictly: a short list of elements and attributes, whole in each branch. What a browser
 * might read in two ways is refused, so that there is nothing to guess (FRM-4, S5).
 */
import type { TemplateFault } from './fault';
import { piece } from './fault';
import { ELEMENTS, isAllowedAttribute } from './markup-lists';
import { declarationFaults } from './sheet';

/** Helpers that write elements; all else that a template prints is escaped text. */
const WRITES_ELEMENTS = new Set(['box', 'seal', 'tally', 'phone']);

/** Where the reading stands. */
interface State {
  readonly mode: 'text' | 'tag' | 'value';
  readonly element: string;
  readonly attribute: string;
  readonly quote: string;
  /** Of the value so far; a value out of the data is one HOLE. */
  readonly value: string;
}

const TEXT: State = { mode: 'text', element: '', attribute: '', quote: '', value: '' };
const HOLE = '\ue000';

/** Pictures that stand in the file itself. */
const PICTURE = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;
const NUMBER = /^\d{1,3}$/;

const END_TAG = /<\/([A-Za-z][A-Za-z0-9]*)\s*>/y;
const START_TAG = /<([A-Za-z][A-Za-z0-9]*)(?=[\s/>])/y;
const SPACE = /\s+/y;
const CLOSE = /\/?>/y;
const ATTRIBUTE = /([A-Za-z_:][-A-Za-z0-9_:.]*)\s*=\s*(["'])/y;

const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

export class MarkupCheck {
  readonly faults: TemplateFault[] = [];
  private state: State = TEXT;
  /** Sections open so far: the whole form stands in one, which no template may close. */
  private sections = 0;

  /** The whole template. */
  check(program: hbs.AST.Program): void {
    this.program(program);
    const last = program.body.at(-1);
    if (this.state.mode !== 'text') this.note(last?.loc.end.line ?? 1, 'bad-markup', `<${this.state.element}`);
  }

  private program({ body }: hbs.AST.Program): void {
    for (const statement of body) {
      if (statement.type === 'ContentStatement') this.content(statement as hbs.AST.ContentStatement);
      else if (statement.type === 'MustacheStatement') this.mustache(statement as hbs.AST.MustacheStatement);
      else if (statement.type === 'BlockStatement') this.block(statement as hbs.AST.BlockStatement);
    }
  }

  private mustache({ path, loc }: hbs.AST.MustacheStatement): void {
    const name = (path as hbs.AST.PathExpression).original;
    if (this.state.mode === 'tag') return this.note(loc.start.line, 'split-markup', `{{${piece(String(name))}}}`);
    if (this.state.mode === 'text') return;
    const { attribute } = this.state;
    if (attribute === 'style') this.note(loc.start.line, 'not-allowed-style', `{{${piece(String(name))}}}`);
    this.state = { ...this.state, value: this.state.value + (WRITES_ELEMENTS.has(String(name)) ? '<' : HOLE) };
  }

  private block({ program, inverse, path, loc }: hbs.AST.BlockStatement): void {
    const before = this.state;
    const name = `{{#${piece(String((path as hbs.AST.PathExpression).original))}}}`;
    if (before.mode === 'tag') this.note(loc.start.line, 'split-markup', name);
    for (const branch of [program, inverse]) {
      if (!branch) continue;
      this.state = before;
      this.program(branch);
      if (!samePlace(before, this.state)) this.note(loc.start.line, 'split-markup', name);
    }
    // Whichever branch is taken, something may stand there.
    this.state = before.mode === 'value' ? { ...before, value: before.value + HOLE.repeat(2) } : before;
  }

  private content({ value: text, loc }: hbs.AST.ContentStatement): void {
    const lineAt = (index: number) => loc.start.line + (text.slice(0, index).match(/\n/g)?.length ?? 0);
    for (let index = 0; index < text.length;) index = this.step(text, index, lineAt);
  }

  /** Reads one piece; answers where the next begins. */
  private step(text: string, index: number, lineAt: (index: number) => number): number {
    if (this.state.mode === 'value') return this.inValue(text, index, lineAt);
    if (this.state.mode === 'tag') return this.inTag(text, index, lineAt);
    const open = text.indexOf('<', index);
    if (open < 0) return text.length;
    const end = at(END_TAG, text, open);
    const start = end ? null : at(START_TAG, text, open);
    const found = end ?? start;
    if (!found) {
      this.note(lineAt(open), 'bad-markup', text.slice(open, open + 20));
      return open + 1;
    }
    const element = (found[1] ?? '').toLowerCase();
    if (!ELEMENTS.has(element)) this.note(lineAt(open), 'not-allowed-element', element);
    if (element === 'section' && (this.sections += start ? 1 : -1) < 0) this.note(lineAt(open), 'bad-markup', found[0]);
    if (start) this.state = { ...TEXT, mode: 'tag', element };
    return open + found[0].length;
  }

  private inTag(text: string, index: number, lineAt: (index: number) => number): number {
    const space = at(SPACE, text, index);
    if (space) return index + space[0].length;
    const close = at(CLOSE, text, index);
    if (close) {
      this.state = TEXT;
      return index + close[0].length;
    }
    const attribute = at(ATTRIBUTE, text, index);
    if (!attribute) {
      this.note(lineAt(index), 'bad-markup', text.slice(index, index + 20));
      const next = text.slice(index).search(/[\s>]/);
      return next < 0 ? text.length : index + Math.max(1, next);
    }
    const name = (attribute[1] ?? '').toLowerCase();
    if (name.startsWith('on')) this.note(lineAt(index), 'event-attribute', name);
    else if (!isAllowedAttribute(this.state.element, name)) this.note(lineAt(index), 'not-allowed-attribute', name);
    this.state = { ...this.state, mode: 'value', attribute: name, quote: attribute[2] ?? '"', value: '' };
    return index + attribute[0].length;
  }

  private inValue(text: string, index: number, lineAt: (index: number) => number): number {
    const end = text.indexOf(this.state.quote, index);
    const value = this.state.value + text.slice(index, end < 0 ? undefined : end);
    this.state = { ...this.state, value };
    if (end < 0) return text.length;
    this.value(this.state, lineAt(end));
    this.state = { ...this.state, mode: 'tag', attribute: '', quote: '', value: '' };
    return end + 1;
  }

  private value({ attribute, value }: State, line: number): void {
    if (/[<>]/.test(value)) this.note(line, 'bad-markup', `${attribute}="${value}"`);
    if (attribute === 'style') this.faults.push(...declarationFaults(value, line));
    if (attribute === 'src' && value !== HOLE && !PICTURE.test(value)) this.note(line, 'outside-address', value);
    const counted = ['colspan', 'rowspan', 'span'].includes(attribute);
    if (counted && value !== HOLE && !NUMBER.test(value)) this.note(line, 'bad-markup', `${attribute}="${value}"`);
  }

  private note(line: number, code: TemplateFault['code'], what: string): void {
    this.faults.push({ line, code, what: piece(what.replaceAll(HOLE, '…')) });
  }
}

const samePlace = (one: State, other: State): boolean =>
  one.mode === other.mode &&
  one.element === other.element &&
  one.attribute === other.attribute &&
  one.quote === other.quote;
