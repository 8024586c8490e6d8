/** A row as it stands in the file, before its columns are known. */
export interface CellRow {
  /** Line of the text file, or row of the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
