import { listOf, officer, PageFrame, refusal, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import { heatCell, REPORTING_PERMISSIONS } from '@bihuan/reporting-contract';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { reportingPages } from '../reporting.pages';
import {
  answer,
  COMPLAINTS,
  figure,
  house,
  id,
  indicator,
  ON_TIME,
  ORDERS,
  RATE,
  ROUTE,
  row,
  SLOW,
} from '../test/fixtures';
import { chartedFirst, DashboardPage, tilesOf } from './dashboard.page';

const user = userEvent.setup({ delay: null });

const onTime = figure(ON_TIME, {
  value: 0.9,
  numerator: 9,
  denominator: 10,
  target: 0.95,
  before: { period: '2026-08', value: 0.85 },
  lastYear: { period: '2025-09', value: 0.97 },
});
const slow = figure(SLOW, {
  value: 72_000,
  numerator: 720_000,
  denominator: 10,
  before: { period: '2026-08', value: 80_000 },
});

const figures: Fixtures = {
  [`GET ${ROUTE}/indicators/complaints`]: answer(figure(COMPLAINTS), {
    month: [row({ month: '2026-08' }, 10), row({ month: '2026-09' }, 12)],
    cause: [row({ cause: 'billing' }, 3), row({ cause: 'late' }, 8), row({ cause: null }, 1)],
    unit: [row({ unit: id(6) }, 4), row({ unit: id(7) }, 8)],
  }),
  [`GET ${ROUTE}/indicators/concluded-on-time`]: answer(onTime),
  [`GET ${ROUTE}/indicators/mean-time-to-answer`]: answer(slow),
  [`GET ${ROUTE}/indicators/complaint-rate`]: answer(figure(RATE, { value: null, note: 'no-base', denominator: null })),
  [`GET ${ROUTE}/indicators/work-orders`]: answer(figure(ORDERS, { value: 40, numerator: 40 })),
  [`GET ${ROUTE}/indicators/complaints/heat-map`]: listOf([
    heatCell.parse({ weekday: 4, hour: 14, cases: 7 }),
    heatCell.parse({ weekday: 1, hour: 9, cases: 5 }),
  ]),
};

function open(at = '/dashboard', more: Fixtures = {}) {
  setSuiteTime('2026-09-17T10:00:00+08:00', true);
  const server = serveFixtures({ ...house, ...figures, ...more });
  render(
    <PageFrame me={officer([REPORTING_PERMISSIONS.readFigures])} rooms={[reportingPages]} at={at} route="/dashboard">
      <DashboardPage />
    </PageFrame>,
  );
  return server;
}

const tile = async (name: string): Promise<HTMLElement> =>
  (await within(await screen.findByRole('list', { name: '指标' })).findByText(name)).closest('li') as HTMLElement;

const cells = (table: HTMLElement): string[][] =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((line) => [...line.querySelectorAll('th,td')].map(({ textContent }) => textContent));

beforeEach(() => localStorage.clear());

it('RPT-5 RPT-3 a tile tells value, target met or missed, the period before and the same of last year', async () => {
  open();
  const missed = await tile('按时办结率');
  expect(await within(missed).findByText('90%')).toBeTruthy();
  expect(missed.textContent).toContain('× 未达标 不低于 95%');
  expect(missed.textContent).toContain('环比 85% (+5 pt)');
  expect(missed.textContent).toContain('同比 97% (−7 pt)');
  const met = await tile('平均答复时长');
  expect(await within(met).findByText('20 小时')).toBeTruthy();
  expect(met.textContent).toContain('✓ 达标 不高于 24 小时');
  expect(met.textContent).toContain('(−10%)');
  expect(met.textContent).toContain('同比 —');
});

it('RPT-1c a rate without its base says so and shows no 0', async () => {
  open('/dashboard?of=complaints');
  const rate = await tile('投诉率');
  expect(await within(rate).findByText('无基数')).toBeTruthy();
  expect(rate.querySelector('strong')).toBeNull();
});

it('RPT-2 a tile opens its indicator for the same period', async () => {
  open('/dashboard?period=2026-Q3&of=complaints');
  const link = within(await tile('投诉量')).getByRole('link');
  expect(link.getAttribute('href')).toBe('/figures/complaints?period=2026-Q3');
});

it('RPT-5 every chart stands with the table of its numbers: months, causes with their cumulated share, units', async () => {
  open();
  const months = cells(await screen.findByRole('table', { name: '投诉量 各月走势' }));
  expect(months[7]).toEqual(['08', '—', '10']);
  expect(months[8]).toEqual(['09', '—', '12']);
  expect(cells(await screen.findByRole('table', { name: '投诉量 · 原因排列图' }))).toEqual([
    ['上门超时', '8', '66.7%'],
    ['计费错误', '3', '91.7%'],
    ['（未填）', '1', '100%'],
  ]);
  const units = cells(await screen.findByRole('table', { name: '投诉量 · 按责任部门排名' }));
  expect(units.map(([name, value]) => [name, value])).toEqual([
    ['热线中心', '8'],
    ['售后服务部', '4'],
  ]);
});

it('RPT-5 the heat map shows cases by weekday and hour with its sums', async () => {
  open();
  const heat = cells(await screen.findByRole('table', { name: '投诉量 · 受理时间分布（件）' }));
  expect(heat).toHaveLength(7);
  expect(heat[3]?.[0]).toBe('周四');
  expect(heat[3]?.[14 + 1]).toBe('7');
  expect(heat[0]?.[9 + 1]).toBe('5');
  expect(heat.map((line) => line.at(-1))).toEqual(['5', '0', '0', '7', '0', '0', '0']);
});

it('RPT-3 the period is asked for by its kind and neighbour, and the months of its year beside those of the last', async () => {
  const server = open('/dashboard?of=complaints');
  await tile('投诉量');
  await user.keyboard('[[');
  await waitFor(() =>
    expect(server.to(`GET ${ROUTE}/indicators/complaints`).some(({ query }) => query['period'] === '2026-08')).toBe(
      true,
    ),
  );
  const trends = server.to(`GET ${ROUTE}/indicators/complaints`).filter(({ query }) => query['by'] === 'month');
  expect(new Set(trends.map(({ query }) => query['period']))).toEqual(new Set(['2026', '2025']));
});

it('RPT-5 segments are the modules that are deployed; Alt+3 shows dispatch only', async () => {
  open();
  await tile('按时办结率');
  await user.keyboard('{Alt>}3{/Alt}');
  expect(await within(await tile('工单量')).findByText('40')).toBeTruthy();
  expect(screen.queryByText('按时办结率')).toBeNull();
});

it('RPT-5 a figure that cannot be had says why at its tile, and the others stand', async () => {
  const problem = refusal(422, { code: 'bad-period', detail: '统计期间写法不对。' });
  open('/dashboard', { [`GET ${ROUTE}/indicators/concluded-on-time`]: problem });
  expect(await within(await tile('按时办结率')).findByText('统计期间写法不对。')).toBeTruthy();
  expect(await within(await tile('平均答复时长')).findByText('20 小时')).toBeTruthy();
});

it('RPT-5 without a module that has cases the page says what will stand here', async () => {
  open('/dashboard', { [`GET ${ROUTE}/indicators`]: listOf([]) });
  expect(await screen.findByText('没有可看的指标')).toBeTruthy();
});

it('RPT-5 the first segment holds what has a target; what is charted first is the number of cases', () => {
  const catalogue = [ON_TIME, COMPLAINTS, SLOW, ORDERS];
  expect(tilesOf(catalogue, 'targets')).toEqual([ON_TIME, SLOW]);
  expect(tilesOf(catalogue, 'dispatch')).toEqual([ORDERS]);
  const clocks = indicator({ id: 'warnings', kind: 'sum', unit: 'count', counts: 'clocks' });
  expect(chartedFirst([ON_TIME, clocks, COMPLAINTS])).toBe(COMPLAINTS);
});
