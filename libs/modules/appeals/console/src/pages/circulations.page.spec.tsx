import { officer, PageFrame, serveFixtures, setSuiteTime } from '@bihuan/console-kit';
import { circulationView, decideCirculation, dropCirculation, type CirculationView } from '@bihuan/appeals-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appealsPages } from '../appeals.pages';
import { branch, desk, handler, ID, quietHouse } from '../test/fixtures';
import { CirculationPage } from './circulations.page';

const user = userEvent.setup({ delay: null });
const ROUTE = `/api/appeals/circulations/${ID.complaint}`;
const AT = '2026-10-20T09:00:00+08:00';

const circulation = (more: Partial<CirculationView> = {}): CirculationView =>
  circulationView.parse({
    id: ID.complaint,
    number: 'TB20261020001',
    state: 'proposed',
    version: 1,
    allowedActions: ['decide', 'drop'],
    customerId: null,
    createdAt: AT,
    dueAt: null,
    deadlines: [],
    ground: 'poor-report',
    groundTitle: { zh: '报告反复退回', en: 'Reports still poor' },
    appeal: { id: ID.appeal, number: 'SS20261020001', caseNumber: 'BX-2026-0815' },
    unit: branch,
    persons: [],
    facts: { rounds: 3 },
    basis: '申诉办法第八条',
    decision: '',
    demand: '',
    reason: '',
    decidedBy: null,
    decidedAt: null,
    receipts: [],
    ...more,
  });

function open(view: CirculationView, route: string, answer: CirculationView) {
  setSuiteTime('2026-10-20T10:00:00+08:00', true);
  const staff = { ...handler, unitId: ID.branch, position: 'contact', officerNumber: null };
  const server = serveFixtures({
    ...quietHouse,
    [`GET ${ROUTE}`]: { body: view, schema: circulationView },
    'GET /api/employees': { body: { data: [staff], page: {} } },
    [route]: { body: answer, schema: circulationView },
  });
  render(
    <PageFrame
      me={officer([])}
      rooms={[appealsPages]}
      at={`/appeals/circulations/${ID.complaint}`}
      route="/appeals/circulations/:id"
    >
      <CirculationPage />
    </PageFrame>,
  );
  return server;
}
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');

beforeEach(() => localStorage.clear());

it('APL-8 decides a proposed circulation on the basis of the pack’s rule, naming persons; without units it goes to all', async () => {
  const route = `POST ${ROUTE}/decide`;
  const server = open(circulation(), route, circulation({ state: 'decided', allowedActions: [] }));
  expect(await screen.findByText('报告反复退回')).toBeTruthy();
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('处理'), '全国通报');
  await user.click(screen.getByLabelText('责任人'));
  await user.click(await screen.findByTitle('周建国'));
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(decideCirculation.parse(server.to(route)[0]?.body)).toEqual({
    decision: '全国通报',
    basis: '申诉办法第八条',
    employeeIds: [ID.handler],
  });
});

it('APL-9 drops a proposal only with its reason, and that is never the first act', async () => {
  const route = `POST ${ROUTE}/drop`;
  const server = open(circulation(), route, circulation({ state: 'dropped', allowedActions: [] }));
  await screen.findByText('报告反复退回');
  await user.keyboard('{Alt>}2{/Alt}');
  await save();
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(1));
  expect(server.to(route)).toHaveLength(0);
  await user.type(screen.getByLabelText('不通报的原因'), '已口头提醒');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(dropCirculation.parse(server.to(route)[0]?.body)).toEqual({ reason: '已口头提醒' });
});

it('APL-8 shows each unit of the list with its reader and whether he has read it', async () => {
  const receipts = [
    { unit: branch, reader: handler, sentAt: AT, readAt: null },
    { unit: { id: ID.desk, name: '德阳分公司' }, reader: desk, sentAt: AT, readAt: '2026-10-20T09:30:00+08:00' },
  ];
  open(circulation({ state: 'decided', allowedActions: [], receipts }), 'POST /none', circulation());
  const row = async (name: string) => (await screen.findByText(name, { selector: 'dt' })).parentElement?.textContent;
  expect(await row('成都分公司')).toContain('周建国 未阅');
  expect(await row('德阳分公司')).toContain('何静 2026-10-20 周二 09:30');
});
