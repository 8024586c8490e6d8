/** Helps kinds say what is wrong with a row: a room's own 422 becomes the row's faults (CUS-4). */
import { SuiteError } from '@bihuan/plugin-kit';
import { InputRefused } from '@bihuan/http';
import type { RowError, TableRow } from './table/columns';

/**
 * Runs a room's own check of one row; the fields it refuses become faults of the columns of the same name.
 *
 * @param columns field → column, where their names differ; a field inside another is named with its path, `contacts/name`
 */
export function faultsOf(row: TableRow, check: () => void, columns: Readonly<Record<string, string>> = {}): RowError[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof SuiteError) || error.kind !== 'invalid') throw error;
    const both = `${error.sentence('zh')} / ${error.sentence('en')}`;
    const fields = error instanceof InputRefused ? error.fields('zh') : (error.details.errors ?? []);
    if (fields.length === 0) return [{ row: row.row, column: '', code: error.code, detail: both }];
    return fields.map(({ pointer, code, detail }) => {
      const path = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
      return { row: row.row, column: columns[path.join('/')] ?? path.at(-1) ?? '', code, detail: detail || both };
    });
  }
}

/** Faults of rows whose value in a column came before in the same file. */
export function twiceIn(rows: readonly TableRow[], column: string): RowError[] {
  const first = new Map<unknown, number>();
  return rows.flatMap(({ row, values }) => {
    const value = values[column];
    if (value === undefined) return [];
    const before = first.get(value);
    if (before === undefined) first.set(value, row);
    return before === undefined
      ? []
      : [{ row, column, code: 'comes-twice', detail: `与第 ${before} 行重复 / The same as in row ${before}` }];
  });
}

/** Faults of rows whose value in a column is not among what is known. */
export function unknownIn(
  rows: readonly TableRow[],
  column: string,
  known: { has(value: string): boolean },
  detail: string,
): RowError[] {
  return rows.flatMap(({ row, values }) => {
    const value = values[column];
    return value === undefined || known.has(String(value)) ? [] : [{ row, column, code: 'unknown', detail }];
  });
}
