/** Number patterns such as `{date:yyyyMMdd}{officer}{seq:3}`: checked once, then the scope and the number (NUM-1). */
import { DAY, civil, pad } from '../calendar/civil';
import { DEFAULT_TIMEZONE } from '../calendar/definition';
import { zoneOf } from '../calendar/zone';
import { NumberingError } from './numbering.errors';

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly format: string }
  | { readonly kind: 'seq'; readonly width: number }
  | { readonly kind: 'value'; readonly name: string };

/** A checked pattern. */
export interface NumberPattern {
  readonly source: string;
  readonly parts: readonly Part[];
  /** Names of the values a record must bring, in order: officer, unit, … */
  readonly needs: readonly string[];
}

/** What a number is made from. `date` is an instant; its day is read on `timezone` (Asia/Shanghai unless set). */
export interface NumberSource {
  readonly date: Date;
  readonly timezone?: string;
  readonly officer?: string;
  /** Values of other named parts. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface FormattedNumber {
  readonly number: string;
  /** True where the serial outgrew its width and got more digits: the administrator is told. */
  readonly overflow: boolean;
}

const TOKEN = /\{([^{}]*)\}/g;
const DATE_FORMAT = /^(?:yyyy|yy)(?:-?MM)?(?:-?dd)?$/;

function parsePart(inside: string, index: number): Part {
  const [name = '', option] = inside.split(':');
  if (name === 'date' && option !== undefined && DATE_FORMAT.test(option)) return { kind: 'date', format: option };
  if (name === 'seq' && option !== undefined && /^[1-9]$/.test(option)) return { kind: 'seq', width: Number(option) };
  const isValue = option === undefined && /^[a-z][A-Za-z]*$/.test(name) && name !== 'date' && name !== 'seq';
  if (!isValue || inside.split(':').length > 2) throw new NumberingError('bad-pattern', `/${index}`);
  return { kind: 'value', name };
}

/** Parses a pattern; throws NumberingError 'bad-pattern' whose path is the index of the faulty character. */
export function parsePattern(source: string): NumberPattern {
  const parts: Part[] = [];
  let end = 0;
  const text = (from: number, to: number): void => {
    const between = source.slice(from, to);
    if (/[{}\s]/.test(between)) throw new NumberingError('bad-pattern', `/${from}`);
    if (between) parts.push({ kind: 'text', text: between });
  };
  for (const match of source.matchAll(TOKEN)) {
    text(end, match.index);
    parts.push(parsePart(match[1] ?? '', match.index));
    end = match.index + match[0].length;
  }
  text(end, source.length);
  if (parts.filter(({ kind }) => kind === 'seq').length !== 1) throw new NumberingError('bad-pattern');
  return { source, parts, needs: parts.flatMap((part) => (part.kind === 'value' ? [part.name] : [])) };
}

/** Key of the counter that gives the serial: everything of the number but the serial (officer and day). */
export function scopeOf(pattern: NumberPattern | string, source: NumberSource): string {
  const fixed = parsed(pattern).parts.filter(({ kind }) => kind === 'date' || kind === 'value');
  return fixed.map((part) => render(part, source, 0)).join('/');
}

/** The number with the serial `seq` of its scope; a serial wider than its width is written in full and flagged. */
export function formatNumber(pattern: NumberPattern | string, source: NumberSource & { seq: number }): FormattedNumber {
  const { parts } = parsed(pattern);
  if (!Number.isSafeInteger(source.seq) || source.seq < 1) throw new NumberingError('bad-serial', '/seq');
  const overflow = parts.some((part) => part.kind === 'seq' && String(source.seq).length > part.width);
  return { number: parts.map((part) => render(part, source, source.seq)).join(''), overflow };
}

/** A number without its serial: what stands before and behind it, and the digits it is padded to. */
export interface NumberFrame {
  readonly before: string;
  readonly after: string;
  readonly width: number;
}

export function frameOf(pattern: NumberPattern | string, source: NumberSource): NumberFrame {
  const { parts } = parsed(pattern);
  const at = parts.findIndex(({ kind }) => kind === 'seq');
  const seq = parts[at];
  const text = (some: readonly Part[]): string => some.map((part) => render(part, source, 0)).join('');
  return {
    before: text(parts.slice(0, at)),
    after: text(parts.slice(at + 1)),
    width: seq?.kind === 'seq' ? seq.width : 0,
  };
}

const parsed = (pattern: NumberPattern | string): NumberPattern =>
  typeof pattern === 'string' ? parsePattern(pattern) : pattern;

function render(part: Part, source: NumberSource, seq: number): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'seq':
      return pad(seq, part.width);
    case 'date':
      return renderDate(part.format, source);
    case 'value':
      return valueOf(part.name, source);
  }
}

function renderDate(format: string, { date, timezone = DEFAULT_TIMEZONE }: NumberSource): string {
  const at = date.getTime();
  if (Number.isNaN(at)) throw new NumberingError('missing-part', '/date');
  const { year, month, day } = civil(Math.floor((at + zoneOf(timezone).offsetAt(at)) / DAY));
  return format
    .replace('yyyy', pad(year, 4))
    .replace('yy', pad(year % 100, 2))
    .replace('MM', pad(month, 2))
    .replace('dd', pad(day, 2));
}

function valueOf(name: string, source: NumberSource): string {
  const value = name === 'officer' ? source.officer : source.values?.[name];
  if (value === undefined || value === '') throw new NumberingError('missing-part', `/${name}`);
  if (name === 'officer' && !/^\d{2,3}$/.test(value)) throw new NumberingError('bad-officer', '/officer');
  if (!/^[A-Za-z0-9_-]+$/.test(value)) throw new NumberingError('bad-part', `/${name}`);
  return value;
}
