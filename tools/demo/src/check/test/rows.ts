/** A sound row, changed cell by cell. */
import type { ColumnId } from '../../parse/columns';
import type { Row, Table } from '../../parse/read-table';

const SOUND: Row['cells'] = {
  time: '2026-09-17 09:05',
  officer: '01',
  channel: 'phone',
  phone: '13812345678',
  name: '王喆',
  site: '城东支行',
  summary: '取款机吞卡',
  category: 'technical',
  kind: 'hardware',
  outcome: 'form',
  agreed: 'yes',
};

export type Change = Partial<Record<ColumnId, string>>;

/** Rows from line 2 on. */
export const tableWith = (...changes: readonly Change[]): Table => ({
  rows: changes.map((change, index) => ({ line: index + 2, cells: { ...SOUND, ...change } })),
  ignored: [],
});
