/** Long lists draw only the rows near the window: what lies above and below is room of the same height. */
import { createContext, useContext, useLayoutEffect, useState, type HTMLAttributes, type RefObject } from 'react';

/** Rows are added and taken away so many at a time, and so many stand ready outside the window on either side. */
const STEP = 8;

export interface Drawn {
  readonly first: number;
  /** Behind the last row drawn. */
  readonly end: number;
}

/**
 * The rows to draw, of rows that are all equally high.
 *
 * @param above pixels between the top of the list and its first row's place in the window
 * @param height of a row, pixels
 */
export function drawnRows(above: number, window: number, height: number, count: number): Drawn {
  const down = (row: number): number => Math.floor(row / STEP) * STEP;
  const first = down(above / height) - STEP;
  const end = down((above + window) / height) + 2 * STEP;
  // A table that is far away still has its head and a row: without one it would say that it is empty.
  const last = Math.max(0, count - 1);
  return { first: Math.min(Math.max(0, first), down(last)), end: Math.max(1, Math.min(count, end)) };
}

/** Follows the window; `height` 0 draws all rows. */
export function useDrawnRows(box: RefObject<HTMLElement | null>, height: number, count: number): Drawn {
  const [{ above, window: size }, setPlace] = useState({ above: 0, window: globalThis.innerHeight });
  useLayoutEffect(() => {
    if (height === 0) return;
    const look = (): void => {
      const top = box.current?.getBoundingClientRect().top ?? 0;
      const next = { above: -top, window: globalThis.innerHeight };
      // The same rows: nothing is drawn anew.
      setPlace((before) => (sameRows(before, next, height) ? before : next));
    };
    look();
    // Whatever scrolls, the window or a box around the list.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    globalThis.addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      globalThis.removeEventListener('resize', look);
    };
  }, [box, height]);
  return height === 0 ? { first: 0, end: count } : drawnRows(above, size, height, count);
}

interface Place {
  readonly above: number;
  readonly window: number;
}

function sameRows(a: Place, b: Place, height: number): boolean {
  const [before, after] = [a, b].map((one) => drawnRows(one.above, one.window, height, Infinity));
  return before?.first === after?.first && before?.end === after?.end;
}

/** Pixels of the rows not drawn, before and behind those drawn. */
export const Room = createContext<{ readonly before: number; readonly behind: number }>({ before: 0, behind: 0 });

/** The body of a table with room for the rows not drawn. */
export function RoomyBody({ children, ...body }: HTMLAttributes<HTMLTableSectionElement>) {
  const { before, behind } = useContext(Room);
  return (
    <tbody {...body}>
      <Space height={before} />
      {children}
      <Space height={behind} />
    </tbody>
  );
}

function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className="bh-room">
      <td style={{ height }} />
    </tr>
  );
}
