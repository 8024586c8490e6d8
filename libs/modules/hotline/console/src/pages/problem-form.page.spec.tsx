import { listOf, officer, PageFrame, refusal, serveFixtures, setSuiteTime } from '@bihuan/console-kit';
import { answerForm, problemFormView, type ProblemFormView } from '@bihuan/hotline-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { moverOf } from '../components/mover-of';
import { hotlinePages } from '../hotline.pages';
import { ID, problemForm, quietHouse } from '../test/fixtures';
import { ProblemFormPage } from './problem-form.page';

const user = userEvent.setup({ delay: null });
const FORM = `/api/hotline/problem-forms/${ID.form}`;

const handler = { id: ID.software, name: '周建国' };
const handled = (more: Partial<ProblemFormView> = {}): ProblemFormView =>
  problemForm({
    state: 'handled',
    version: 7,
    allowedActions: ['answer', 'withdraw'],
    handler,
    unit: { id: ID.support, name: '技术支持' },
    ...more,
  });

const result = {
  id: ID.contact,
  subject: { module: 'hotline', kind: 'problem-form', id: ID.form },
  stage: 'result',
  policy: 'hotline.result',
  state: 'breached',
  startedAt: '2026-09-17T10:00:00+08:00',
  dueAt: '2026-09-18T18:00:00+08:00',
  owner: { unitId: ID.support, employeeId: null },
  label: null,
};

function open(form: ProblemFormView, more: Parameters<typeof serveFixtures>[0] = {}) {
  setSuiteTime('2026-09-18T18:30:00+08:00', true);
  const server = serveFixtures({
    ...quietHouse,
    [`GET ${FORM}`]: { body: form, schema: problemFormView },
    'GET /api/deadlines': listOf([result]),
    'GET /api/timeline': listOf([
      { id: '1', at: '2026-09-18T14:00:00+08:00', action: 'referred', actor: { id: null, name: '林晓燕' }, data: {} },
      {
        id: '2',
        at: '2026-09-18T15:00:00+08:00',
        action: 'planned',
        actor: { id: null, name: '周建国' },
        data: {},
        personal: { text: '更换皮带' },
      },
    ]),
    ...more,
  });
  render(
    <PageFrame
      me={officer([])}
      rooms={[hotlinePages]}
      at={`/hotline/problem-forms/${ID.form}`}
      route="/hotline/problem-forms/:id"
    >
      <ProblemFormPage />
    </PageFrame>,
  );
  return server;
}

beforeEach(() => localStorage.clear());

it('HOT-9c offers the acts the server allows and no others', async () => {
  open(handled());
  await screen.findByText('2026091801001');
  const offered = [...document.querySelectorAll<HTMLElement>('[data-action][type="button"]')].map(
    ({ dataset }) => dataset['action'],
  );
  expect(offered).toEqual(['answer', 'withdraw']);
});

it('HOT-8c shows the overdue result clock in red with the time over', async () => {
  open(handled());
  const words = await screen.findByText('超时 30 分');
  expect(words.closest<HTMLElement>('[data-stage]')?.dataset).toMatchObject({ stage: 'result', mood: 'late' });
});

it('IDN-4 tells the story the newest first, with the words that were written', async () => {
  open(handled());
  await screen.findByText('更换皮带');
  const acts = [...document.querySelectorAll<HTMLElement>('.bh-timeline li')].map(({ dataset }) => dataset['action']);
  expect(acts).toEqual(['planned', 'referred']);
});

it('HOT-9c answers by keyboard with the version that was read', async () => {
  const server = open(handled(), {
    [`POST ${FORM}/answer`]: { body: handled({ state: 'concluded', allowedActions: [] }), schema: problemFormView },
  });
  await screen.findByText('2026091801001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('答复内容'), '已修好');
  await user.click(screen.getByText('是'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(server.to(`POST ${FORM}/answer`)).toHaveLength(1));
  await screen.findByText('已办结');
  const [sent] = server.to(`POST ${FORM}/answer`);
  expect(answerForm.parse(sent?.body)).toEqual({ text: '已修好', satisfied: true });
  expect(sent?.headers['if-match']).toBe('"7"');
});

it('HOT-9b keeps the typed text when the form was changed by somebody else', async () => {
  const server = open(handled(), {
    [`POST ${FORM}/answer`]: refusal(412, { code: 'stale-version', detail: '版本已过期' }),
  });
  await screen.findByText('2026091801001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('答复内容'), '我的答复');
  await user.click(screen.getByText('是'));
  const by = { id: ID.site, name: '赵志强' };
  const answered = { text: '他的答复', by, at: '2026-09-18T18:20:00+08:00' };
  const first = problemForm().rounds[0];
  server.change({
    [`GET ${FORM}`]: {
      body: handled({ version: 8, rounds: first ? [{ ...first, answer: answered }] : [] }),
      schema: problemFormView,
    },
  });
  await user.keyboard('{Control>}{Enter}{/Control}');
  const conflict = await screen.findByRole('alert');
  expect(conflict.textContent).toContain('我的答复');
  expect(conflict.textContent).toContain('他的答复');
  expect(screen.getByLabelText<HTMLTextAreaElement>('答复内容').value).toBe('我的答复');
});

it('FRM-3 previews the very PDF without filing it, and files it only when it is printed', async () => {
  const print = `POST ${FORM}/forms/problem-form/prints`;
  const server = open(handled(), {
    [print]: { status: 201, body: { url: '/api/forms/prints/1.pdf', reprint: false, copies: [{ copy: 1, print: 1 }] } },
  });
  await user.click(await screen.findByText('表1 处理表'));
  await waitFor(() => expect(server.to(`GET ${FORM}/forms/problem-form.pdf`)).toHaveLength(1));
  expect(server.to(print)).toHaveLength(0);
  await user.click(screen.getByText(/打印并归档/));
  await screen.findByText('已归档，这是第 1 次打印');
  expect(server.to(print)).toHaveLength(1);
});

it('HOT-9 names whose move it is in every state', () => {
  const move = (state: ProblemFormView['state'], more: Partial<ProblemFormView> = {}) =>
    moverOf(handled({ state, ...more }));
  expect(move('drafted').key).toBe('move.officer');
  expect(move('referred', { handler: null })).toMatchObject({ key: 'move.unit', name: '技术支持' });
  expect(move('planned')).toMatchObject({ key: 'move.handler', name: '周建国' });
  expect(move('handled').key).toBe('move.officer');
  expect(move('awaiting-customer', { waitingFor: '测试' })).toMatchObject({ key: 'move.customer', name: '测试' });
  expect(move('concluded').key).toBe('move.over');
});
