import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { AttachmentField } from '../fields/attachment-field';
import { ListField } from '../fields/list-field';
import { MoneyField } from '../fields/number-fields';
import { TextField } from '../fields/text-field';
import { ReasonedField } from '../fields/yes-no-field';
import { definePages } from '../registry/define-pages';
import { listOf, refusal, serveFixtures, type Fixtures } from '../testing/fixture-server';
import { officer, PageFrame } from '../testing/page-frame';
import { setSuiteTime } from '../time/server-clock';
import { MatterActs } from './matter-acts';
import { matterApi, numberFinder, type MatterLine, type MatterView } from './matter-api';
import { MatterListPage } from './matter-list-page';
import { MatterPage } from './matter-page';
import { NewMatterPage } from './new-matter-page';

const user = userEvent.setup({ delay: null });
const ID = '55555555-5555-4555-8555-555555555555';
const THING = `/api/things/things/${ID}`;

const things = matterApi<MatterView, MatterLine>({ module: 'things', kind: 'thing', route: '/api/things/things' });
const room = definePages({
  room: 'things',
  pages: [],
  words: {
    kinds: {},
    states: { open: { zh: '在办' }, judged: { zh: '已判定' } },
    stages: { answer: { zh: '答复' } },
    actions: { judge: { zh: '判定' }, propose: { zh: '提方案' }, close: { zh: '结案' }, answered: { zh: '答复' } },
  },
});

const thing = (more: Partial<MatterView> = {}): MatterView => ({
  id: ID,
  number: 'W20260918001',
  state: 'open',
  version: 3,
  allowedActions: ['judge', 'propose', 'hidden', 'close'],
  dueAt: '2026-09-18T18:00:00+08:00',
  deadlines: [
    {
      id: 'c1',
      stage: 'answer',
      policy: 'things.answer',
      state: 'armed',
      calendar: 'around-the-clock',
      elapsed: true,
      startedAt: '2026-09-18T16:00:00+08:00',
      dueAt: '2026-09-18T18:00:00+08:00',
    },
  ],
  ...more,
});

const pack = {
  body: {
    calendars: [],
    deadlinePolicies: [],
    productLines: [],
    customerLevels: [],
    modules: {},
    forms: [{ code: 'thing-report', title: { zh: '事项汇报单' }, copies: ['人力公关部', '事业部'] }],
  },
};

const acts = {
  judge: {
    fields: <ReasonedField group="grounds" answer="sufficient" label="理由充分" reasonLabel="为什么" />,
    quiet: true,
  },
  propose: {
    fields: (
      <>
        <ListField name="proposals" label="方案" addLabel="再加一个">
          {(index) => (
            <>
              <TextField name={[index, 'text']} label={`方案 ${index + 1}`} required />
              <MoneyField name={[index, 'compensation', 'value']} label={`金额 ${index + 1}`} />
            </>
          )}
        </ListField>
        <AttachmentField name="evidence" label="证据" multiple />
      </>
    ),
  },
  close: {},
};

function open(fixtures: Fixtures = {}) {
  setSuiteTime('2026-09-18T17:00:00+08:00', true);
  const server = serveFixtures({ [`GET ${THING}`]: { body: thing() }, 'GET /api/packs/active': pack, ...fixtures });
  render(
    <PageFrame me={officer([])} rooms={[room]} at={`/things/${ID}`} route="/things/:id">
      <MatterPage
        of={things}
        acts={(matter) => <MatterActs of={things} matter={matter} acts={acts} />}
        story={() => <p>经过</p>}
        facts={() => null}
        move={() => ({ text: '等别人办', employeeId: officer([]).user.employeeId })}
        papers={() => ['thing-report', 'form-of-another-pack']}
      />
    </PageFrame>,
  );
  return server;
}

beforeEach(() => localStorage.clear());

it('DLN-6 names number, state, whose move and the running clock, from what the view carries', async () => {
  const server = open();
  await screen.findByText('W20260918001');
  expect(screen.getByText('在办')).toBeTruthy();
  expect(screen.getByText('该您办')).toBeTruthy();
  expect(screen.getByText('剩 1 小时')).toBeTruthy();
  expect(server.to('GET /api/deadlines')).toHaveLength(0);
});

it('FRM-1 offers the forms the pack uses, with its titles and holders, and no others', async () => {
  open();
  const tabs = await screen.findAllByRole('tab');
  await screen.findByText('事项汇报单');
  expect(tabs[0]?.textContent).toBe('时间线');
  expect(screen.queryByText('form-of-another-pack')).toBeNull();
  await user.click(screen.getByText('事项汇报单'));
  expect(await screen.findByText(/第一联 人力公关部/)).toBeTruthy();
});

it('HOT-9 offers what the server allows and the table knows, what leads on first, worded by the room', async () => {
  open();
  await screen.findByText('W20260918001');
  const offered = [...document.querySelectorAll<HTMLElement>('[data-action][type="button"]')];
  expect(offered.map(({ dataset }) => dataset['action'])).toEqual(['propose', 'close', 'judge']);
  expect(offered[0]?.textContent).toContain('提方案');
});

it('CMP-5 sends a question with its reason as a group, and shows a refusal inside the group', async () => {
  const route = `POST ${THING}/judge`;
  const errors = [{ pointer: '/grounds/reason', detail: '请写明理由' }];
  const server = open({ [route]: refusal(422, { code: 'invalid-input', detail: '内容有误', errors }) });
  await screen.findByText('W20260918001');
  await user.keyboard('{Alt>}3{/Alt}');
  await user.click(await screen.findByText('否'));
  await user.type(screen.getByLabelText('为什么'), '证据不足');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('请写明理由')).toBeTruthy();
  expect(screen.queryByText('内容有误')).toBeNull();
  expect(server.to(route)[0]?.body).toEqual({ grounds: { sufficient: false, reason: '证据不足' } });
  expect(server.to(route)[0]?.headers['if-match']).toBe('"3"');
});

it('CMP-6 sends several proposals with money in fen, and files attached to the matter', async () => {
  const route = `POST ${THING}/propose`;
  const server = open({
    [route]: { body: thing({ state: 'judged', version: 4, allowedActions: [] }) },
    'POST /api/attachments': { status: 201, body: { id: 'a1' } },
  });
  await screen.findByText('W20260918001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('方案 1'), '换新');
  await user.type(screen.getByLabelText('金额 1'), '12.5');
  await user.click(screen.getByText('再加一个'));
  await user.type(await screen.findByLabelText('方案 2'), '维修');
  await user.upload(screen.getByLabelText('证据'), new File(['x'], '现场.jpg', { type: 'image/jpeg' }));
  expect(await screen.findByText('现场.jpg')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('已判定')).toBeTruthy();
  expect(server.to('POST /api/attachments')[0]?.body).toMatchObject({ subject: `things:thing:${ID}` });
  expect(server.to(route)[0]?.body).toEqual({
    proposals: [{ text: '换新', compensation: { value: 1250 } }, { text: '维修' }],
    evidence: ['a1'],
  });
});

it('IDN-4 shows who wrote what last beside the typed text when somebody else was first', async () => {
  const route = `POST ${THING}/propose`;
  open({
    [route]: refusal(412, { code: 'stale-version', detail: '版本已过期' }),
    'GET /api/timeline': listOf([
      {
        id: '1',
        at: '2026-09-18T16:59:00+08:00',
        action: 'answered',
        actor: { id: 'x', name: '赵志强' },
        data: {},
        personal: { text: '他的话' },
      },
    ]),
  });
  await screen.findByText('W20260918001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('方案 1'), '我的方案');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const conflict = await screen.findByText('别人刚刚改过这条记录');
  const shown = conflict.closest('[role="alert"]')?.textContent;
  expect(shown).toContain('赵志强');
  expect(shown).toContain('他的话');
  expect(screen.getByLabelText<HTMLTextAreaElement>('方案 1').value).toBe('我的方案');
});

const Address = () => <output>{useLocation().search}</output>;

it('NUM-2 finds a number in whatever state, keeps the filters in the address, and asks for the page after the last', async () => {
  const lines = (count: number, from: number): MatterLine[] =>
    Array.from({ length: count }, (_, index) => ({ ...thing(), id: `id-${from + index}`, number: `W${from + index}` }));
  const asked: string[] = [];
  const server = serveFixtures({ 'GET /api/packs/active': pack });
  const plain = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (String(input).startsWith('/api/things')) asked.push(decodeURIComponent(String(input).split('?')[1] ?? ''));
    return plain(input, init);
  };
  server.change({
    'GET /api/things/things': () => ({ body: { data: lines(2, asked.length * 10), page: { next: 'c2' } } }),
  });
  render(
    <PageFrame me={officer([])} rooms={[room]} at="/things?level=nation">
      <MatterListPage
        of={things}
        title="事项"
        columns={[]}
        path={(id) => `/things/${id}`}
        filters={[{ name: 'level', label: '级别', options: [{ value: 'nation', label: '全国' }] }]}
        empty={{ title: '没有' }}
      />
      <Address />
    </PageFrame>,
  );
  await screen.findByText('W10');
  expect(asked.at(-1)).toBe('filter[state]=open&filter[level]=nation');
  await user.click(screen.getByText('更多'));
  await waitFor(() => expect(asked.at(-1)).toContain('page[after]=c2'));
  await user.keyboard('{Alt>}2{/Alt}');
  await waitFor(() => expect(asked.at(-1)).toBe('filter[state]=closed&filter[level]=nation'));
  expect(screen.getByRole('status').textContent).toBe('?level=nation&state=closed');
  await user.type(screen.getByLabelText('编号'), 'W7');
  await waitFor(() => expect(asked.at(-1)).toBe('filter[state]=all&filter[level]=nation&filter[number]=W7'));
});

it('NUM-2 opens only the matter with exactly the typed number', async () => {
  serveFixtures({ 'GET /api/things/things': listOf([thing()]) });
  const find = numberFinder(things, /^W\d+$/, (id) => `/things/${id}`);
  expect(await find('W20260918001')).toBe(`/things/${ID}`);
  expect(await find('W2026')).toBeUndefined();
  expect(await find('138')).toBeUndefined();
});

it('EVT-1 makes a matter once, and opens it', async () => {
  const server = serveFixtures({ 'POST /api/things/things': { status: 201, body: thing() } });
  const Where = () => <output>{useLocation().pathname}</output>;
  render(
    <PageFrame me={officer([])} rooms={[room]}>
      <NewMatterPage
        of={things}
        title="新事项"
        submitLabel="登记"
        path={(id) => `/things/${id}`}
        fields={<TextField name="matter" label="事项" required />}
      />
      <Where />
    </PageFrame>,
  );
  await user.type(screen.getByLabelText('事项'), '电梯停运');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(`/things/${ID}`));
  const sent = server.to('POST /api/things/things');
  expect(sent.map(({ body }) => body)).toEqual([{ matter: '电梯停运' }]);
  expect(sent[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
});

it('DLN-6 fifty lines ask for their clocks in one request; a line without a clock shows its due time', async () => {
  setSuiteTime('2026-09-18T17:00:00+08:00', true);
  const [clock] = thing().deadlines;
  const ids = Array.from({ length: 50 }, (_, index) => `t-${index}`);
  const clocks = ids.slice(0, 48).map((id) => ({ ...clock, id: `c-${id}`, subject: things.subject(id) }));
  const rows = ids.map((id) => thing({ id, number: `W-${id}`, ...(id === 't-49' ? { dueAt: null } : {}) }));
  const server = serveFixtures({
    'GET /api/packs/active': pack,
    'GET /api/things/things': listOf(rows),
    'POST /api/deadlines/open': listOf(clocks),
  });
  render(
    <PageFrame me={officer(['alarms.deadline.read'])} rooms={[room]} at="/things">
      <MatterListPage of={things} title="事项" columns={[]} path={(id) => `/things/${id}`} empty={{ title: '没有' }} />
    </PageFrame>,
  );
  await waitFor(() => expect(screen.getAllByText('剩 1 小时')).toHaveLength(48));
  expect(server.to('POST /api/deadlines/open').map(({ body }) => body)).toEqual([
    { subjects: ids.map((id) => `things:thing:${id}`) },
  ]);
  expect(server.to('GET /api/deadlines')).toEqual([]);
  expect(server.to('GET /api/deadlines/board')).toEqual([]);
  expect(screen.getAllByText('—')).toHaveLength(1);
});
