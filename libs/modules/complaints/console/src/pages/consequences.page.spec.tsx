import { officer, PageFrame, refusal, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import {
  circulationView,
  complaintLists,
  COMPLAINTS_PERMISSIONS,
  complaintView,
  decideSanction,
  issueCirculation,
  objectSanction,
  proposeSanction,
  readCirculation,
  replySupervision,
  sanctionView,
  supervisionView,
  type CirculationView,
  type SanctionView,
  type SupervisionView,
} from '@bihuan/complaints-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { complaintsPages } from '../complaints.pages';
import { branch, centre, complaint, handler, ID, lists, officer as clerk, quietHouse } from '../test/fixtures';
import { CirculationPage } from './circulations.page';
import { ComplaintPage } from './complaint.page';
import { SanctionPage } from './sanctions.page';
import { SupervisionPage } from './supervisions.page';

const user = userEvent.setup({ delay: null });
const AT = '2026-10-15T09:00:00+08:00';
const frame = {
  id: ID.other,
  version: 2,
  customerId: null,
  createdAt: AT,
  dueAt: null,
  deadlines: [],
  complaintId: ID.complaint,
  complaintNumber: 'TS20261015001',
};

const sanction = (more: Partial<SanctionView> = {}): SanctionView =>
  sanctionView.parse({
    ...frame,
    number: 'CF20261015001',
    state: 'proposed',
    allowedActions: ['decide'],
    person: handler,
    unit: branch,
    liability: 'direct',
    breach: 'late-answer',
    stage: 'handling',
    ground: '答复超时两天',
    points: -2,
    amount: -5_000,
    proposedBy: clerk,
    decision: null,
    toldAt: null,
    objectUntil: null,
    objection: null,
    review: null,
    ...more,
  });

const circulation = (more: Partial<CirculationView> = {}): CirculationView =>
  circulationView.parse({
    ...frame,
    number: 'TB20261015001',
    state: 'issued',
    allowedActions: ['read'],
    unit: branch,
    person: null,
    matter: '配件等了一周',
    ground: '违反备件规定',
    handling: '扣部门当月考核',
    requirement: '三日内整改',
    issuedBy: clerk,
    list: [
      { person: handler, unit: '成都分公司', readAt: null },
      { person: clerk, unit: '省投诉中心', readAt: AT },
    ],
    ...more,
  });

const supervision = (more: Partial<SupervisionView> = {}): SupervisionView =>
  supervisionView.parse({
    ...frame,
    number: 'DB20261015001',
    state: 'issued',
    allowedActions: ['reply'],
    automatic: false,
    ground: 'difficult',
    stage: null,
    issuingUnit: centre,
    unit: branch,
    person: handler,
    instruction: '今天内答复客户',
    requiredReply: '书面说明经过',
    replyDueAt: '2026-10-15T18:00:00+08:00',
    issuedBy: clerk,
    reply: null,
    ...more,
  });

function open(kind: string, page: ReactNode, fixtures: Fixtures, permissions: readonly string[] = []) {
  setSuiteTime('2026-10-15T10:00:00+08:00', true);
  const server = serveFixtures({ ...quietHouse, ...fixtures });
  const id = kind === 'complaint' ? ID.complaint : ID.other;
  render(
    <PageFrame me={officer(permissions)} rooms={[complaintsPages]} at={`/${kind}/${id}`} route={`/${kind}/:id`}>
      {page}
    </PageFrame>,
  );
  return server;
}
const act = (number: number): Promise<void> => user.keyboard(`{Alt>}${number}{/Alt}`);
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
const choose = async (label: string, title: string): Promise<void> => {
  await user.click(await screen.findByLabelText(label));
  await user.click(await screen.findByTitle(title));
};
/** Answers one of the yes-or-no questions. */
async function say(question: string, answer: '是' | '否'): Promise<void> {
  const item = (await screen.findByText(question)).closest('.ant-form-item');
  const choice = [...(item?.querySelectorAll('label') ?? [])].find(({ textContent }) => textContent === answer);
  await user.click(choice as HTMLElement);
}

beforeEach(() => localStorage.clear());

const SANCTION = `/api/complaints/sanctions/${ID.other}`;

it('CMP-11 decides a proposed sanction with its reason, points and money in fen as they were proposed', async () => {
  const route = `POST ${SANCTION}/decide`;
  const server = open('sanctions', <SanctionPage />, {
    [`GET ${SANCTION}`]: { body: sanction(), schema: sanctionView },
    [route]: { body: sanction({ state: 'decided', allowedActions: [] }), schema: sanctionView },
  });
  expect(await screen.findByText('答复超时两天')).toBeTruthy();
  await act(1);
  await say('是否处罚', '是');
  await save();
  // Without a reason nothing is decided, and the keyboard stands where it is missing.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('原因')));
  expect(server.to(route)).toHaveLength(0);
  await user.keyboard('责任清楚');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(decideSanction.parse(server.to(route)[0]?.body)).toEqual({
    uphold: true,
    text: '责任清楚',
    points: -2,
    amount: -5_000,
  });
  expect(server.to(route)[0]?.headers['if-match']).toBe('"2"');
});

it('CMP-11 takes the objection of the person, and offers nobody else the decision', async () => {
  const route = `POST ${SANCTION}/object`;
  const decided = sanction({
    state: 'decided',
    allowedActions: ['object'],
    decision: { text: '责任清楚', by: clerk, at: AT },
    objectUntil: '2026-10-22T18:00:00+08:00',
  });
  const server = open('sanctions', <SanctionPage />, {
    [`GET ${SANCTION}`]: { body: decided, schema: sanctionView },
    [route]: { body: sanction({ state: 'objected', allowedActions: [] }), schema: sanctionView },
  });
  expect(await screen.findByText('2026-10-22 周四 18:00')).toBeTruthy();
  expect(document.querySelector('[data-action="decide"]')).toBeNull();
  await act(1);
  await user.type(await screen.findByLabelText('异议'), '备件未到，非本人原因');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(objectSanction.parse(server.to(route)[0]?.body)).toEqual({ text: '备件未到，非本人原因' });
});

it('CMP-11 says who was first where somebody else has decided meanwhile, and offers what may be done now', async () => {
  const route = `POST ${SANCTION}/decide`;
  const lost = sanction({ state: 'dropped', version: 3, allowedActions: [] });
  const server = open('sanctions', <SanctionPage />, {
    [`GET ${SANCTION}`]: { body: sanction(), schema: sanctionView },
    [route]: refusal(409, { code: 'wrong-state', detail: '已经决定', state: 'dropped', allowedActions: [] }),
  });
  await screen.findByText('答复超时两天');
  await act(1);
  await say('是否处罚', '是');
  await user.type(screen.getByLabelText('原因'), '责任清楚');
  const entry = { id: 'e1', at: AT, action: 'dropped', actor: { id: ID.officer, name: '林晓燕' }, data: {} };
  server.change({
    [`GET ${SANCTION}`]: { body: lost, schema: sanctionView },
    'GET /api/timeline': { body: { data: [entry], page: {} } },
  });
  await save();
  const told = (await screen.findByText('别人先办了这一步')).parentElement;
  expect(told?.textContent).toContain('不予处罚 · 林晓燕');
  expect(document.querySelector('[data-action="decide"]')).toBeNull();
  expect(server.to(route)).toHaveLength(1);
});

it('CMP-11 proposes a sanction and issues a circulation from the complaint they follow from', async () => {
  const [toPropose, toIssue] = ['POST /api/complaints/sanctions', 'POST /api/complaints/circulations'];
  const may = [COMPLAINTS_PERMISSIONS.proposeSanction, COMPLAINTS_PERMISSIONS.issueCirculation];
  const staff = { ...handler, unitId: ID.branch, position: 'head', officerNumber: null };
  const fixtures: Fixtures = {
    [`GET /api/complaints/complaints/${ID.complaint}`]: {
      body: complaint({ unit: branch, allowedActions: [] }),
      schema: complaintView,
    },
    'GET /api/employees': { body: { data: [staff], page: {} } },
    'GET /api/complaints/lists': {
      body: lists({ breaches: [{ code: 'late-answer', title: { zh: '答复超时', en: 'Late answer' } }] }),
      schema: complaintLists,
    },
  };
  const server = open('complaint', <ComplaintPage />, fixtures, may);
  await user.click(await screen.findByText('提出处罚'));
  await choose('责任人', '周建国');
  await choose('违反', '答复超时');
  await save();
  await waitFor(() => expect(server.to(toPropose)).toHaveLength(1));
  expect(proposeSanction.parse(server.to(toPropose)[0]?.body)).toEqual({
    complaintId: ID.complaint,
    employeeId: ID.handler,
    breach: 'late-answer',
  });
  await user.keyboard('{Escape}');
  await user.click(await screen.findByText('发通报'));
  await user.type(await screen.findByLabelText('依据'), '违反备件规定');
  await user.type(screen.getByLabelText('处理'), '扣部门当月考核');
  await save();
  await waitFor(() => expect(server.to(toIssue)).toHaveLength(1));
  expect(issueCirculation.parse(server.to(toIssue)[0]?.body)).toEqual({
    complaintId: ID.complaint,
    unitId: ID.branch,
    matter: '在外省漫游被多收一百二十元',
    ground: '违反备件规定',
    handling: '扣部门当月考核',
  });
});

it('CMP-11 shows to whom a circulation went and who has read it, and takes a receipt', async () => {
  const at = `/api/complaints/circulations/${ID.other}`;
  const route = `POST ${at}/read`;
  const server = open('circulations', <CirculationPage />, {
    [`GET ${at}`]: { body: circulation(), schema: circulationView },
    [route]: { body: circulation({ allowedActions: [] }), schema: circulationView },
  });
  const reader = async (name: string) => (await screen.findByText(name, { selector: 'dt' })).parentElement?.textContent;
  expect(await reader('周建国')).toContain('未阅');
  expect(await reader('林晓燕')).toContain('2026-10-15 周四 09:00');
  await act(1);
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(readCirculation.parse(server.to(route)[0]?.body)).toEqual({});
});

it('CMP-20 shows instruction, ground and due time of a supervision order, and replies in words', async () => {
  const at = `/api/complaints/supervisions/${ID.other}`;
  const route = `POST ${at}/reply`;
  const reply = { text: '已与客户约定', by: handler, at: '2026-10-15T11:00:00+08:00' };
  const server = open('supervisions', <SupervisionPage />, {
    [`GET ${at}`]: { body: supervision(), schema: supervisionView },
    [route]: { body: supervision({ state: 'replied', allowedActions: [], reply }), schema: supervisionView },
  });
  expect(await screen.findByText('今天内答复客户')).toBeTruthy();
  expect(screen.getByText('疑难案件')).toBeTruthy();
  expect(screen.getByText('2026-10-15 周四 18:00')).toBeTruthy();
  await act(1);
  await user.type(await screen.findByLabelText('回复'), '已与客户约定');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(replySupervision.parse(server.to(route)[0]?.body)).toEqual({ text: '已与客户约定' });
  await waitFor(() => expect(document.querySelector('.bh-act-form')).toBeNull());
  expect(screen.getByText('已与客户约定')).toBeTruthy();
});
