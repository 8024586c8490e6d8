/** First sheet of an XLSX file → rows of cells as text, each with its row number in the sheet. */
import { readSheet } from 'read-excel-file/node';
import { refuse } from '../problems';
import type { CellRow } from './cell-row';

const SECOND = 1_000;

/** @throws DemoRefusal where the file cannot be read as a sheet */
export async function readXlsx(bytes: Buffer): Promise<CellRow[]> {
  try {
    const rows = await readSheet(bytes);
    return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
  } catch (error) {
    throw refuse(
      '无法读取该 XLSX 文件，可能已损坏或设有密码。',
      `The XLSX file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** A date of a sheet has no time zone; it is written as the person sees it. Numbers keep their digits. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    // Sheets count days in floating point: half past nine may come out a millisecond early.
    const whole = new Date(Math.round(value.getTime() / SECOND) * SECOND);
    return whole.toISOString().slice(0, 19).replace('T', ' ');
  }
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  return String(value).trim();
}
