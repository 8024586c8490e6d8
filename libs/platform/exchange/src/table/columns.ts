/** Columns of a table that comes from outside or goes there: what stands in each (CUS-4). */
import type { Title } from '@bihuan/plugin-kit';

/** `code`: one of the column's list, by code or title. `list`: several texts in one cell, with a comma or semicolon. */
export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'boolean' | 'code' | 'list';

export interface TableColumn {
  /** Field of the row, and the column's name for machines. */
  readonly key: string;
  /** Its names for people; any of the three is taken as heading. */
  readonly title: Title;
  readonly type: ColumnType;
  readonly required?: boolean;
  /** Of a `code` column: what it may be. */
  readonly codes?: readonly { readonly code: string; readonly title: Title }[];
  /** Longest text, characters; 500 unless set. */
  readonly longest?: number;
}

/** A cell after its column: dates as `yyyy-MM-dd`; what is empty is absent. */
export type CellValue = string | number | boolean | readonly string[];

export interface TableRow {
  /** As the sheet counts: the headings are row 1. */
  readonly row: number;
  readonly values: Readonly<Record<string, CellValue | undefined>>;
}

/** What is wrong with one cell, or with a row (`column` empty). */
export interface RowError {
  readonly row: number;
  /** Key of the column, or the heading as it stands where nobody knows it. */
  readonly column: string;
  readonly code: string;
  /** What to do, in both languages; never a value of the row. */
  readonly detail: string;
}
