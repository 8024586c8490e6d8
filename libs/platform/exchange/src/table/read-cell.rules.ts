/** One cell after its column's type; what does not fit is said, not guessed (CUS-4). */
import type { CellValue, TableColumn } from './columns';

/** A cell as the file holds it: CSV has text only. */
export type RawCell = string | number | boolean | Date | null;

export type ReadCell = { readonly value: CellValue | undefined } | { readonly code: string; readonly detail: string };

const LONGEST = 500;

const YES = ['是', '有', 'true', 'yes', 'y', '1'];
const NO = ['否', '无', 'false', 'no', 'n', '0'];

const refused = (code: string, detail: string): ReadCell => ({ code, detail });

export function readCell(raw: RawCell, column: TableColumn): ReadCell {
  const text = textOf(raw);
  if (text === '') {
    return column.required ? refused('required', '必填 / This cell must not be empty') : { value: undefined };
  }
  switch (column.type) {
    case 'text':
      return asText(text, column);
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(text)
        ? { value: Number(text) }
        : refused('not-a-whole-number', '应为整数 / A whole number');
    case 'number':
      return /^[+-]?(\d{1,15}(\.\d+)?|\.\d+)$/.test(text)
        ? { value: Number(text) }
        : refused('not-a-number', '应为数字 / A number');
    case 'date':
      return asDate(text);
    case 'boolean':
      return asBoolean(text);
    case 'code':
      return asCode(text, column);
    case 'list':
      return {
        value: text
          .split(/[,，;；、]/)
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      };
  }
}

function textOf(raw: RawCell): string {
  if (raw === null) return '';
  return raw instanceof Date ? raw.toISOString().slice(0, 10) : String(raw).trim();
}

function asText(text: string, { longest = LONGEST }: TableColumn): ReadCell {
  if (/[\0\p{Surrogate}]/u.test(text))
    return refused('unwritable-text', '含有无法保存的字符 / Characters that cannot be stored');
  return text.length > longest
    ? refused('too-long', `最多 ${longest} 字 / At most ${longest} characters`)
    : { value: text };
}

function asDate(text: string): ReadCell {
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return year !== undefined && real
    ? { value: date.toISOString().slice(0, 10) }
    : refused('not-a-date', '应为日期，如 2026-09-17 / A date such as 2026-09-17');
}

function asBoolean(text: string): ReadCell {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { value: true };
  return NO.includes(word) ? { value: false } : refused('not-yes-or-no', '应为 是 或 否 / Yes or no');
}

function asCode(text: string, { codes = [] }: TableColumn): ReadCell {
  const word = text.toLowerCase();
  const found = codes.find(({ code, title }) => [code, title.zh, title.en].some((name) => name.toLowerCase() === word));
  if (found) return { value: found.code };
  return refused(
    'not-on-the-list',
    `可选 / one of: ${codes.map(({ code, title }) => `${code} ${title.zh}`).join('、')}`,
  );
}
