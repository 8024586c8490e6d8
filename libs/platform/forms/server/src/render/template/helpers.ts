/** The words a form template knows besides `if`, `unless` and `with`: the closed list of helpers (FRM-1, FRM-4). */
import Handlebars, { type HelperOptions } from 'handlebars';
import { clockTime, dateTime, type PaperLanguage, phoneGroups, plainDate, signatureDate } from './paper-values';
import { tallyStrokes } from './tally-strokes';

/** What the engine tells the helpers with each rendering. */
export interface PaperContext {
  readonly zone: string;
  readonly language: PaperLanguage;
  readonly blank: boolean;
  /** Loop rounds left; a nested loop over long lists ends with an error instead of a full memory. */
  readonly budget: { rounds: number };
}

/** Names a template may call; anything else is refused when it is compiled. */
export const HELPERS = [
  'box',
  'seal',
  'tally',
  'ymd',
  'date',
  'datetime',
  'time',
  'phone',
  'eq',
  'long',
  'each',
  'rows',
] as const;

/** More empty rows than this are a mistake of the template. */
const ROWS_AT_MOST = 200;

const paper = (options: HelperOptions): PaperContext => (options.data as { paper: PaperContext }).paper;
const safe = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);
const escaped = (value: unknown): string => Handlebars.escapeExpression(String(value ?? ''));

/** `{{box category 'technical' '技术质量'}}`: □ and its label, with ✓ laid over when the value is (or holds) the code. */
function box(value: unknown, code: unknown, label: unknown, options: HelperOptions): Handlebars.SafeString {
  const ticked = !paper(options).blank && (Array.isArray(value) ? value.includes(code) : value === code);
  const mark = ticked ? '<i>✓</i>' : '';
  return safe(`<span class="box">${mark}□${escaped(label)}</span>`);
}

/**
 * `{{seal '盖章处'}}`: the place of a seal, 30 mm across. Its words are black: Chromium embeds the font once more for
 * text of another colour.
 */
const seal = (label: unknown): Handlebars.SafeString =>
  safe(`<div class="seal"><svg viewBox="0 0 30 30"><circle cx="15" cy="15" r="14.5"/></svg>${escaped(label)}</div>`);

function tally(count: unknown, options: HelperOptions): Handlebars.SafeString {
  return safe(paper(options).blank || count === undefined ? '' : tallyStrokes(Number(count)));
}

function phone(value: unknown): Handlebars.SafeString {
  const groups = phoneGroups(value).map((group) => `<span>${escaped(group)}</span>`);
  return safe(groups.length ? `<span class="phone">${groups.join('')}</span>` : '');
}

/** More than this many characters or lines fill a good part of a page. */
const LONG = { characters: 500, lines: 12 } as const;

/** `{{#unless (long text)}} whole{{/unless}}`: only a long text may be broken over two pages. */
const long = (value: unknown): boolean =>
  typeof value === 'string' && (value.length > LONG.characters || value.split('\n').length > LONG.lines);

/** `{{#each list}} … {{@number}}`: every item, numbered from 1. */
function each(list: unknown, options: HelperOptions): string {
  return loop(Array.isArray(list) ? list : [], 0, options);
}

/** `{{#rows list min=12}}`: like each, then empty rows up to `min` for handwriting. */
function rows(list: unknown, options: HelperOptions): string {
  const min = Number((options.hash as { min?: number }).min ?? 0);
  if (!Number.isInteger(min) || min < 0 || min > ROWS_AT_MOST) throw new RangeError(`rows min=${min}`);
  return loop(Array.isArray(list) ? list : [], min, options);
}

function loop(items: readonly unknown[], min: number, options: HelperOptions): string {
  const { budget } = paper(options);
  let html = '';
  for (let index = 0; index < Math.max(items.length, min); index++) {
    if (--budget.rounds < 0) throw new RangeError('too many loop rounds');
    const filled = index < items.length;
    const data = Handlebars.createFrame(options.data) as Record<string, unknown>;
    data['number'] = filled ? index + 1 : '';
    data['first'] = index === 0;
    data['last'] = index === Math.max(items.length, min) - 1;
    html += options.fn(filled ? items[index] : {}, { data });
  }
  return html;
}

/** Puts our helpers into an isolated Handlebars and takes `log` and `lookup` out. */
export function registerHelpers(engine: typeof Handlebars): void {
  engine.unregisterHelper('log');
  engine.unregisterHelper('lookup');
  engine.registerHelper({
    box,
    seal,
    tally,
    phone,
    each,
    rows,
    long,
    eq: (one: unknown, other: unknown) => one === other,
    ymd: (value: unknown, options: HelperOptions) => signatureDate(value, paper(options).zone, paper(options).language),
    date: (value: unknown, options: HelperOptions) => plainDate(value, paper(options).zone),
    datetime: (value: unknown, options: HelperOptions) => dateTime(value, paper(options).zone),
    time: (value: unknown, options: HelperOptions) => clockTime(value, paper(options).zone),
  });
}
