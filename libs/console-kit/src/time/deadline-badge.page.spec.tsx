import { act, render, screen } from '@testing-library/react';
import { officer, PageFrame } from '../testing/page-frame';
import { listOf, serveFixtures } from '../testing/fixture-server';
import { DeadlineBadge } from './deadline-badge';
import { setSuiteTime } from './server-clock';

const clock = {
  stage: 'referral',
  state: 'armed',
  policy: 'hotline.referral',
  calendar: 'handlers',
  startedAt: '2026-09-18T17:30:00+08:00',
  dueAt: '2026-09-20T10:30:00+08:00',
  warnAt: '2026-09-20T10:18:00+08:00',
};

const days = listOf([
  { date: '2026-09-18', open: [['2026-09-18T13:00:00+08:00', '2026-09-18T18:00:00+08:00']] },
  { date: '2026-09-20', open: [['2026-09-20T09:00:00+08:00', '2026-09-20T12:00:00+08:00']] },
]);

const badge = (): HTMLElement => document.querySelector<HTMLElement>('[data-stage="referral"]') as HTMLElement;

beforeEach(() => {
  serveFixtures({
    'GET /api/calendars/handlers/days': days,
    'GET /api/packs/active': {
      body: { calendars: [], deadlinePolicies: [], productLines: [], customerLevels: [], modules: {} },
    },
  });
});

it('DLN-6 counts the working time left on the suite’s clock and follows it when it is moved', async () => {
  setSuiteTime('2026-09-18T17:30:00+08:00', true);
  render(
    <PageFrame me={officer([])}>
      <DeadlineBadge clock={clock} />
    </PageFrame>,
  );
  expect(await screen.findByText('剩 2 小时')).toBeTruthy();
  expect(badge().dataset['mood']).toBe('calm');
  act(() => setSuiteTime('2026-09-20T10:20:00+08:00', true));
  expect(screen.getByText('剩 10 分')).toBeTruthy();
  expect(badge().dataset['mood']).toBe('soon');
  act(() => setSuiteTime('2026-09-20T11:00:00+08:00', true));
  expect(screen.getByText('超时 30 分')).toBeTruthy();
  expect(badge().dataset['mood']).toBe('late');
});

it('DLN-6 ticks by itself on a running clock', async () => {
  jest.useFakeTimers({ advanceTimers: true });
  setSuiteTime('2026-09-20T09:59:30+08:00', false);
  render(
    <PageFrame me={officer([])}>
      <DeadlineBadge clock={clock} />
    </PageFrame>,
  );
  expect(await screen.findByText('剩 30 分')).toBeTruthy();
  act(() => jest.advanceTimersByTime(40_000));
  expect(screen.getByText('剩 29 分')).toBeTruthy();
  jest.useRealTimers();
});
