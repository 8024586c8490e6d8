import { listOf, officer, PageFrame, refusal, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import {
  baseFigureView,
  emptyBody,
  enterBaseFigures,
  periodCheck,
  periodView,
  REPORTING_PERMISSIONS,
  salesView,
  scheduleView,
  sentReportView,
} from '@bihuan/reporting-contract';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { reportingPages } from '../reporting.pages';
import { house, id, ROUTE } from '../test/fixtures';
import { BaseFiguresPage } from './base-figures.page';
import { PeriodsPage } from './periods.page';
import { ReportsPage } from './reports.page';
import { SalesPage } from './sales.page';

const user = userEvent.setup({ delay: null });
const title = { zh: '投诉率月报', en: 'Complaint rate' };

function open(page: ReactElement, more: Fixtures, permissions = Object.values(REPORTING_PERMISSIONS)) {
  setSuiteTime('2026-10-05T10:00:00+08:00', true);
  const server = serveFixtures({ ...house, ...more });
  render(
    <PageFrame me={officer(permissions)} rooms={[reportingPages]} at="/page?period=2026-09" route="/page">
      {page}
    </PageFrame>,
  );
  return server;
}

const rowOf = async (text: string): Promise<HTMLElement> =>
  (await screen.findByText(text)).closest('tr') as HTMLElement;

beforeEach(() => localStorage.clear());

it('RPT-1c what stands for a period is listed by its split', async () => {
  const row = {
    figure: 'customers',
    period: '2026-09',
    value: 120_000,
    business: 'voice',
    level: null,
    brand: null,
    unitId: id(6),
    source: 'imported',
    enteredAt: '2026-10-01T09:00:00+08:00',
  };
  const server = open(<BaseFiguresPage />, { [`GET ${ROUTE}/base-figures`]: listOf([baseFigureView.parse(row)]) });
  const line = await rowOf('120,000');
  expect(await within(line).findByText('语音')).toBeTruthy();
  expect(await within(line).findByText('售后服务部')).toBeTruthy();
  expect(within(line).getByText('导入')).toBeTruthy();
  expect(server.to(`GET ${ROUTE}/base-figures`)[0]?.query['filter[period]']).toBe('2026-09');
});

it('RPT-1c rows are sent together for the period; what is refused is said at its very row, and nothing typed is lost', async () => {
  const refused = refusal(422, {
    code: 'invalid-input',
    detail: '输入有误。',
    errors: [{ pointer: '/rows/1', code: 'comes-twice', detail: '与第 1 行重复' }],
  });
  const server = open(<BaseFiguresPage />, { [`POST ${ROUTE}/base-figures`]: refused });
  expect(await screen.findByText('该期间还没有基数')).toBeTruthy();
  await user.type(await screen.findByLabelText('数值'), '500');
  await user.click(screen.getByRole('button', { name: '加一行' }));
  await user.type(screen.getAllByLabelText('数值')[1] as HTMLElement, '20');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const said = await screen.findByText('与第 1 行重复');
  expect(said.closest('.bh-list-row')).toBe(screen.getAllByLabelText('数值')[1]?.closest('.bh-list-row'));
  const [sent] = server.to(`POST ${ROUTE}/base-figures`);
  expect(enterBaseFigures.parse(sent?.body)).toEqual({
    figure: 'customers',
    period: '2026-09',
    rows: [{ value: 500 }, { value: 20 }],
  });
  server.change({ [`POST ${ROUTE}/base-figures`]: { body: { rows: 2 } } });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('已保存 2 行')).toBeTruthy();
});

it('RPT-10 sales stand with target, actual and share beside service cases, and their total', async () => {
  const line = { franchisee: 'JM-001', name: '深圳福田店', target: 10_000_000, actual: 9_250_050, share: 0.925_005 };
  const cases = { complaints: 3, workOrders: 21 };
  const body = salesView.parse({
    period: '2026-09',
    rows: [{ ...line, ...cases }],
    total: { ...line, franchisee: '', name: '', ...cases },
  });
  const server = open(<SalesPage />, { [`GET ${ROUTE}/sales`]: { body } });
  const cells = within(await rowOf('深圳福田店')).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    'JM-001',
    '深圳福田店',
    '100,000.00',
    '92,500.50',
    '92.5%',
    '3',
    '21',
  ]);
  expect((await rowOf('合计')).textContent).toContain('92,500.50');
  expect(server.to(`GET ${ROUTE}/sales`)[0]?.query).toEqual({ period: '2026-09' });
});

const schedule = (more: object) =>
  scheduleView.parse({
    code: 'complaint-rate-monthly',
    title,
    formCode: 'complaint-rate',
    cadence: 'monthly',
    nextAt: '2026-11-01T00:10:00+08:00',
    period: '2026-10',
    channels: ['inbox', 'e-mail'],
    recipients: ['王总', '李敏'],
    deployed: true,
    ...more,
  });

const report = (more: object) =>
  sentReportView.parse({
    id: id(1),
    schedule: 'complaint-rate-monthly',
    title: { zh: '九月投诉率', en: 'September' },
    formCode: 'complaint-rate',
    from: '2026-09-01',
    to: '2026-09-30',
    dueAt: '2026-10-01T00:10:00+08:00',
    sentAt: '2026-10-01T00:10:05+08:00',
    state: 'sent',
    error: null,
    attempts: 1,
    url: `${ROUTE}/reports/${id(1)}/paper`,
    sha256: 'ab'.repeat(32),
    recipients: [
      {
        employeeId: id(2),
        name: '王总',
        deliveries: [{ channel: 'inbox', state: 'sent', at: '2026-10-01T00:10:05+08:00' }],
        readAt: '2026-10-01T08:31:00+08:00',
        acknowledgedAt: null,
      },
    ],
    ...more,
  });

it('RPT-7 SYS-43 schedules tell when next and to whom; a report that went out links its filed paper and who read it', async () => {
  open(<ReportsPage />, {
    [`GET ${ROUTE}/schedules`]: listOf([
      schedule({}),
      schedule({ code: 'x', title: { zh: '回访周报', en: 'x' }, deployed: false }),
    ]),
    [`GET ${ROUTE}/reports`]: listOf([report({})]),
  });
  const next = await rowOf('投诉率月报');
  expect(next.textContent).toContain('2026-11-01 周日 00:10');
  expect(next.textContent).toContain('王总、李敏');
  const absent = await rowOf('回访周报');
  expect(absent.textContent).toContain('出具模块未部署');
  expect(absent.textContent).not.toContain('00:10');
  const sent = await rowOf('九月投诉率');
  expect(within(sent).getByRole('link', { name: '打开 PDF' }).getAttribute('href')).toBe(
    `${ROUTE}/reports/${id(1)}/paper`,
  );
  expect(sent.textContent).toContain('abababababab…');
  expect(sent.textContent).toContain('站内 已送达 · 2026-10-01 周四 08:31 已读');
  expect(within(sent).queryByRole('button', { name: '现在发送' })).toBeNull();
});

it('RPT-7 one that failed says why and can be sent now by whoever may; a second refusal stays until read', async () => {
  const failed = report({
    state: 'failed',
    error: '邮件服务器拒收',
    attempts: 4,
    sentAt: null,
    url: null,
    sha256: null,
  });
  const server = open(<ReportsPage />, {
    [`GET ${ROUTE}/reports`]: listOf([failed]),
    [`POST ${ROUTE}/reports/${id(1)}/send`]: refusal(409, {
      code: 'not-deployed',
      detail: '出具该报表的模块未部署，无法生成。',
    }),
  });
  const line = await rowOf('九月投诉率');
  expect(line.textContent).toContain('邮件服务器拒收 试了 4 次');
  await user.click(within(line).getByRole('button', { name: '现在发送' }));
  expect(await screen.findByText('出具该报表的模块未部署，无法生成。')).toBeTruthy();
  expect(emptyBody.parse(server.to(`POST ${ROUTE}/reports/${id(1)}/send`)[0]?.body)).toEqual({});
});

it('RPT-7 who may only read is not offered to send', async () => {
  const failed = report({ state: 'failed', error: 'x', sentAt: null, url: null });
  open(<ReportsPage />, { [`GET ${ROUTE}/reports`]: listOf([failed]) }, [REPORTING_PERMISSIONS.readReports]);
  expect(within(await rowOf('九月投诉率')).queryByRole('button')).toBeNull();
});

const month = (more: object) =>
  periodView.parse({
    period: '2026-08',
    state: 'open',
    closedAt: null,
    closedBy: null,
    hash: null,
    cases: 1234,
    ...more,
  });

const closed = month({
  state: 'closed',
  closedAt: '2026-09-01T00:05:00+08:00',
  hash: 'cd'.repeat(32),
  period: '2026-07',
});

it('RPT-4 a month that is over is closed after being asked, and is read again', async () => {
  const server = open(<PeriodsPage />, {
    [`GET ${ROUTE}/periods`]: listOf([month({}), closed]),
    [`POST ${ROUTE}/periods/2026-08/close`]: { body: { ...month({ state: 'closed' }) } },
  });
  const line = await rowOf('2026 年 8 月');
  expect(line.textContent).toContain('1,234');
  await user.click(within(line).getByRole('button', { name: '关账' }));
  expect(await screen.findByText('2026 年 8 月 关账后数字不再变动，确定吗？')).toBeTruthy();
  expect(server.to(`POST ${ROUTE}/periods/2026-08/close`)).toHaveLength(0);
  const confirm = screen.getAllByRole('button', { name: '关账' }).at(-1) as HTMLElement;
  await user.click(confirm);
  await waitFor(() => expect(server.to(`POST ${ROUTE}/periods/2026-08/close`)).toHaveLength(1));
  expect(emptyBody.parse(server.to(`POST ${ROUTE}/periods/2026-08/close`)[0]?.body)).toEqual({});
  await waitFor(() => expect(server.to(`GET ${ROUTE}/periods`).length).toBeGreaterThan(1));
});

it('RPT-4 a closed month shows its hash and is computed anew on demand; one that differs is called out', async () => {
  const check = (computed: string) => periodCheck.parse({ ...closed, computed, same: computed === closed.hash });
  const server = open(<PeriodsPage />, {
    [`GET ${ROUTE}/periods`]: listOf([closed]),
    [`POST ${ROUTE}/periods/2026-07/check`]: { body: check('cd'.repeat(32)) },
  });
  const line = await rowOf('2026 年 7 月');
  expect(line.textContent).toContain('cdcdcdcdcdcdcdcd…');
  expect(line.textContent).toContain('自动');
  await user.click(within(line).getByRole('button', { name: '核对' }));
  expect((await within(line).findByRole('status')).textContent).toContain('重算一致');
  server.change({ [`POST ${ROUTE}/periods/2026-07/check`]: { body: check('ef'.repeat(32)) } });
  await user.click(within(line).getByRole('button', { name: '核对' }));
  expect(await within(line).findByText(/重算不一致/)).toBeTruthy();
});
