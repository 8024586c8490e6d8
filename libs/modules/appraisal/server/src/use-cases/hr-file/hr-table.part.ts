/** The file for HR as a table: a line a person, control totals in the last line (APR-9; docs/guides/hr-file.md). */
import type { HrFile } from '@bihuan/appraisal-contract';
import type { WrittenTable } from '@bihuan/exchange';

/** In the column `period` of the last line: its numbers are control totals. */
export const CONTROL = 'control';

export function hrTable(file: HrFile, headings: 'zh' | 'en' | 'key'): WrittenTable {
  const { control } = file;
  return {
    name: `HR ${file.period}`,
    headings,
    columns: [
      { key: 'period', title: { zh: '考核月份', en: 'Period' }, width: 10 },
      { key: 'batch', title: { zh: '批次', en: 'Batch' }, width: 24 },
      { key: 'staffNumber', title: { zh: '工号', en: 'Staff number' }, width: 12 },
      { key: 'name', title: { zh: '姓名', en: 'Name' }, width: 12 },
      { key: 'unit', title: { zh: '部门', en: 'Unit' }, width: 20 },
      ...file.parts.map(({ code, title }) => ({ key: code, title, width: 14 })),
      { key: 'total', title: { zh: '考核总得分', en: 'Total' }, width: 12 },
      { key: 'money', title: { zh: '金额（分）', en: 'Money (fen)' }, width: 12 },
      { key: 'ground', title: { zh: '依据', en: 'Ground' }, width: 60 },
    ],
    rows: [
      ...file.rows.map(({ parts, ...row }) => ({ ...row, ...parts })),
      {
        period: CONTROL,
        batch: file.batch,
        staffNumber: String(control.rows),
        total: control.total,
        money: control.money,
      },
    ],
  };
}
