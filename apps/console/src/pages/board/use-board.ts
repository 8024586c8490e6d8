/** Reads the board's clocks page after page and keeps them fresh by the live connection; nothing polls (DLN-6). */
import { api, useConnected, useTopic, type ListAnswer, type SubjectClock } from '@bihuan/console-kit';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { BoardBook, type Line } from './board-book';

const ROUTE = '/api/deadlines/board';

/** The first page is small so that it stands at once; the others are as large as a page may be. */
const SIZE = { first: 50, further: 200 };

/** More clocks than this are for a unit's board: the page says so. */
export const MOST_CLOCKS = 20_000;

/** Changes are drawn together, milliseconds: however many come, the page stays at hand. */
const DRAWN_EACH = 200;

/** After a reading the next one waits, milliseconds: a storm is no reason to read all the time. */
const REST = 3_000;

export interface Board {
  /** The earliest due first; `undefined` before the first page. */
  readonly rows: readonly Line[] | undefined;
  /** All pages are read. */
  readonly complete: boolean;
  /** There are more than the board holds. */
  readonly cut: boolean;
  readonly error: unknown;
  readonly readAgain: () => void;
}

type Shown = Omit<Board, 'readAgain'>;

const NOTHING: Shown = { rows: undefined, complete: false, cut: false, error: undefined };

export function useBoard(unit: string | undefined): Board {
  const [shown, setShown] = useState(NOTHING);
  const connected = useConnected();
  const reader = useRef<Reader | undefined>(undefined);

  useEffect(() => {
    setShown(NOTHING);
    const own = new Reader(unit, (next) => startTransition(() => setShown(next)));
    reader.current = own;
    own.read();
    return () => own.stop();
  }, [unit]);

  // What changed before the connection stood was told to nobody.
  const stood = useRef(connected);
  useEffect(() => {
    if (connected && !stood.current) reader.current?.readAnew();
    stood.current = connected;
  }, [connected]);

  useTopic<SubjectClock>('deadlines', (rows) => (rows ? reader.current?.tell(rows) : reader.current?.read()));
  return { ...shown, readAgain: useCallback(() => reader.current?.read(), []) };
}

class Reader {
  private readonly book = new BoardBook();
  private state: Omit<Shown, 'rows'> = { complete: false, cut: false, error: undefined };
  private drawing: ReturnType<typeof setTimeout> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private again = false;
  /** The reading under way; one that was overtaken or stopped finds another here. */
  private reading: symbol | undefined;

  constructor(
    private readonly unit: string | undefined,
    private readonly draw: (shown: Shown) => void,
  ) {}

  /** Reads all pages; asked while it reads or rests, it does so once more afterwards. */
  read(): void {
    if (this.reading !== undefined || this.resting !== undefined) {
      this.again = true;
      return;
    }
    const reading = Symbol('reading');
    this.reading = reading;
    void this.pages(reading).then(() => {
      if (this.reading !== reading) return;
      this.reading = undefined;
      this.resting = setTimeout(() => {
        this.resting = undefined;
        if (!this.again) return;
        this.again = false;
        this.read();
      }, REST);
    });
  }

  /** The same, at once and from the first page. */
  readAnew(): void {
    this.stop();
    this.read();
  }

  tell(clocks: readonly SubjectClock[]): void {
    this.book.tell(clocks, this.unit);
    this.drawSoon();
  }

  stop(): void {
    clearTimeout(this.drawing);
    clearTimeout(this.resting);
    [this.drawing, this.resting, this.reading, this.again] = [undefined, undefined, undefined, false];
  }

  private async pages(reading: symbol): Promise<void> {
    this.book.begin();
    let [after, size]: [string | undefined, number] = [undefined, SIZE.first];
    let read = 0;
    try {
      do {
        const answer: ListAnswer<SubjectClock> = await api.get(ROUTE, {
          'page[size]': size,
          'page[after]': after,
          'filter[unit]': this.unit,
        });
        if (this.reading !== reading) return;
        this.book.page(answer.data);
        read += answer.data.length;
        [after, size] = [answer.page.next, SIZE.further];
        if (read === answer.data.length) this.drawNow();
        else this.drawSoon();
      } while (after !== undefined && read < MOST_CLOCKS);
      this.book.end();
      this.state = { complete: true, cut: after !== undefined, error: undefined };
    } catch (error) {
      if (this.reading !== reading) return;
      this.state = { ...this.state, error };
    }
    this.drawNow();
  }

  private drawSoon(): void {
    this.drawing ??= setTimeout(() => this.drawNow(), DRAWN_EACH);
  }

  private drawNow(): void {
    clearTimeout(this.drawing);
    this.drawing = undefined;
    const { book, state } = this;
    // A reading that failed before anything came has nothing to show.
    const rows = book.size === 0 && state.error && !state.complete ? undefined : book.rows;
    this.draw({ ...state, rows });
  }
}
