/** An uploaded template: read, or refused with everything that is wrong with it, by line (FRM-4, S5). Pure. */
import type { z } from 'zod';
import Handlebars from 'handlebars';
import { templateProblem } from '../../render/template/guard';
import { DataFields } from './data-fields';
import type { TemplateFault } from './fault';
import { piece } from './fault';
import { MarkupCheck } from './markup';
import { NameCheck } from './names';
import { sheetFaults } from './sheet';

/** Largest file, bytes of UTF-8. */
export const TEMPLATE_AT_MOST = 262_144;

/** What a file says: an optional style sheet at its beginning, then the body. */
export interface TemplateParts {
  readonly style: string;
  readonly body: string;
}

export interface Checked {
  readonly parts: TemplateParts;
  readonly faults: readonly TemplateFault[];
}

const STYLE = /^(\s*<style>)([\s\S]*?)<\/style>/;
/** Controls apart from tab and line ends, non-characters, halves of surrogate pairs. */
const NO_TEXT = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/u;

/** The file in its parts. Lines of the body are those of the file. */
export function partsOf(source: string): TemplateParts {
  const [whole, open = '', style = ''] = STYLE.exec(source) ?? [];
  if (whole === undefined) return { style: '', body: source };
  // The style's lines stay, empty, so that what is said of a line is said of the file's line.
  return {
    style: `${open.replace(/[^\n]/g, '')}${style}`,
    body: whole.replace(/[^\n]/g, '') + source.slice(whole.length),
  };
}

/** A shipped template as such a file: where a department begins. */
export const fileOf = (template: string, style: string | undefined): string =>
  style ? `<style>\n${style.trim()}\n</style>\n${template.trim()}\n` : `${template.trim()}\n`;

export function checkTemplate(source: string, schema: z.ZodType): Checked {
  const parts = partsOf(source);
  const told = (line: number, code: TemplateFault['code'], what?: string): Checked => ({
    parts,
    faults: [{ line, code, ...(what === undefined ? {} : { what }) }],
  });
  if (Buffer.byteLength(source) > TEMPLATE_AT_MOST) return told(1, 'too-large');
  const odd = NO_TEXT.exec(source);
  if (odd) return told(lineOf(source, odd.index), 'not-text');
  const escaped = source.indexOf('\\{{');
  if (escaped >= 0) return told(lineOf(source, escaped), 'not-allowed', '\\{{');
  if (!parts.body.trim()) return told(1, 'empty-template');
  const program = read(parts.body);
  if ('fault' in program) return { parts, faults: [program.fault] };
  const names = new NameCheck(new DataFields(schema));
  names.accept(program.program);
  const markup = new MarkupCheck();
  markup.check(program.program);
  const faults = [...sheetFaults(parts.style, 1), ...names.faults, ...markup.faults];
  // The engine has its own guard; what only it objects to is told too.
  const problem = faults.length === 0 ? templateProblem(parts.body) : undefined;
  return problem === undefined ? { parts, faults } : told(1, 'not-handlebars', piece(problem));
}

function read(body: string): { program: hbs.AST.Program } | { fault: TemplateFault } {
  try {
    // Without white space control: what a tag cuts off is still part of the file.
    return { program: Handlebars.parseWithoutProcessing(body) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = Number(/(?:on line |- )(\d+)/.exec(message)?.[1] ?? 1);
    return { fault: { line, code: 'not-handlebars', what: piece(message.split('\n').at(-1) ?? '') } };
  }
}

const lineOf = (source: string, index: number): number => source.slice(0, index).split('\n').length;
