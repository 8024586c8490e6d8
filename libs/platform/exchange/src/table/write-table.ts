/** Tables for other programs: CSV that no spreadsheet takes for formulas, XLSX whose text stays text (S4, APR-9). */
import { stringify } from 'csv-stringify/sync';
import type { Title } from '@bihuan/plugin-kit';
import type { CellValue } from './columns';
import { markText } from './formula';
import { withoutTime } from './zip-time';

export type TableFormat = 'csv' | 'xlsx';

export interface WrittenColumn {
  readonly key: string;
  readonly title: Title;
  /** Width in the sheet, characters; 16 unless set. */
  readonly width?: number;
}

export interface WrittenTable {
  /** Name of the sheet. */
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly Readonly<Record<string, CellValue | null | undefined>>[];
  /** Headings for people or for machines; `zh` unless said. */
  readonly headings?: 'zh' | 'en' | 'key';
}

export interface TableFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly ending: string;
}

/** Excel reads UTF-8 only behind this mark. */
const BOM = '\ufeff';

/** The writer keeps a sheet in memory; more goes as CSV. */
const XLSX_ROWS_AT_MOST = 50_000;

/** @throws RangeError for an XLSX of more than 50,000 rows */
export async function writeTable(format: TableFormat, table: WrittenTable): Promise<TableFile> {
  return format === 'csv'
    ? { bytes: csv(table), type: 'text/csv; charset=utf-8', ending: 'csv' }
    : {
        bytes: await xlsx(table),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ending: 'xlsx',
      };
}

const headingsOf = ({ columns, headings = 'zh' }: WrittenTable): string[] =>
  columns.map(({ key, title }) => (headings === 'key' ? key : title[headings]));

function csv(table: WrittenTable): Buffer {
  const cell = (value: CellValue | null | undefined): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return String(value);
    return markText(plain(value));
  };
  const lines = table.rows.map((row) => table.columns.map(({ key }) => cell(row[key])));
  return Buffer.from(BOM + stringify([headingsOf(table).map(markText), ...lines], { record_delimiter: 'windows' }));
}

async function xlsx(table: WrittenTable): Promise<Buffer> {
  if (table.rows.length > XLSX_ROWS_AT_MOST) throw new RangeError('too many rows for a sheet: write CSV');
  // Loaded with the first sheet: until then it would only fill memory.
  const { default: write } = await import('write-excel-file/node');
  const head = headingsOf(table).map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const lines = table.rows.map((row) =>
    table.columns.map(({ key }) => {
      const value = row[key];
      if (value === null || value === undefined) return null;
      return typeof value === 'number' ? { value, type: Number } : { value: plain(value), type: String };
    }),
  );
  const columns = table.columns.map(({ width = 16 }) => ({ width }));
  return withoutTime(await write([head, ...lines], { sheet: table.name, columns, stickyRowsCount: 1 }).toBuffer());
}

function plain(value: Exclude<CellValue, number>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : value.join('、');
}
