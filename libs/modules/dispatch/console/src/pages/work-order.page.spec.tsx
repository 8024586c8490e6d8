import { officer, PageFrame, refusal, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import {
  contactOrder,
  fillSheet,
  gradeOrder,
  openOrder,
  returnOrder,
  signOrder,
  solveOrder,
  workOrderLine,
  workOrderView,
  type WorkOrderView,
} from '@bihuan/dispatch-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { moverOf } from '../components/mover-of';
import { sheetBody } from '../components/sheet-fields';
import { dispatchPages } from '../dispatch.pages';
import { ID, line, order, quietHouse, unit, wu, zhou } from '../test/fixtures';
import { NewOrderPage } from './new-order.page';
import { PhoneOrderPage } from './phone-order.page';
import { byTime, TodayPage } from './today.page';
import { WorkOrderPage } from './work-order.page';

const user = userEvent.setup({ delay: null });
const ROUTE = `/api/dispatch/work-orders/${ID.order}`;

function open(page: ReactNode, view: WorkOrderView, more: Fixtures = {}) {
  setSuiteTime('2026-10-15T09:10:00+08:00', true);
  const server = serveFixtures({ ...quietHouse, [`GET ${ROUTE}`]: { body: view, schema: workOrderView }, ...more });
  render(
    <PageFrame
      me={officer([])}
      rooms={[dispatchPages]}
      at={`/dispatch/orders/${ID.order}`}
      route="/dispatch/orders/:id"
    >
      {page}
    </PageFrame>,
  );
  return server;
}
const done = (more: Partial<WorkOrderView> = {}) => ({ body: order({ version: 9, ...more }), schema: workOrderView });
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
const act = (number: number): Promise<void> => user.keyboard(`{Alt>}${number}{/Alt}`);

beforeEach(() => localStorage.clear());

it('DSP-2 tells on the page of an order who was first, with the order and the candidates read again', async () => {
  const route = `POST ${ROUTE}/dispatch`;
  const server = open(<WorkOrderPage />, order({ allowedActions: ['dispatch'] }), {
    [route]: refusal(409, { code: 'wrong-state', detail: '工单已派出', state: 'dispatched' }),
  });
  await screen.findByText('WX20261015001');
  await act(1);
  await user.type(await screen.findByLabelText('说明'), '请尽快');
  const candidates = server.to(`GET ${ROUTE}/candidates`).length;
  const entry = {
    id: 'e1',
    at: '2026-10-15T09:10:00+08:00',
    action: 'dispatched',
    actor: { id: ID.wu, name: '孙丽' },
    data: {},
  };
  server.change({
    [`GET ${ROUTE}`]: done({ state: 'dispatched', engineer: zhou, allowedActions: ['redispatch'] }),
    'GET /api/timeline': { body: { data: [entry], page: {} } },
  });
  await save();
  const told = (await screen.findByText('别人先办了这一步')).parentElement;
  expect(told?.textContent).toContain('孙丽');
  expect(told?.textContent).toContain('已派单');
  expect(document.querySelector('[data-action="dispatch"]')).toBeNull();
  expect(document.querySelector('[data-action="redispatch"]')).toBeTruthy();
  expect(server.to(route)).toHaveLength(1);
  // Nobody looks at the candidates any more; whoever does next has them afresh.
  expect(server.to(`GET ${ROUTE}/candidates`).length).toBeGreaterThanOrEqual(candidates);
});

it('DSP-3 contacts the customer with the window promised to him', async () => {
  const route = `POST ${ROUTE}/contact`;
  const server = open(<PhoneOrderPage />, order({ state: 'accepted', allowedActions: ['contact'] }), {
    [route]: done(),
  });
  expect((await screen.findByText(/打电话/)).closest('a')?.getAttribute('href')).toBe('tel:13812345678');
  await act(1);
  await user.type(await screen.findByLabelText('约定上门'), '2026-10-15 10:00');
  await user.tab();
  await user.type(screen.getByLabelText('约定时段止'), '2026-10-15 12:00');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(contactOrder.parse(server.to(route)[0]?.body)).toEqual({
    appointmentAt: '2026-10-15T10:00:00+08:00',
    appointmentUntil: '2026-10-15T12:00:00+08:00',
  });
});

it('DSP-6 asks for the cause before an order is solved, from the list of the pack', async () => {
  const route = `POST ${ROUTE}/solve`;
  const server = open(<PhoneOrderPage />, order({ state: 'restored', allowedActions: ['solve'] }), {
    [route]: done({ state: 'solved', allowedActions: [] }),
  });
  await screen.findByText('WX20261015001');
  await act(1);
  await user.type(await screen.findByLabelText('处理经过'), '换电源模块');
  await save();
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(1));
  expect(server.to(route)).toHaveLength(0);
  await user.click(screen.getByText('断电'));
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(solveOrder.parse(server.to(route)[0]?.body)).toEqual({ cause: 'power', text: '换电源模块' });
});

it('DSP-8b keeps parts and left-over items as lists, and takes out rows nobody filled in', () => {
  const body = sheetBody({
    text: '换电源',
    parts: [{ name: '电源模块', serial: 'S1' }, { quantity: 2 }],
    leftOver: [{ text: '风扇有响声', measure: '下周更换' }, {}],
    charge: 12_550,
  });
  expect(fillSheet.parse(body)).toEqual({
    text: '换电源',
    parts: [{ name: '电源模块', serial: 'S1', quantity: 1 }],
    leftOver: [{ text: '风扇有响声', measure: '下周更换' }],
    charge: 12_550,
  });
  expect(fillSheet.parse(sheetBody({ parts: [{}] }))).toEqual({ parts: [], leftOver: [] });
});

it('DSP-8a signs with the customer’s code and a photographed seal kept with the order', async () => {
  const route = `POST ${ROUTE}/sign`;
  const attachmentId = '77777777-7777-4777-8777-777777777777';
  const signature = {
    name: '李主任',
    at: '2026-10-15T11:00:00+08:00',
    place: '住院部机房',
    device: 'Android',
    by: zhou,
    withCode: true,
    marked: false,
    attachmentId,
  };
  const server = open(<PhoneOrderPage />, order({ state: 'on-site', allowedActions: ['send-code', 'sign'] }), {
    [`POST ${ROUTE}/send-code`]: done({ state: 'on-site', allowedActions: ['sign'] }),
    [route]: done({ state: 'on-site', allowedActions: [], signature }),
    'POST /api/attachments': { status: 201, body: { id: attachmentId } },
  });
  await screen.findByText('WX20261015001');
  await act(1);
  await save();
  await waitFor(() => expect(server.to(`POST ${ROUTE}/send-code`)).toHaveLength(1));
  expect(server.to(`POST ${ROUTE}/send-code`)[0]?.body).toEqual({});
  await act(1);
  const name = await screen.findByLabelText('签字人');
  await user.clear(name);
  await user.type(name, '李主任');
  await user.type(screen.getByLabelText('客户验证码'), '482913');
  await user.upload(screen.getByLabelText('拍照上传'), new File(['x'], '盖章.jpg', { type: 'image/jpeg' }));
  await screen.findByText('已签名');
  await user.click(screen.getByText('5'));
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(signOrder.parse(server.to(route)[0]?.body)).toEqual({
    name: '李主任',
    code: '482913',
    attachmentId,
    rating: 5,
  });
  expect(server.to('POST /api/attachments')[0]?.body).toMatchObject({ subject: `dispatch:work-order:${ID.order}` });
  await user.click(screen.getByText('服务单'));
  expect(await screen.findByText('已用客户验证码')).toBeTruthy();
});

it('DSP-8a marks a signature that was made without the customer’s code', async () => {
  const signature = { name: '李主任', at: '2026-10-15T11:00:00+08:00', place: '', device: '', by: zhou };
  open(
    <WorkOrderPage />,
    order({
      state: 'closed',
      allowedActions: [],
      signature: { ...signature, withCode: false, marked: true, attachmentId: null },
    }),
  );
  await user.click(await screen.findByText('服务单'));
  expect(await screen.findByText('未用客户验证码')).toBeTruthy();
});

it('DSP-4 says that a return without a ground is held against the person, and sends the ground that was chosen', async () => {
  const route = `POST ${ROUTE}/return`;
  const server = open(<WorkOrderPage />, order({ state: 'dispatched', allowedActions: ['return'] }), {
    [route]: done({ state: 'returned' }),
  });
  await screen.findByText('WX20261015001');
  await act(1);
  expect(await screen.findByText('没有依据的退回计入个人。')).toBeTruthy();
  await user.click(screen.getByText('不归本部门'));
  await user.type(screen.getByLabelText('原因'), '属于机房部');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(returnOrder.parse(server.to(route)[0]?.body)).toEqual({ ground: 'wrong-unit', reason: '属于机房部' });
});

it('DSP-7 grades the difficulty, shows that it is missing, and keeps gravity beside it', async () => {
  const route = `POST ${ROUTE}/grade`;
  const view = order({
    state: 'solved',
    allowedActions: ['grade'],
    solvedAt: '2026-10-15T11:00:00+08:00',
    engineer: zhou,
  });
  const server = open(<WorkOrderPage />, view, { [route]: done() });
  expect(await screen.findByText('待评等级')).toBeTruthy();
  await act(1);
  const [difficulty] = await screen.findAllByText('一级');
  await user.click(difficulty as HTMLElement);
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(gradeOrder.parse(server.to(route)[0]?.body)).toEqual({ grade: 1 });
});

it('DSP-1d opens an order with the call’s own time, and offers the layer only for types that have layers', async () => {
  const route = 'POST /api/dispatch/work-orders';
  const server = open(<NewOrderPage />, order(), { [route]: { status: 201, ...done() } });
  expect(await screen.findByText('骨干层')).toBeTruthy();
  await user.click(screen.getByText('培训'));
  await waitFor(() => expect(screen.queryByText('骨干层')).toBeNull());
  await user.type(screen.getByLabelText('故障描述'), '交换机培训');
  await user.click(screen.getByText('紧急'));
  await user.type(screen.getByLabelText('来电时间'), '2026-10-15 08:55');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(openOrder.parse(server.to(route)[0]?.body)).toEqual({
    type: 'training',
    customerClass: 'ordinary',
    priority: 'urgent',
    description: '交换机培训',
    calledAt: '2026-10-15T08:55:00+08:00',
  });
});

it('DSP-3 orders the engineer’s day by the agreed hour, without what he has handed back', async () => {
  const own = [
    line({ number: 'W3', dueAt: '2026-10-15T18:00:00+08:00' }),
    line({ id: ID.other, number: 'W1', state: 'accepted', appointmentAt: '2026-10-15T10:00:00+08:00' }),
    line({ id: ID.wu, number: 'W2', state: 'fed-back' }),
  ];
  expect(byTime(own).map(({ number }) => number)).toEqual(['W1', 'W3']);
  const lines = { body: { data: own, page: {} }, schema: z.object({ data: z.array(workOrderLine) }) };
  open(<TodayPage />, order(), { 'GET /api/dispatch/work-orders': lines });
  const stops = await screen.findAllByRole('link');
  expect(stops.map((stop) => stop.getAttribute('href'))).toEqual([
    `/dispatch/today/${ID.other}`,
    `/dispatch/today/${ID.order}`,
  ]);
  expect(stops[0]?.textContent).toContain('约定上门 今天 10:00');
});

it('DSP-1 names whose move an order is in every state', () => {
  const move = (more: Partial<WorkOrderView>) => moverOf(order(more));
  expect(move({}).who).toBe('dispatcher');
  expect(move({ state: 'returned', engineer: zhou }).who).toBe('dispatcher');
  expect(move({ state: 'dispatched', unit })).toMatchObject({ who: 'unit', name: '城东运维部' });
  expect(move({ state: 'on-site', unit, engineer: zhou })).toMatchObject({ who: 'engineer', employeeId: ID.zhou });
  expect(move({ state: 'fed-back', engineer: zhou, dispatcher: wu })).toMatchObject({ who: 'desk', name: '吴海峰' });
  expect(move({ state: 'closed' }).who).toBe('over');
});
