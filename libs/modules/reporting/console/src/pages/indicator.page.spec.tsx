import {
  listOf,
  officer,
  PageFrame,
  serveFixtures,
  setSuiteTime,
  type Fixtures,
  type RoomPages,
} from '@bihuan/console-kit';
import { figureCase, REPORTING_PERMISSIONS } from '@bihuan/reporting-contract';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { reportingPages } from '../reporting.pages';
import { answer, COMPLAINTS, figure, house, id, ON_TIME, ROUTE, row } from '../test/fixtures';
import { FigureCasesPage } from './figure-cases.page';
import { IndicatorPage } from './indicator.page';
import { IndicatorsPage } from './indicators.page';

const user = userEvent.setup({ delay: null });

/** A room whose cases are counted. */
const complaintsRoom: RoomPages = {
  room: 'complaints',
  pages: [],
  subjects: { complaint: (one) => `/complaints/${one}` },
  words: { kinds: {}, states: { answered: { zh: '已答复', en: 'answered' } }, stages: {}, actions: {} },
};

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{decodeURIComponent(pathname + search)}</output>;
}

const address = (): string => screen.getByLabelText('address').textContent;

function open(page: ReactElement, at: string, route: string, more: Fixtures = {}) {
  setSuiteTime('2026-09-17T10:00:00+08:00', true);
  const server = serveFixtures({ ...house, ...more });
  render(
    <PageFrame me={officer([REPORTING_PERMISSIONS.readFigures])} rooms={[reportingPages, complaintsRoom]} at={at}>
      <Address />
      <Routes>
        <Route path={route} element={page} />
        <Route path="*" element={null} />
      </Routes>
    </PageFrame>,
  );
  return server;
}

const split = [
  row({ unit: id(6), level: 'vip' }, 0.8, { numerator: 4, denominator: 5, target: 0.98 }),
  row({ unit: id(7), level: null }, 1, { numerator: 5, denominator: 5, target: 0.95 }),
];
const onTime = figure(ON_TIME, { value: 0.9, numerator: 9, denominator: 10, target: 0.95, closed: true });

const ofOnTime: Fixtures = {
  [`GET ${ROUTE}/indicators/concluded-on-time`]: answer(onTime, { 'unit,level': split, unit: [] }),
};

beforeEach(() => localStorage.clear());

it('RPT-1 the catalogue lists meaning, formula and target, and is searched by words', async () => {
  open(<IndicatorsPage />, '/figures', '/figures');
  const line = (await screen.findByText('按时办结率')).closest('tr') as HTMLElement;
  expect(line.textContent).toContain('已答复的投诉中，在承诺时限内办结的比例。');
  expect(line.textContent).toContain('时限内办结件数 ÷ 已答复件数');
  expect(line.textContent).toContain('不低于 95%');
  await user.type(screen.getByRole('textbox', { name: '筛选' }), '承诺时限');
  await waitFor(() => expect(screen.queryByText('投诉量')).toBeNull());
  expect(screen.getByText('按时办结率')).toBeTruthy();
  expect(address()).toContain('search=承诺时限');
});

it('RPT-1 an indicator tells what it means, how it is computed and who answers for it', async () => {
  open(<IndicatorPage />, '/figures/concluded-on-time?period=2026-09', '/figures/:id', ofOnTime);
  expect(await screen.findByText('时限内办结件数 ÷ 已答复件数')).toBeTruthy();
  expect(screen.getByText('投诉督办')).toBeTruthy();
  expect(await screen.findByText('90%')).toBeTruthy();
  expect(screen.getByText('分子 9 · 分母 10')).toBeTruthy();
});

it('RPT-4 a closed period is marked as standing', async () => {
  open(<IndicatorPage />, '/figures/concluded-on-time?period=2026-08', '/figures/:id', ofOnTime);
  expect(await screen.findByText('已关账')).toBeTruthy();
});

it('RPT-2 period, dimensions and filters of the address are what is asked; rows stand with their own target and the total', async () => {
  const at = '/figures/concluded-on-time?period=2026-09&by=unit,level&filter.cause=late';
  const server = open(<IndicatorPage />, at, '/figures/:id', ofOnTime);
  const table = await screen.findByRole('region', { name: '明细' });
  await within(table).findByText('热线中心');
  const lines = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((line) =>
      within(line)
        .queryAllByRole('cell')
        .map(({ textContent }) => textContent),
    )
    .filter((line) => line.length > 0);
  expect(lines).toEqual([
    ['热线中心', '（未填）', '100%', '5', '5', '✓ 达标 不低于 95%'],
    ['售后服务部', '贵宾', '80%', '4', '5', '× 未达标 不低于 98%'],
    ['合计', '', '90%', '9', '10', '× 未达标 不低于 95%'],
  ]);
  const asked = server
    .to(`GET ${ROUTE}/indicators/concluded-on-time`)
    .find(({ query }) => query['by'] === 'unit,level');
  expect(asked?.query).toEqual({ period: '2026-09', by: 'unit,level', 'filter[cause]': 'late' });
  expect(screen.getByText('原因：上门超时')).toBeTruthy();
});

it('RPT-2 a row opens the very cases behind it: its codes become filters beside those that stand', async () => {
  const at = '/figures/concluded-on-time?period=2026-09&by=unit,level&filter.cause=late';
  open(<IndicatorPage />, at, '/figures/:id', ofOnTime);
  const table = await screen.findByRole('region', { name: '明细' });
  await user.click(await within(table).findByText('售后服务部'));
  expect(address()).toBe(
    `/figures/concluded-on-time/cases?period=2026-09&filter.cause=late&filter.unit=${id(6)}&filter.level=vip`,
  );
});

it('RPT-2 a group of cases that have no code opens those very cases, and the address asks the server for them', async () => {
  const at = '/figures/concluded-on-time?period=2026-09&by=unit,level';
  open(<IndicatorPage />, at, '/figures/:id', ofOnTime);
  const table = await screen.findByRole('region', { name: '明细' });
  await user.click(await within(table).findByText('（未填）'));
  const cases = `/figures/concluded-on-time/cases?period=2026-09&filter.unit=${id(7)}&filter.level=`;
  expect(address()).toBe(cases);
});

it('RPT-2 an empty code in the address is asked of the server as an empty code, and shown as none', async () => {
  const route = `GET ${ROUTE}/indicators/concluded-on-time/cases`;
  const at = '/figures/concluded-on-time/cases?period=2026-09&filter.level=';
  const server = open(<FigureCasesPage />, at, '/figures/:id/cases', { [route]: listOf([one(1)]) });
  await screen.findByText('TS20260917001');
  expect(server.to(route)[0]?.query).toEqual({ period: '2026-09', 'filter[level]': '', 'page[size]': '50' });
  expect(screen.getByText(/：（未填）$/)).toBeTruthy();
});

it('RPT-2 a filter is dropped from the address, and the figure is asked anew without it', async () => {
  const at = '/figures/concluded-on-time?period=2026-09&filter.cause=late';
  const server = open(<IndicatorPage />, at, '/figures/:id', ofOnTime);
  await user.click(await screen.findByRole('button', { name: '去掉筛选 原因' }));
  await waitFor(() => expect(address()).toBe('/figures/concluded-on-time?period=2026-09'));
  await waitFor(() =>
    expect(
      server
        .to(`GET ${ROUTE}/indicators/concluded-on-time`)
        .some(({ query }) => !query['by'] && !('filter[cause]' in query)),
    ).toBe(true),
  );
});

const one = (digit: number, more: object = {}) =>
  figureCase.parse({
    module: 'complaints',
    kind: 'complaint',
    id: id(digit),
    number: `TS2026091700${digit}`,
    state: 'answered',
    stage: null,
    openedAt: '2026-09-17T10:00:00+08:00',
    value: 1,
    dims: { cause: 'late', level: 'vip', unit: id(6) },
    ...more,
  });

it('RPT-2 the cases stand with number, state and what each adds, and open their own page', async () => {
  const server = open(
    <FigureCasesPage />,
    '/figures/concluded-on-time/cases?period=2026-09&filter.unit=' + id(6),
    '/figures/:id/cases',
    { [`GET ${ROUTE}/indicators/concluded-on-time/cases`]: listOf([one(1), one(2, { value: 0 })]) },
  );
  const first = (await screen.findByText('TS20260917001')).closest('tr') as HTMLElement;
  expect(first.textContent).toContain('已答复');
  expect(first.textContent).toContain('上门超时');
  expect(within(first).getByText('是')).toBeTruthy();
  const second = screen.getByText('TS20260917002').closest('tr') as HTMLElement;
  expect(within(second).getByText('否')).toBeTruthy();
  expect(server.to(`GET ${ROUTE}/indicators/concluded-on-time/cases`)[0]?.query).toEqual({
    period: '2026-09',
    'filter[unit]': id(6),
    'page[size]': '50',
  });
  await user.click(screen.getByText('仅分子'));
  await waitFor(() =>
    expect(
      server.to(`GET ${ROUTE}/indicators/concluded-on-time/cases`).some(({ query }) => query['part'] === 'numerator'),
    ).toBe(true),
  );
  await user.click(await screen.findByRole('link', { name: 'TS20260917001' }));
  expect(address()).toBe(`/complaints/${id(1)}`);
});

it('RPT-2 further cases come page by page by the cursor of the page before', async () => {
  const server = open(<FigureCasesPage />, '/figures/complaints/cases?period=2026-09', '/figures/:id/cases', {
    [`GET ${ROUTE}/indicators/complaints`]: answer(figure(COMPLAINTS)),
    [`GET ${ROUTE}/indicators/complaints/cases`]: ({ query }) =>
      query['page[after]'] === 'next-one' ? listOf([one(2)]) : { body: { data: [one(1)], page: { next: 'next-one' } } },
  });
  await screen.findByText('TS20260917001');
  await user.click(screen.getByRole('button', { name: /更多/ }));
  expect(await screen.findByText('TS20260917002')).toBeTruthy();
  expect(server.to(`GET ${ROUTE}/indicators/complaints/cases`)).toHaveLength(2);
});
