/** From cells to rows: headings found by key or title, each fault named by row and column (CUS-4). */
import type { CellValue, RowError, TableColumn, TableRow } from './columns';
import type { RawCell } from './read-cell.rules';
import { readCell } from './read-cell.rules';

export interface ReadTable {
  readonly rows: readonly TableRow[];
  readonly errors: readonly RowError[];
}

/** @param grid the sheet from its first row on; the headings stand there */
export function readTable(columns: readonly TableColumn[], grid: readonly (readonly RawCell[])[]): ReadTable {
  const [headings = [], ...lines] = grid;
  const errors: RowError[] = [];
  const places = placesOf(columns, headings, errors);
  const rows: TableRow[] = [];
  if (errors.length > 0) return { rows, errors };
  lines.forEach((line, index) => {
    // Lines that are empty are no rows; the count goes on.
    if (line.every((cell) => cell === null || String(cell).trim() === '')) return;
    const row = index + 2;
    const values: Record<string, CellValue | undefined> = {};
    for (const [column, place] of places) {
      const read = readCell(line[place] ?? null, column);
      if ('code' in read) errors.push({ row, column: column.key, ...read });
      else values[column.key] = read.value;
    }
    rows.push({ row, values });
  });
  if (rows.length === 0)
    errors.push({ row: 1, column: '', code: 'no-rows', detail: '表中没有数据行 / The table has no rows' });
  return { rows, errors };
}

function placesOf(
  columns: readonly TableColumn[],
  headings: readonly RawCell[],
  errors: RowError[],
): Map<TableColumn, number> {
  const places = new Map<TableColumn, number>();
  headings.forEach((heading, place) => {
    const name = String(heading ?? '').trim();
    if (name === '') return;
    const column = columns.find(({ key, title }) => [key, title.zh, title.en].some((known) => same(known, name)));
    // An unknown heading is quoted: without it nobody finds the column. Headings are nobody's values.
    const at = { row: 1, column: name.slice(0, 60) };
    if (!column) errors.push({ ...at, code: 'unknown-column', detail: '未知的列 / This column is not known' });
    else if (places.has(column))
      errors.push({ ...at, code: 'column-twice', detail: '该列出现两次 / This column comes twice' });
    else places.set(column, place);
  });
  for (const column of columns) {
    if (!column.required || places.has(column)) continue;
    const detail = `缺少列“${column.title.zh}” / The column "${column.key}" is missing`;
    errors.push({ row: 1, column: column.key, code: 'missing-column', detail });
  }
  return places;
}

const same = (known: string, name: string): boolean =>
  known.toLowerCase() ===
  name
    .toLowerCase()
    .replace(/[*＊]\s*$/, '')
    .trim();
