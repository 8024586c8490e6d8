import {
  definePages,
  listOf,
  mergeClocks,
  officer,
  PageFrame,
  serveFixtures,
  setSuiteTime,
  type BoardClock,
} from '@bihuan/console-kit';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { BoardPage } from './board-page';

const clock = (id: string, more: Partial<BoardClock> = {}): BoardClock => ({
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

it('DLN-6 drops what is met or cancelled and keeps what it was not told about', () => {
  const merged = mergeClocks([clock('1'), clock('2')], [clock('1', { state: 'cancelled' }), clock('3')]);
  expect(merged.map(({ id }) => id)).toEqual(['2', '3']);
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
