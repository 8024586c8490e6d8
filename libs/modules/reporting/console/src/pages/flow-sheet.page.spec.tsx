/** The month's sheet in the console: judged by keyboard, with the reason, and read only once its month is closed (RPT-1d). */
import { officer, PageFrame, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import { checkFlow, flowSheet, REPORTING_PERMISSIONS, type FlowSheet } from '@bihuan/reporting-contract';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { reportingPages } from '../reporting.pages';
import { house, id, ROUTE } from '../test/fixtures';
import { FlowSheetPage } from './flow-sheet.page';

const user = userEvent.setup({ delay: null });

const line = (digit: number, more: object = {}) => ({
  id: id(digit),
  version: 1,
  module: 'complaints',
  kind: 'complaint',
  caseId: id(digit),
  number: `TS2026091700${digit}`,
  state: 'answered',
  openedAt: '2026-09-17T10:00:00+08:00',
  unitId: id(6),
  personId: null,
  returns: 0,
  late: [],
  verdict: null,
  reason: '',
  checkedById: null,
  checkedAt: null,
  allowedActions: ['check'],
  ...more,
});

const sheet = (more: Partial<FlowSheet> = {}): FlowSheet =>
  flowSheet.parse({
    period: '2026-09',
    state: 'open',
    drawnAt: '2026-09-25T08:00:00+08:00',
    size: 20,
    checked: 0,
    wrong: 0,
    rows: [line(1, { returns: 2 }), line(2)],
    allowedActions: [],
    ...more,
  });

function open(given: FlowSheet, more: Fixtures = {}) {
  setSuiteTime('2026-09-26T10:00:00+08:00', true);
  const server = serveFixtures({ ...house, [`GET ${ROUTE}/flow-sheets/2026-09`]: { body: given }, ...more });
  render(
    <PageFrame me={officer([REPORTING_PERMISSIONS.checkFlow])} rooms={[reportingPages]} at="/flow-sheet">
      <FlowSheetPage />
    </PageFrame>,
  );
  return server;
}

it('RPT-1d a row is judged wrong by keyboard: saved with its reason and the version seen, and not without a reason', async () => {
  const route = `POST ${ROUTE}/flow-checks/${id(1)}/check`;
  const server = open(sheet(), { [route]: { body: sheet({ checked: 1, wrong: 1 }) } });
  expect((await screen.findByText('退回 2 次')).closest('tr')?.textContent).toContain('TS20260917001');
  expect(screen.getByRole('status').textContent).toBe('已查 0 / 2 件，判错 0 件');
  const group = screen.getByRole('radiogroup', { name: 'TS20260917001 的判定' });
  act(() => within(group).getByRole('radio', { name: '错误' }).focus());
  await user.keyboard(' ');
  expect(screen.getByRole('button', { name: '保存 TS20260917001' }).hasAttribute('disabled')).toBe(true);
  await user.tab();
  await user.keyboard('应先转用户服务部{Enter}');
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  const sent = server.to(route)[0];
  expect(checkFlow.parse(sent?.body)).toEqual({ verdict: 'wrong', reason: '应先转用户服务部' });
  expect(sent?.headers['if-match']).toBe('"1"');
});

it('RPT-4 with its month closed the sheet can only be read', async () => {
  const judged = line(1, { verdict: 'wrong', reason: '转错部门', allowedActions: [] });
  open(sheet({ state: 'closed', checked: 1, wrong: 1, rows: [judged] }));
  expect(await screen.findByText('已关账')).toBeTruthy();
  expect((screen.getByRole('textbox', { name: 'TS20260917001 的理由' }) as HTMLInputElement).disabled).toBe(true);
  expect(screen.getByRole('button', { name: '保存 TS20260917001' }).hasAttribute('disabled')).toBe(true);
});

it('RPT-1d what was not drawn yet can be drawn from the page', async () => {
  const route = `POST ${ROUTE}/flow-sheets/2026-09/draw`;
  const nothing = sheet({ state: 'not-drawn', drawnAt: null, rows: [], allowedActions: ['draw'] });
  const server = open(nothing, { [route]: { body: sheet() } });
  expect(await screen.findByText('本月尚未抽样')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '现在抽取' }));
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
});
