/** What stops the demonstration: every reason in Chinese and English, with line and column where a row is wrong. */
import { COLUMNS } from './parse/columns';
import type { ColumnId } from './parse/columns';

/** One mistake in the call file, or one reason why the day cannot be played. */
export interface Finding {
  /** Line of the file, counted from 1 with the heading; a row of the sheet in XLSX. */
  readonly line?: number;
  readonly column?: ColumnId;
  readonly zh: string;
  readonly en: string;
}

/** The demonstration is refused or broke off; nothing is shown to the person but the findings. */
export class DemoRefusal extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map(({ en }) => en).join('\n'));
    this.name = 'DemoRefusal';
  }
}

export const refuse = (zh: string, en: string): DemoRefusal => new DemoRefusal([{ zh, en }]);

/** `第 17 行「渠道」列：…`, and the same in English below it. */
export function findingText({ line, column, zh, en }: Finding): string {
  const title = column && COLUMNS.find(({ id }) => id === column)?.zh;
  const where = [line === undefined ? '' : `第 ${line} 行`, title ? `「${title}」列` : ''].join('');
  const place = [line === undefined ? '' : `line ${line}`, column ? `column "${column}"` : '']
    .filter(Boolean)
    .join(', ');
  return `${where ? `${where}：` : ''}${zh}\n  ${place ? `${place}: ` : ''}${en}`;
}

/** Most findings shown at once: whoever has more corrects these first. */
const MOST = 50;

export function refusalText({ findings }: DemoRefusal): string {
  const shown = findings.slice(0, MOST).map(findingText);
  const rest = findings.length - shown.length;
  if (rest > 0) shown.push(`……还有 ${rest} 处。\n  … and ${rest} more.`);
  return shown.join('\n');
}
