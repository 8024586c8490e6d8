import {
  type FixtureServer,
  officer,
  PageFrame,
  refusal,
  serveFixtures,
  setSuiteTime,
  type Fixtures,
} from '@bihuan/console-kit';
import { dispatchBoard, dispatchOrder, workOrderView } from '@bihuan/dispatch-contract';
import { act, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DRAGGED } from '../board/order-card';
import { dispatchPages } from '../dispatch.pages';
import { board, ID, order, quietHouse, zhou } from '../test/fixtures';
import { DispatchBoardPage } from './dispatch-board.page';

const user = userEvent.setup({ delay: null });
const SEND = `POST /api/dispatch/work-orders/${ID.order}/dispatch`;
const READ = `GET /api/dispatch/work-orders/${ID.order}`;
const sentOrder = order({ state: 'dispatched', engineer: zhou, version: 3, allowedActions: ['redispatch'] });

function open(more: Fixtures = {}) {
  setSuiteTime('2026-10-15T09:10:00+08:00', true);
  const server: FixtureServer = serveFixtures({
    ...quietHouse,
    [SEND]: () => {
      server.change({ [READ]: { body: sentOrder, schema: workOrderView } });
      return { body: sentOrder, schema: workOrderView };
    },
    ...more,
  });
  render(
    <PageFrame me={officer([])} rooms={[dispatchPages]}>
      <DispatchBoardPage />
    </PageFrame>,
  );
  return server;
}

const unassignedCard = async (): Promise<HTMLElement> => screen.findByLabelText(/WX20261015001/);
const lane = (name: string): HTMLElement => screen.getByRole('region', { name });

it('DSP-2 stands what nobody has on top with its clock, and each engineer’s orders at their hour in his lane', async () => {
  open();
  const card = await unassignedCard();
  expect(card.textContent).toContain('今天 09:20');
  expect(card.textContent).toContain('城东医院');
  const order14 = within(lane('周建国')).getByLabelText(/WX20261014009/);
  expect(order14.style.gridColumn).toBe('7 / span 2');
  expect(lane('周建国').textContent).toContain('在岗');
  expect(lane('吴海峰').textContent).not.toContain('在岗');
  expect(within(lane('吴海峰')).queryByRole('article')).toBeNull();
});

it('DSP-2 says why the first is suggested, and sends him by the key of his place', async () => {
  const server = open();
  const card = await unassignedCard();
  act(() => card.focus());
  await user.keyboard('{Enter}');
  const list = await screen.findByRole('list', { name: '派给谁' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows[0]?.textContent).toContain('周建国');
  expect(rows[0]?.textContent).toContain('负责城东');
  server.change({ [READ]: { body: order({ version: 7 }), schema: workOrderView } });
  await user.keyboard('2');
  await waitFor(() => expect(server.to(SEND)).toHaveLength(1));
  expect(dispatchOrder.parse(server.to(SEND)[0]?.body)).toEqual({ assigneeId: ID.wu });
  expect(server.to(SEND)[0]?.headers['if-match']).toBe('"7"');
  await waitFor(() => expect(server.to('GET /api/dispatch/board').length).toBeGreaterThan(1));
});

it('DSP-2 sends the engineer onto whose lane the order was dropped', async () => {
  const server = open();
  const card = await unassignedCard();
  const held = new Map<string, string>();
  const dataTransfer = {
    types: [DRAGGED],
    setData: (kind: string, value: string) => held.set(kind, value),
    getData: (kind: string) => held.get(kind) ?? '',
  };
  const over = createEvent.dragOver(lane('周建国'), { dataTransfer });
  fireEvent.dragStart(card, { dataTransfer });
  fireEvent(lane('周建国'), over);
  expect(over.defaultPrevented).toBe(true);
  fireEvent.drop(lane('周建国'), { dataTransfer });
  await waitFor(() => expect(server.to(SEND)).toHaveLength(1));
  expect(server.to(SEND)[0]?.body).toEqual({ assigneeId: ID.zhou });
  expect(await screen.findByText('已派单')).toBeTruthy();
});

it('DSP-2 tells the second of two dispatchers who was first, and sends nothing', async () => {
  const server = open();
  await user.click(await unassignedCard());
  await screen.findByRole('list', { name: '派给谁' });
  server.change({ [READ]: { body: sentOrder, schema: workOrderView } });
  await user.keyboard('2');
  expect(await screen.findByText('这张工单刚刚已派给 周建国。')).toBeTruthy();
  expect(server.to(SEND)).toHaveLength(0);
});

it('DSP-2 shows the refusal of the one who lost by a moment, in the words of the server', async () => {
  const server = open({
    [SEND]: refusal(409, { code: 'wrong-state', detail: '工单已派给周建国', state: 'dispatched' }),
  });
  await user.click(await unassignedCard());
  await screen.findByRole('list', { name: '派给谁' });
  await user.keyboard('1');
  expect(await screen.findByText('工单已派给周建国')).toBeTruthy();
  expect(server.to(SEND)).toHaveLength(1);
});

it('DSP-2 has one act that leads on beside the board: the first candidate; sending by the form is another way', async () => {
  open({ [READ]: { body: order({ allowedActions: ['dispatch', 'cancel'] }), schema: workOrderView } });
  await user.click(await unassignedCard());
  const list = await screen.findByRole('list', { name: '派给谁' });
  const primary = [...document.querySelectorAll('.bh-dispatch-panel .ant-btn-primary')];
  expect(primary).toHaveLength(1);
  expect(list.contains(primary[0] as HTMLElement)).toBe(true);
  expect(document.querySelector('[data-action="dispatch"]')).toBeTruthy();
});

it('DSP-2 has who may be sent read again after a race was lost, and says so of that order only', async () => {
  const other = order({ id: ID.other, number: 'WX20261014009', state: 'accepted', allowedActions: [] });
  const server = open({
    [SEND]: refusal(412, { code: 'stale-version', detail: '工单刚刚被改过' }),
    [`GET /api/dispatch/work-orders/${ID.other}`]: { body: other, schema: workOrderView },
  });
  await user.click(await unassignedCard());
  await screen.findByRole('list', { name: '派给谁' });
  const asked = () => server.to(`${READ}/candidates`).length;
  const [before, read] = [asked(), server.to(READ).length];
  await user.keyboard('1');
  expect(await screen.findByText('工单刚刚被改过')).toBeTruthy();
  await waitFor(() => expect(asked()).toBeGreaterThan(before));
  expect(server.to(READ).length).toBeGreaterThan(read);
  await user.click(within(lane('周建国')).getByLabelText(/WX20261014009/));
  await waitFor(() => expect(screen.queryByText('工单刚刚被改过')).toBeNull());
});

it('DSP-2 names the head who was told where nobody may be sent', async () => {
  open({ [`${READ}/candidates`]: { body: { data: [], head: { id: ID.wu, name: '吴海峰' } } } });
  await user.click(await unassignedCard());
  expect(await screen.findByText('没有人符合条件')).toBeTruthy();
  expect(screen.getByText('已通知 吴海峰 安排。')).toBeTruthy();
});

it('DSP-2 says that the board does not show everything', async () => {
  open({ 'GET /api/dispatch/board': { body: board({ unassigned: [], more: true }), schema: dispatchBoard } });
  expect(await screen.findByText('都派出去了')).toBeTruthy();
  expect(screen.getByText('工单太多，看板没有全部列出，请到工单列表里找。')).toBeTruthy();
});
