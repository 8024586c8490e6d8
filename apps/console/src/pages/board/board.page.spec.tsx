import {
  definePages,
  listOf,
  officer,
  PageFrame,
  serveFixtures,
  setSuiteTime,
  type SubjectClock,
} from '@bihuan/console-kit';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { BoardBook } from './board-book';
import { BoardPage } from './board-page';

const clock = (id: string, more: Partial<SubjectClock> = {}): SubjectClock => ({
  id,
  subject: { module: 'hotline', kind: 'problem-form', id },
  label: `2026091801${id}`,
  stage: 'result',
  state: 'armed',
  startedAt: '2026-09-18T09:00:00+08:00',
  dueAt: '2026-09-18T12:00:00+08:00',
  owner: { unitId: 'u', employeeId: null },
  ...more,
});

/** The stream the page opened, to speak into it. */
class Stream extends EventTarget {
  static last: Stream;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    super();
    Stream.last = this;
  }
  close(): void {}
  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

const emptyPack = { body: { calendars: [], deadlinePolicies: [], productLines: [], customerLevels: [], modules: {} } };

const numbers = (): string[] =>
  [...document.querySelectorAll('tbody .bh-number')].map(({ textContent }) => textContent ?? '');

it('DLN-6 takes changed clocks from the live stream, without asking again', async () => {
  Object.assign(window, { EventSource: Stream });
  setSuiteTime('2026-09-18T10:00:00+08:00', true);
  const server = serveFixtures({
    'GET /api/packs/active': emptyPack,
    'GET /api/deadlines/board': listOf([clock('002'), clock('001', { dueAt: '2026-09-18T11:00:00+08:00' })]),
  });
  render(
    <PageFrame me={officer(['alarms.deadline.read'])}>
      <BoardPage />
    </PageFrame>,
  );
  await waitFor(() => expect(numbers()).toEqual(['2026091801001', '2026091801002']));
  act(() => Stream.last.say('hello', { topics: ['deadlines'] }));
  act(() =>
    Stream.last.say('deadlines', {
      rows: [
        clock('001', { state: 'met', metAt: '2026-09-18T10:00:00+08:00' }),
        clock('003', { dueAt: '2026-09-18T10:30:00+08:00', state: 'warned' }),
      ],
    }),
  );
  await waitFor(() => expect(numbers()).toEqual(['2026091801003', '2026091801002']));
  expect(screen.getByText('将到时 1')).toBeTruthy();
  expect(server.to('GET /api/deadlines/board')).toHaveLength(1);
});

const ids = (book: BoardBook): string[] => book.rows.map((line) => line.clock.id);

it('DLN-6 drops what is met, cancelled or given to another unit, and keeps what it was not told about', () => {
  const book = new BoardBook();
  book.begin();
  book.page([clock('1'), clock('2'), clock('4')]);
  book.end();
  book.tell([clock('1', { state: 'cancelled' }), clock('3')]);
  expect(ids(book)).toEqual(['2', '3', '4']);
  book.tell([clock('4', { owner: { unitId: 'other', employeeId: null } })], 'u');
  expect(ids(book)).toEqual(['2', '3']);
});

it('DLN-6 what the live connection says while pages are read is newer than the page that comes after it', () => {
  const book = new BoardBook();
  book.begin();
  book.page([clock('1'), clock('2')]);
  book.tell([clock('3', { state: 'met' }), clock('5')]);
  book.page([clock('3'), clock('4')]);
  book.end();
  expect(ids(book)).toEqual(['1', '2', '4', '5']);
  // The next reading no longer has 2 and 5: they ended while nobody listened.
  book.begin();
  book.page([clock('1'), clock('3'), clock('4')]);
  expect(ids(book)).toEqual(['1', '2', '3', '4', '5']);
  book.end();
  expect(ids(book)).toEqual(['1', '3', '4']);
});

it('DLN-6 reads every page, draws only the rows near the window, and says how many there are', async () => {
  setSuiteTime('2026-09-18T10:00:00+08:00', true);
  const number = (index: number): string => String(index).padStart(4, '0');
  const all = Array.from({ length: 900 }, (_, index) =>
    clock(number(index), { dueAt: new Date(Date.parse('2026-09-18T04:00:00Z') + index * 60_000).toISOString() }),
  );
  const server = serveFixtures({
    'GET /api/packs/active': emptyPack,
    'GET /api/deadlines/board/counts': listOf([
      { unitId: 'u', employeeId: null, armed: 900, warned: 0, breached: 0, paused: 0 },
    ]),
    'GET /api/deadlines/board': ({ query }) => {
      const from = Number(query['page[after]'] ?? 0);
      const end = from + Number(query['page[size]']);
      return { body: { data: all.slice(from, end), page: end < all.length ? { next: String(end) } : {} } };
    },
  });
  render(
    <PageFrame me={officer(['alarms.deadline.read'])}>
      <BoardPage />
    </PageFrame>,
  );
  await waitFor(() => expect(server.to('GET /api/deadlines/board')).toHaveLength(6));
  await waitFor(() => expect(document.querySelector<HTMLElement>('.bh-room > td')?.style.height).toBeTruthy());
  expect(screen.getByText('在办 900')).toBeTruthy();
  expect(numbers()[0]).toBe('20260918010000');
  expect(numbers().length).toBeLessThan(80);
  const room = [...document.querySelectorAll<HTMLElement>('.bh-room > td')].map((cell) => parseInt(cell.style.height));
  expect(room).toEqual([(900 - numbers().length) * 35]);
});

it('DLN-6 lets a supervisor look for what is late, near or nobody’s, of every module, in its own words', async () => {
  setSuiteTime('2026-09-18T11:30:00+08:00', true);
  const complaints = definePages({
    room: 'complaints',
    pages: [],
    words: {
      kinds: { complaint: { zh: '投诉' } },
      states: {},
      stages: { answer: { zh: '答复用户' } },
      actions: {},
    },
  });
  serveFixtures({
    'GET /api/packs/active': emptyPack,
    'GET /api/deadlines/board': listOf([
      clock('001', { dueAt: '2026-09-18T11:00:00+08:00', state: 'breached' }),
      clock('002', { owner: { unitId: 'u', employeeId: 'e' }, dueAt: '2026-09-18T20:00:00+08:00' }),
      clock('003', {
        subject: { module: 'complaints', kind: 'complaint', id: '003' },
        stage: 'answer',
        state: 'warned',
        owner: { unitId: 'u', employeeId: 'e' },
      }),
    ]),
  });
  render(
    <PageFrame me={officer(['alarms.deadline.read'])} rooms={[complaints]}>
      <BoardPage />
    </PageFrame>,
  );
  await waitFor(() => expect(numbers()).toHaveLength(3));
  expect(screen.getByText('答复用户')).toBeTruthy();
  const look = (label: string): boolean => fireEvent.click(screen.getByRole('radio', { name: label }));
  look('超时');
  await waitFor(() => expect(numbers()).toEqual(['2026091801001']));
  look('将到时');
  await waitFor(() => expect(numbers()).toEqual(['2026091801003']));
  look('未指定');
  await waitFor(() => expect(numbers()).toEqual(['2026091801001']));
  look('全部');
  await waitFor(() => expect(numbers()).toHaveLength(3));
});
