import { officer, PageFrame, serveFixtures, type FixtureServer } from '@bihuan/console-kit';
import { moveTask, revisitTaskView, taskResult, type RevisitTaskView } from '@bihuan/revisit-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { branchOf } from '../components/script';
import { moveBody } from '../components/task-acts';
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
    dueAt: '2026-09-18T20:30:00+08:00',
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
}, 20_000);

it('RVT-3 follows the satisfied branch only when satisfaction and machine are both good', () => {
  expect(branchOf(true, true)).toBe('satisfied');
  expect(branchOf(true, undefined)).toBe('satisfied');
  expect(branchOf(true, false)).toBe('not-satisfied');
  expect(branchOf('fair', true)).toBe('not-satisfied');
  expect(branchOf(undefined, true)).toBeUndefined();
});

it('RVT-2 moves a task to an instant on the suite’s wall clock', () => {
  expect(moveTask.parse(moveBody({ at: '2026-09-19 10:00', reason: '开会' }))).toEqual({
    at: '2026-09-19T10:00:00+08:00',
    reason: '开会',
  });
});
