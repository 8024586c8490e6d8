/** A call file on disk → rows under known columns; CSV or XLSX is told by the content, not by the name. */
import { readFile } from 'node:fs/promises';
import type { Finding } from '../problems';
import { DemoRefusal, refuse } from '../problems';
import type { CellRow } from './cell-row';
import type { ColumnId } from './columns';
import { columnOf, COLUMNS } from './columns';
import { decodeText } from './decode';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<ColumnId, string>>;
}

export interface Table {
  readonly rows: readonly Row[];
  /** Headings of columns that are not ours; they are passed over. */
  readonly ignored: readonly string[];
}

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

/** @throws DemoRefusal when the file is not there, is no table, or its headings do not fit */
export async function readTable(path: string): Promise<Table> {
  return tableOf(await readCells(await bytesOf(path)));
}

export async function readCells(bytes: Buffer): Promise<CellRow[]> {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw refuse('这是旧格式 .xls，请另存为 .xlsx 或 CSV。', 'This is an old .xls file: save it as .xlsx or CSV.');
  }
  return startsWith(bytes, 0x50, 0x4b) ? readXlsx(bytes) : readCsv(decodeText(bytes));
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw refuse(`无法读取文件 ${path}（${code}）。`, `The file ${path} cannot be read (${code}).`);
  }
}

export function tableOf(all: readonly CellRow[]): Table {
  const [heading, ...body] = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!heading) throw refuse('文件是空的。', 'The file is empty.');
  const columns = heading.cells.map(columnOf);
  const findings = [...headingFindings(heading, columns), ...body.flatMap((row) => widthFindings(row, heading))];
  if (body.length === 0) findings.push({ zh: '表头之后没有来电。', en: 'No call follows the heading.' });
  if (findings.length > 0) throw new DemoRefusal(findings);
  return {
    rows: body.map(({ line, cells }) => ({ line, cells: underColumns(columns, cells) })),
    ignored: heading.cells.filter((title, index) => title !== '' && columns[index] === undefined),
  };
}

function underColumns(columns: readonly (ColumnId | undefined)[], cells: readonly string[]): Row['cells'] {
  const entries = COLUMNS.map(({ id }) => [id, cells[columns.indexOf(id)] ?? ''] as const);
  return Object.fromEntries(entries) as Row['cells'];
}

function headingFindings({ line }: CellRow, columns: readonly (ColumnId | undefined)[]): Finding[] {
  const findings: Finding[] = [];
  for (const { id, zh } of COLUMNS) {
    const times = columns.filter((column) => column === id).length;
    if (times === 0) {
      findings.push({
        line,
        column: id,
        zh: `表头缺少此列（${zh} 或 ${id}）。`,
        en: `The heading lacks it (${zh} or ${id}).`,
      });
    } else if (times > 1)
      findings.push({ line, column: id, zh: '表头中此列出现多次。', en: 'The heading has it more than once.' });
  }
  return findings;
}

/** A comma in a text without quotes pushes everything behind it into the wrong column. */
function widthFindings({ line, cells }: CellRow, heading: CellRow): Finding[] {
  const width = cells.reduce((last, cell, index) => (cell === '' ? last : index + 1), 0);
  if (width <= heading.cells.length) return [];
  return [
    {
      line,
      zh: `本行有 ${width} 列，表头只有 ${heading.cells.length} 列；内容里有逗号时请加引号。`,
      en: `It has ${width} cells, the heading ${heading.cells.length}; put a text with a comma in quotes.`,
    },
  ];
}
