/** Cursors of lists: the sort values of the last row, opaque to the client; no OFFSET (architecture.md). */
import { invalidField } from '@bihuan/plugin-kit';

type CursorValue = string | number | boolean | null;

/** @param values what the next page's `where (…) > (…)` compares with; a Date becomes its ISO text */
export const encodeCursor = (values: readonly (CursorValue | Date)[]): string =>
  Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');

/** The values of a cursor; 422 where it was not made by `encodeCursor` with as many values. */
export function decodeCursor(cursor: string, count: number): CursorValue[] {
  const refused = () => invalidField('/page[after]', 'bad-cursor', 'page[after]');
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused();
  }
  const good =
    Array.isArray(values) && values.length === count && values.every((v) => v === null || typeof v !== 'object');
  if (!good) throw refused();
  return values as CursorValue[];
}

export interface Page<T> {
  readonly data: readonly T[];
  readonly page: { readonly next?: string };
}

/**
 * Makes an answer from up to `size + 1` rows read: the row too many only says that there is a next page.
 *
 * @param cursorOf sort values of a row
 */
export function pageOf<Row, T>(
  rows: readonly Row[],
  size: number,
  cursorOf: (row: Row) => readonly (CursorValue | Date)[],
  view: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, size);
  const last = shown[shown.length - 1];
  return {
    data: shown.map(view),
    page: rows.length > size && last !== undefined ? { next: encodeCursor(cursorOf(last)) } : {},
  };
}
