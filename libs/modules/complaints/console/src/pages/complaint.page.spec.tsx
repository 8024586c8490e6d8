import { officer, PageFrame, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import {
  answerComplaint,
  complaintView,
  judgeComplaint,
  proposeHandling,
  rePromise,
  reportComplaint,
  superviseComplaint,
  type ComplaintView,
} from '@bihuan/complaints-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { complaintsPages } from '../complaints.pages';
import { moverOf } from '../components/mover-of';
import { branch, centre, complaint, handler, ID, quietHouse } from '../test/fixtures';
import { ComplaintPage } from './complaint.page';

const user = userEvent.setup({ delay: null });
const ROUTE = `/api/complaints/complaints/${ID.complaint}`;

function open(view: ComplaintView, more: Fixtures = {}) {
  setSuiteTime('2026-10-15T10:00:00+08:00', true);
  const server = serveFixtures({ ...quietHouse, [`GET ${ROUTE}`]: { body: view, schema: complaintView }, ...more });
  render(
    <PageFrame me={officer([])} rooms={[complaintsPages]} at={`/complaints/${ID.complaint}`} route="/complaints/:id">
      <ComplaintPage />
    </PageFrame>,
  );
  return server;
}

const done = (more: Partial<ComplaintView>) => ({ body: complaint({ version: 5, ...more }), schema: complaintView });
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');

/** Answers one of the yes-or-no questions. */
async function say(question: string, answer: '是' | '否'): Promise<void> {
  const item = (await screen.findByText(question)).closest('.ant-form-item');
  const choice = [...(item?.querySelectorAll('label') ?? [])].find(({ textContent }) => textContent === answer);
  await user.click(choice as HTMLElement);
}

beforeEach(() => localStorage.clear());

it('CMP-5 asks both questions apart, and for the consent as soon as one of them is no', async () => {
  const route = `POST ${ROUTE}/judge`;
  const server = open(complaint(), { [route]: done({ state: 'not-valid', allowedActions: [] }) });
  await screen.findByText('TS20261015001');
  await user.keyboard('{Alt>}1{/Alt}');
  await say('理由充分吗', '是');
  expect(screen.queryByLabelText('客户的话')).toBeNull();
  await say('要求合理吗', '否');
  const [grounds, demand] = await screen.findAllByLabelText('原因');
  await user.type(grounds as HTMLElement, '计费记录属实');
  await user.type(demand as HTMLElement, '合同有约定');
  await save();
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(2));
  expect(server.to(route)).toHaveLength(0);
  await say('客户同意吗', '否');
  await user.type(screen.getByLabelText('客户的话'), '我不接受');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(judgeComplaint.parse(server.to(route)[0]?.body)).toEqual({
    grounds: { sufficient: true, reason: '计费记录属实' },
    demand: { reasonable: false, reason: '合同有约定' },
    consent: { given: false, words: '我不接受' },
  });
  expect(server.to(route)[0]?.headers['if-match']).toBe('"4"');
});

it('CMP-7a dispatches to the unit of the routing table unless another is chosen', async () => {
  const route = `POST ${ROUTE}/dispatch`;
  const server = open(complaint({ allowedActions: ['dispatch'] }), { [route]: done({ state: 'dispatched' }) });
  await screen.findByText('TS20261015001');
  await user.keyboard('{Alt>}1{/Alt}');
  expect(await screen.findByText('按路由应派：成都分公司')).toBeTruthy();
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(server.to(route)[0]?.body).toEqual({ unitId: ID.branch });
});

it('CMP-6a proposes several ways, a compensation with money in fen, borne by the house where nobody is named', async () => {
  const route = `POST ${ROUTE}/propose`;
  const server = open(complaint({ state: 'investigating', allowedActions: ['propose'] }), {
    [route]: done({ state: 'proposal' }),
  });
  await screen.findByText('TS20261015001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('方案 1'), '退还多收费用');
  await user.click(screen.getByLabelText('补偿方式'));
  await user.click(await screen.findByTitle('退费'));
  await user.type(screen.getByLabelText('金额'), '120');
  await user.click(screen.getByText('再加一个方案'));
  await user.type(await screen.findByLabelText('方案 2'), '赠送话费');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(proposeHandling.parse(server.to(route)[0]?.body)).toEqual({
    proposals: [
      { text: '退还多收费用', compensation: { kind: 'refund', value: 12_000, account: '' } },
      { text: '赠送话费' },
    ],
  });
});

it('CMP-8d answers with one of the three outcomes, by the way asked for', async () => {
  const route = `POST ${ROUTE}/answer`;
  const server = open(complaint({ state: 'carried-out', allowedActions: ['answer'] }), {
    [route]: done({ state: 'answered', mayBecomeAppeal: true }),
  });
  await screen.findByText('TS20261015001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.click(await screen.findByText('未认可，已说明立场'));
  await user.click(screen.getByText('信函'));
  await save();
  expect(await screen.findByText('可能升级为申诉')).toBeTruthy();
  expect(answerComplaint.parse(server.to(route)[0]?.body)).toEqual({ outcome: 'not-accepted', way: 'letter' });
});

it('CMP-8a promises anew only with a reason and, where the pack asks for it, somebody’s approval', async () => {
  const route = `POST ${ROUTE}/re-promise`;
  const staff = { id: ID.handler, name: '周建国', unitId: ID.centre, position: 'head', officerNumber: null };
  const server = open(complaint({ allowedActions: ['re-promise'] }), {
    [route]: done({}),
    'GET /api/employees': { body: { data: [staff], page: {} } },
  });
  await screen.findByText('TS20261015001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('新的承诺时间'), '2026-10-16 18:00');
  await save();
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(2));
  await user.type(screen.getByLabelText('原因'), '等外省核对话单');
  await user.click(screen.getByLabelText('批准人'));
  await user.click(await screen.findByTitle('周建国'));
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(rePromise.parse(server.to(route)[0]?.body)).toEqual({
    dueAt: '2026-10-16T18:00:00+08:00',
    reason: '等外省核对话单',
    approvedBy: ID.handler,
  });
});

it('CMP-20 supervises by decision with ground, instruction and due time', async () => {
  const route = `POST ${ROUTE}/supervise`;
  const server = open(complaint({ allowedActions: ['supervise'], unit: branch }), { [route]: done({}) });
  await screen.findByText('TS20261015001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.click(await screen.findByText('疑难案件'));
  await user.type(screen.getByLabelText('要求'), '今天内答复客户');
  await user.type(screen.getByLabelText('完成时限'), '2026-10-15 18:00');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(superviseComplaint.parse(server.to(route)[0]?.body)).toEqual({
    ground: 'difficult',
    instruction: '今天内答复客户',
    dueAt: '2026-10-15T18:00:00+08:00',
    unitId: ID.branch,
  });
});

it('CMP-10 a report is handed in with the repair report, or with the reason why there is none', async () => {
  const route = `POST ${ROUTE}/report`;
  const report = { number: 'HB1', phoneNote: null, paper: null, attachmentId: null, missingReason: '', copies: [] };
  const view = complaint({ allowedActions: ['report'], report: { ...report, repairReport: null } });
  const server = open(view, { [route]: done({}) });
  await screen.findByText('TS20261015001');
  await user.keyboard('{Alt>}1{/Alt}');
  await screen.findByLabelText('没有维修汇报单的原因');
  await save();
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(1));
  expect(server.to(route)).toHaveLength(0);
  await user.type(screen.getByLabelText('没有维修汇报单的原因'), '设备返厂');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(reportComplaint.parse(server.to(route)[0]?.body)).toEqual({ way: 'paper', missingReason: '设备返厂' });
});

it('CMP-10 shows where each copy of the report is, and prints it with the holders of this complaint', async () => {
  const signed = { text: '更换话单', by: handler, at: '2026-10-16T10:00:00+08:00' };
  open(
    complaint({
      state: 'answered',
      allowedActions: ['report'],
      forms: ['complaint-report', 'form-of-another-pack'],
      report: {
        number: 'HB2026100001',
        phoneNote: null,
        paper: signed,
        attachmentId: null,
        missingReason: '',
        repairReport: null,
        copies: [
          { copy: 1, holder: '人力公关部', arrivedAt: '2026-10-16T10:00:00+08:00', by: handler },
          { copy: 2, holder: '成都分公司', arrivedAt: null, by: null },
        ],
      },
    }),
  );
  expect(await screen.findByText('人力公关部：2026-10-16 周五 10:00 到')).toBeTruthy();
  expect(screen.getByText('成都分公司：未到')).toBeTruthy();
  await user.click(await screen.findByText('投诉处理汇报单'));
  expect(await screen.findByText(/第二联 成都分公司/)).toBeTruthy();
  expect(screen.queryByText('form-of-another-pack')).toBeNull();
});

it('CMP-1b waits for the customer’s signature where nothing is recorded', () => {
  const move = (more: Partial<ComplaintView>) => moverOf(complaint(more));
  const unsigned = { needed: true, attachmentId: null, at: null };
  expect(move({ state: 'registered', signature: unsigned }).who).toBe('customer');
  expect(move({ state: 'registered' })).toMatchObject({ who: 'unit', name: '省投诉中心' });
  expect(move({ state: 'dispatched', unit: branch })).toMatchObject({ who: 'unit', name: '成都分公司' });
  expect(move({ state: 'investigating', unit: branch, handler })).toMatchObject({ who: 'person', name: '周建国' });
  expect(move({ state: 'decided', unit: branch, returnedAt: '2026-10-15T12:00:00+08:00' }).name).toBe(centre.name);
  expect(move({ state: 'filed' }).who).toBe('over');
});
