/** CSV → rows of cells, each with the line it begins on; comma or tab between the cells. */
import { CsvError, parse } from 'csv-parse/sync';
import { DemoRefusal } from '../problems';
import type { CellRow } from './cell-row';

const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  CSV_QUOTE_NOT_CLOSED: { zh: '引号没有结束。', en: 'A quotation mark is not closed.' },
  INVALID_OPENING_QUOTE: {
    zh: '单元格中间出现引号：请把整个单元格放进引号，内部引号写两遍。',
    en: 'A quotation mark stands inside a cell: put the whole cell in quotes and double those inside.',
  },
  CSV_INVALID_CLOSING_QUOTE: { zh: '引号之后还有文字。', en: 'Text follows a closing quotation mark.' },
};

interface Recorded {
  readonly record: string[];
  /** `lines` read so far. */
  readonly info: { readonly lines: number };
}

/** @throws DemoRefusal naming the line at which the file is no CSV */
export function readCsv(text: string): CellRow[] {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  try {
    const records = parse(text, {
      bom: true,
      delimiter: heading.includes('\t') && !heading.includes(',') ? '\t' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Recorded[]; // csv-parse's types do not know what `info` adds
    return records.map(({ record, info }) => ({
      line: info.lines - lineBreaksIn(record),
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason = REASONS[error.code] ?? { zh: '不是有效的 CSV。', en: error.message };
    const { lines } = error as { lines?: unknown };
    throw new DemoRefusal([{ ...reason, ...(typeof lines === 'number' ? { line: lines } : {}) }]);
  }
}

/** A cell in quotes may run over several lines: the row is named by its first. */
const lineBreaksIn = (record: readonly string[]): number => record.join('').split('\n').length - 1;
