/** Tables from outside and for outside: imports with a dry run, CSV and XLSX (CUS-4, APR-9). */
export type { CellValue, ColumnType, RowError, TableColumn, TableRow } from './table/columns';
export {
  writeTable,
  type TableFile,
  type TableFormat,
  type WrittenColumn,
  type WrittenTable,
} from './table/write-table';
export { readGrid, sheetType, type Grid } from './table/grid-reader';
export { readTable, type ReadTable } from './table/read-table.rules';
export type { RawCell } from './table/read-cell.rules';
export { ImportKinds, type CheckContext, type ImportKind, type ImportResult } from './import-kinds';
export { faultsOf, twiceIn, unknownIn } from './row-errors';
export { exchangeMigrations } from './exchange.migrations';
export { ExchangeModule } from './exchange.module';
export { exchangeRoom } from './exchange.manifest';
