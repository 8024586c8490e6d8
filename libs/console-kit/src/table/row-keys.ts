/** The keyboard in a list: arrows, a page, the ends, Enter; also to rows that are not drawn, and back from them. */
import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

interface OfRow {
  readonly tabIndex: 0;
  readonly 'aria-rowindex': number;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export interface RowKeys {
  readonly ofRow: (index: number) => OfRow;
  readonly ofBox: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The head is the first row of a table (ARIA). */
const HEAD = 2;

/** Rows that stay in sight when a page is turned. */
const KEPT = 3;

/** @param rowHeight pixels of every row where not all are drawn, else 0 */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  open: (index: number) => void,
): RowKeys {
  /** Where the keyboard is; kept when its row is scrolled away. */
  const at = useRef<number | undefined>(undefined);
  /** Where it goes as soon as that row is drawn. */
  const wanted = useRef<number | undefined>(undefined);
  const rowAt = (index: number): HTMLElement | null =>
    box.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${index + HEAD}"]`) ?? null;

  useLayoutEffect(() => {
    if (wanted.current !== undefined) {
      const row = rowAt(wanted.current);
      if (row) {
        wanted.current = undefined;
        row.focus();
      }
    } else if (at.current !== undefined && document.activeElement === document.body) {
      // Its row was scrolled away: the list keeps the keyboard, and an arrow comes back to the place.
      box.current?.focus({ preventScroll: true });
    }
  });

  const go = (to: number): void => {
    const index = Math.min(Math.max(0, to), count - 1);
    const row = rowAt(index);
    if (row) return row.focus();
    if (rowHeight === 0 || !box.current) return;
    wanted.current = index;
    const middle = box.current.getBoundingClientRect().top + index * rowHeight - window.innerHeight / 2;
    window.scrollBy({ top: middle, behavior: 'instant' });
  };

  const step = (event: KeyboardEvent<HTMLElement>, from: number): void => {
    const page = Math.max(1, Math.floor(window.innerHeight / (rowHeight || 35)) - KEPT);
    const ways: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: count - 1,
    };
    const to = ways[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(to);
  };

  return {
    ofRow: (index) => ({
      tabIndex: 0,
      'aria-rowindex': index + HEAD,
      onFocus: () => {
        at.current = index;
      },
      onBlur: ({ currentTarget }) => {
        // A row that goes away while it has the keyboard did not give it up.
        if (currentTarget.isConnected) at.current = undefined;
      },
      onKeyDown: (event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key !== 'Enter') return step(event, index);
        event.preventDefault();
        open(index);
      },
    }),
    ofBox: (event) => {
      if (event.target === event.currentTarget) step(event, at.current ?? -1);
    },
  };
}
