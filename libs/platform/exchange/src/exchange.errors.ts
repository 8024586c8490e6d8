/** The exchange room's error catalogue, and refused files as a 422 (CUS-4). */
import { commonErrors, defineErrors } from '@bihuan/plugin-kit';

export const exchangeErrors = defineErrors({
  'unknown-import-kind': {
    kind: 'invalid',
    zh: '没有这种导入；可选：{kinds}。',
    en: 'There is no such import; choose from {kinds}.',
  },
  'file-gone': {
    kind: 'wrong-state',
    zh: '文件已过保存期，请重新上传。',
    en: 'The file was kept long enough and is gone: upload it again.',
  },
});

const FILES = {
  'empty-file': '文件是空的，请重新选择。 / The file is empty; choose another.',
  'no-table': '请上传 XLSX 或 CSV 表格。 / Send a table as XLSX or CSV.',
  'unreadable-table': '表格无法读取，请另存后重试。 / The table cannot be read; save it anew and try again.',
  'too-many-rows': '表格超过 50000 行，请分批导入。 / More than 50,000 rows; send them in parts.',
} as const;

export const fileRefused = (code: keyof typeof FILES) =>
  commonErrors['invalid-input']({ errors: [{ pointer: '/file', code, detail: FILES[code] }] });
