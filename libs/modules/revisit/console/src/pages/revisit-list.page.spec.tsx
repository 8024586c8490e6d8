import { officer, PageFrame, serveFixtures, type FixtureServer } from '@bihuan/console-kit';
import { moveTask, revisitTaskView, taskResult, type RevisitTaskView } from '@bihuan/revisit-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { branchOf } from '../components/script';
import { revisitPages } from '../revisit.pages';
import { RevisitListPage } from './revisit-list.page';

const user = userEvent.setup({ delay: null });
const id = (digit: number): string => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;

const task = (number: number, more: Partial<RevisitTaskView> = {}): RevisitTaskView =>
  revisitTaskView.parse({
    id: id(number),
    state: 'calling',
    version: 3,
    allowedActions: ['result', 'not-reached', 'move', 'cancel'],
    callId: id(9),
    subject: { module: 'hotline', kind: 'problem-form', id: id(8) },
    number: `202609170100${number}`,
    round: 1,
    category: 'technical',
    customerId: null,
    customerName: '王敏',
    phone: '13881234567',
    site: '天府三街自助银行',
    description: '出钞口卡住',
    handling: '换了皮带',
    handler: { id: id(7), name: '周建国' },
    plannedFor: '2026-09-18T08:30:00+08:00',
    createdAt: '2026-09-17T18:00:00+08:00',
    dueAt: '2026-09-18T20:30:00+08:00',
    event: 'problem-form',
    faultGrade: null,
    concludedAt: '2026-09-17T18:00:00+08:00',
    marks: [],
    limitAt: '2026-09-18T20:30:00+08:00',
    moves: [],
    assignee: null,
    purpose: 'result',
    ways: ['phone'],
    waysDone: [],
    way: 'phone',
    writtenWays: [],
    sentAt: null,
    script: { questionLimit: null, secondsTarget: null, mayLeave: false, over: [] },
    countsAsSatisfied: null,
    branch: null,
    about: '',
    improve: '',
    promised: '',
    suggestion: '',
    trouble: null,
    questions: null,
    seconds: null,
    leftScript: '',
    recording: '',
    waitsFor: [],
    complaint: null,
    preparedAt: null,
    caller: null,
    attempts: [],
    satisfied: null,
    machineWorks: null,
    rating: null,
    words: '',
    revisitedAt: null,
    cancelReason: null,
    ...more,
  });

const script = (step: string, text: string, branch?: string) => ({
  step,
  branch,
  title: { zh: step },
  text: { zh: text },
});

function open(tasks: readonly RevisitTaskView[]): FixtureServer {
  const server = serveFixtures({
    'GET /api/packs/active': {
      body: {
        calendars: [],
        deadlinePolicies: [],
        productLines: [],
        customerLevels: [],
        modules: { revisit: { ways: ['phone'] } },
      },
    },
    'GET /api/revisit/tasks': { body: { data: tasks, page: {} } },
    'GET /api/scripts': {
      body: {
        data: [
          script('opening', '您好，{customer}，由{engineer}处理'),
          script('revisit', '谢谢您', 'satisfied'),
          script('revisit', '对不起', 'not-satisfied'),
        ],
        page: {},
      },
    },
    [`POST /api/revisit/tasks/${id(1)}/result`]: {
      body: task(1, { state: 'done', allowedActions: [] }),
      schema: revisitTaskView,
    },
  });
  render(
    <PageFrame me={officer([])} rooms={[revisitPages]} at={`/revisit/${id(1)}`} route="/revisit/:id">
      <RevisitListPage />
    </PageFrame>,
  );
  return server;
}

beforeEach(() => localStorage.clear());

it('RVT-2 lays all matters of the customer before the caller, for one call', async () => {
  open([task(1), task(2)]);
  await screen.findByText('同一用户 2 件，一次电话说完');
  expect(screen.getAllByText('出钞口卡住')).toHaveLength(2);
  expect(await screen.findByText('您好，王敏，由周建国处理')).toBeTruthy();
});

it('RVT-4 shows the branch of a machine that does not work, warns that it goes back, and wants the customer’s words', async () => {
  const server = open([task(1)]);
  await user.click(await screen.findByRole('button', { name: /填写结果/ }));
  await user.click(await screen.findByText('不正常'));
  await user.click(screen.getByText('满意'));
  expect(await screen.findByText('对不起')).toBeTruthy();
  expect(screen.queryByText('谢谢您')).toBeNull();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBe(1));
  await user.type(screen.getByLabelText('用户原话'), '又卡了');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const route = `POST /api/revisit/tasks/${id(1)}/result`;
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(taskResult.parse(server.to(route)[0]?.body)).toEqual({
    outcome: 'reached',
    satisfied: true,
    machineWorks: false,
    words: '又卡了',
  });
});

it('RVT-3 follows the satisfied branch only when satisfaction and machine are both good', () => {
  expect(branchOf(true, true)).toBe('satisfied');
  expect(branchOf(true, undefined)).toBe('satisfied');
  expect(branchOf(true, false)).toBe('not-satisfied');
  expect(branchOf('fair', true)).toBe('not-satisfied');
  expect(branchOf(undefined, true)).toBeUndefined();
});

it('RVT-3b the branch of “fair” is the pack’s; in the other branch the caller is asked about what, what to improve, what was promised', async () => {
  expect(branchOf('fair', true, { fairBranch: 'satisfied' })).toBe('satisfied');
  expect(branchOf('fair', true, { fairBranch: 'not-satisfied' })).toBe('not-satisfied');
  expect(branchOf(true, true, { trouble: 'quarrel' })).toBe('not-satisfied');
  const server = open([task(1)]);
  await user.click(await screen.findByRole('button', { name: /填写结果/ }));
  expect(screen.queryByLabelText('答应的改进')).toBeNull();
  await user.click(await screen.findByText('一般'));
  await user.type(screen.getByLabelText('用户原话'), '还行');
  await user.type(await screen.findByLabelText('哪方面'), '等得久');
  await user.type(screen.getByLabelText('希望怎样改进'), '早点来');
  await user.type(screen.getByLabelText('答应的改进'), '提前联系');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const route = `POST /api/revisit/tasks/${id(1)}/result`;
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(taskResult.parse(server.to(route)[0]?.body)).toEqual({
    outcome: 'reached',
    satisfied: 'fair',
    words: '还行',
    about: '等得久',
    improve: '早点来',
    promised: '提前联系',
  });
});

it('RVT-3a RVT-3c shows the limit of questions and what went over it; only with flagged customers a note for leaving the script', async () => {
  const script = { questionLimit: 5, secondsTarget: 180, mayLeave: false, over: ['questions' as const] };
  open([task(1, { script, questions: 9 })]);
  expect(await screen.findByText('提问数超出')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: /填写结果/ }));
  expect(await screen.findByLabelText('提问数（≤ 5）')).toBeTruthy();
  expect(screen.queryByLabelText('未按话术的说明')).toBeNull();
});

it('RVT-3c a flagged customer’s caller may leave the script with a note', async () => {
  open([task(1, { script: { questionLimit: null, secondsTarget: null, mayLeave: true, over: [] } })]);
  await user.click(await screen.findByRole('button', { name: /填写结果/ }));
  expect(await screen.findByLabelText('未按话术的说明')).toBeTruthy();
});

it('RVT-1e RVT-4 says how it is to be made and what it waits for', async () => {
  open([
    task(1, { ways: ['phone', 'visit'], waysDone: ['phone'], state: 'waiting', waitsFor: ['order', 'complaint'] }),
  ]);
  expect(await screen.findByText('须全部完成：✓ 电话 + 上门')).toBeTruthy();
  expect(screen.getByText('已转出，等待返回：紧急派单、投诉处理')).toBeTruthy();
});

it('RVT-2 moves a task to an instant on the suite’s wall clock', async () => {
  const route = `POST /api/revisit/tasks/${id(1)}/move`;
  const server = open([task(1)]);
  server.change({ [route]: { body: task(1, { state: 'moved', allowedActions: [] }), schema: revisitTaskView } });
  await user.click(await screen.findByRole('button', { name: /改约时间/ }));
  await user.type(await screen.findByLabelText('原因'), '开会');
  await user.type(screen.getByLabelText('约定时间'), '2026-09-19 10:00');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(moveTask.parse(server.to(route)[0]?.body)).toEqual({ at: '2026-09-19T10:00:00+08:00', reason: '开会' });
});
