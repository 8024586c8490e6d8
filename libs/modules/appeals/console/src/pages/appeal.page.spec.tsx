import { officer, PageFrame, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import {
  appealLine,
  appealView,
  archiveView,
  concludeAppeal,
  contactView,
  linkAppeal,
  nameContact,
  receiveAppeal,
  reportAppeal,
  sendBackAppeal,
  APPEALS_PERMISSIONS,
  type AppealView,
} from '@bihuan/appeals-contract';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { appealsPages } from '../appeals.pages';
import { moverOf } from '../components/mover-of';
import { appeal, branch, desk, earlier, handler, ID, line, quietHouse } from '../test/fixtures';
import { AppealPage } from './appeal.page';
import { AppealsPage } from './appeals.page';
import { ContactPersonsPage } from './contact-persons.page';
import { NewAppealPage } from './new-appeal.page';

const user = userEvent.setup({ delay: null });
const LIST = '/api/appeals/appeals';
const ROUTE = `${LIST}/${ID.appeal}`;

function show(page: ReactNode, more: Fixtures = {}, permissions: readonly string[] = []) {
  setSuiteTime('2026-10-20T16:00:00+08:00', true);
  const server = serveFixtures({ ...quietHouse, ...more });
  render(
    <PageFrame me={officer(permissions)} rooms={[appealsPages]} at={`/appeals/${ID.appeal}`} route="/appeals/:id">
      {page}
    </PageFrame>,
  );
  return server;
}
const open = (view: AppealView, more: Fixtures = {}) =>
  show(<AppealPage />, { [`GET ${ROUTE}`]: { body: view, schema: appealView }, ...more });
const done = (more: Partial<AppealView> = {}) => ({ body: appeal({ version: 7, ...more }), schema: appealView });
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
const OPEN = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option';

/** Opens a list and takes the entry with this title; one of one's own has to be typed. */
const choose = async (label: string, title: string, typed = false): Promise<void> => {
  await user.click(await screen.findByLabelText(label));
  if (typed) await user.keyboard(title);
  const option = await waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>(OPEN)].find((each) => each.title === title);
    if (!found) throw new Error(`${label}: ${title} is not offered`);
    return found;
  });
  await user.click(option);
};

beforeEach(() => localStorage.clear());

it('APL-2 shows each stage’s actual time against its limit, what is late, shortened or not begun', async () => {
  open(appeal());
  const table = await screen.findByRole('table', { name: '五个时限' });
  const row = (stage: string): string => table.querySelector(`[data-stage="${stage}"]`)?.textContent ?? '';
  expect(row('desk')).toContain('24 小时');
  expect(row('desk')).toContain('2 小时 按时');
  expect(row('desk')).toContain('优先时限');
  expect(row('branch')).toContain('5 小时 超时');
  expect(row('branch')).toContain('按监管要求缩短');
  expect(row('headquarters')).toContain('未开始');
  expect(within(table).getAllByRole('row')).toHaveLength(6);
});

it('APL-10 shows the principles while somebody decides on the case, and not afterwards', async () => {
  open(appeal());
  expect(await screen.findByText('处理原则：信守承诺；有错必纠')).toBeTruthy();
  document.body.innerHTML = '';
  open(appeal({ state: 'replied', allowedActions: ['revisit', 'note'] }));
  await screen.findByText('已回复监管');
  expect(screen.queryByText(/处理原则/)).toBeNull();
});

it('APL-4 sends a report back with its reason, and offers the letter only after approval', async () => {
  const route = `POST ${ROUTE}/send-back`;
  const signed = { text: '已核实', by: handler, at: '2026-10-20T15:00:00+08:00' };
  const round = {
    round: 1,
    accepted: signed,
    facts: null,
    plan: null,
    answer: null,
    report: { ...signed, evidence: [], explanation: '', basis: '', measures: '' },
    review: null,
  };
  const server = open(appeal({ rounds: [round] }), {
    [route]: done({ state: 'approved', allowedActions: ['reply'], rounds: [round] }),
  });
  expect(await screen.findByText('申诉处理报告')).toBeTruthy();
  expect(screen.queryByText('申诉答复函')).toBeNull();
  await user.keyboard('{Alt>}2{/Alt}');
  await user.type(await screen.findByLabelText('退回原因'), '缺计费依据');
  await save();
  expect(await screen.findByText('申诉答复函')).toBeTruthy();
  expect(sendBackAppeal.parse(server.to(route)[0]?.body)).toEqual({ reason: '缺计费依据' });
});

it('APL-4 shows both passes through the branch, also the one that began without taking over', async () => {
  const signed = (text: string) => ({ text, by: handler, at: '2026-10-20T15:00:00+08:00' });
  const report = (text: string) => ({ ...signed(text), evidence: [], explanation: '', basis: '', measures: '' });
  const nothing = { accepted: null, facts: null, plan: null, answer: null, report: null, review: null };
  open(
    appeal({
      sentBack: 1,
      round: 2,
      rounds: [
        {
          ...nothing,
          round: 1,
          accepted: signed(''),
          report: report('第一次报告'),
          review: { ...signed('缺依据'), approved: false },
        },
        { ...nothing, round: 2, report: report('第二次报告') },
        { ...nothing, round: 3 },
      ],
    }),
  );
  expect(await screen.findByText('第一次报告')).toBeTruthy();
  expect(screen.getByText('第二次报告')).toBeTruthy();
  expect(screen.getByText('第 2 轮')).toBeTruthy();
  expect(screen.queryByText('第 3 轮')).toBeNull();
  expect(screen.getByText('退回 1 次')).toBeTruthy();
});

it('APL-3 sends the written report with its evidence', async () => {
  const route = `POST ${ROUTE}/report`;
  const evidence = '77777777-7777-4777-8777-777777777777';
  const server = open(appeal({ state: 'answered', allowedActions: ['report'] }), {
    [route]: done(),
    'POST /api/attachments': { status: 201, body: { id: evidence } },
  });
  await screen.findByText('SS2026100001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.type(await screen.findByLabelText('报告内容'), '多收属实，已退还');
  await user.upload(screen.getByLabelText('证据材料'), new File(['x'], '话单.pdf', { type: 'application/pdf' }));
  await screen.findByText('话单.pdf');
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(reportAppeal.parse(server.to(route)[0]?.body)).toEqual({ text: '多收属实，已退还', evidence: [evidence] });
});

it('APL-6c asks for court or body with that ground only, and for one’s own words where the pack takes them', async () => {
  const route = `POST ${ROUTE}/conclude`;
  const server = open(appeal({ state: 'revisited', allowedActions: ['conclude'] }), {
    [route]: done({ state: 'concluded', allowedActions: [] }),
  });
  await screen.findByText('SS2026100001');
  await user.keyboard('{Alt>}1{/Alt}');
  await user.click(await screen.findByText('企业责任'));
  const grounds = await screen.findByLabelText('依据的情形');
  expect(screen.queryByLabelText('处理的法院或机构')).toBeNull();
  await user.click(screen.getByText('撤销立案'));
  await waitFor(() => expect(document.contains(grounds)).toBe(false));
  await choose('依据的情形', '已由法院受理');
  await user.type(await screen.findByLabelText('处理的法院或机构'), '锦江区法院');
  await choose('申诉原因', '流程不畅');
  await user.type(screen.getByLabelText('责任类别'), '无');
  await choose('统计标识 · 热点', '资费', true);
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(concludeAppeal.parse(server.to(route)[0]?.body)).toEqual({
    conclusion: 'withdrawn',
    ground: 'court',
    body: '锦江区法院',
    cause: 'process',
    liability: '无',
    unitId: ID.branch,
    tags: ['资费'],
  });
});

it('APL-1 lists complaints that may be the earlier one, with why and how they ended, and links the chosen', async () => {
  const route = `POST ${ROUTE}/link`;
  const server = open(appeal({ allowedActions: ['link'] }), {
    [route]: done({ complaint: earlier, allowedActions: [] }),
    [`GET ${ROUTE}/candidates`]: { body: { data: [earlier] } },
  });
  await screen.findByText('SS2026100001');
  await user.keyboard('{Alt>}1{/Alt}');
  const choice = await screen.findByRole('radio');
  expect(choice.closest('label')?.textContent).toContain('同一电话、事项相近 相似 82%');
  expect(choice.closest('label')?.textContent).toContain('前期已在时限内妥善处理');
  await user.click(choice);
  await save();
  await waitFor(() => expect(server.to(route)).toHaveLength(1));
  expect(linkAppeal.parse(server.to(route)[0]?.body)).toEqual({ complaintId: ID.complaint });
  expect((await screen.findAllByText('TS20261015001')).length).toBeGreaterThan(0);
});

it('APL-1 takes an appeal in with its case number and the earlier complaint found by the phone, asked for in a body', async () => {
  const server = show(<NewAppealPage />, {
    [`POST ${LIST}`]: { status: 201, ...done({ state: 'received' }) },
    [`POST ${LIST}/candidates`]: { body: { data: [earlier] } },
  });
  await choose('监管部门', '部申诉受理中心');
  await user.type(screen.getByLabelText('案号'), 'BX-1');
  await user.type(screen.getByLabelText('联系电话'), '13512348888');
  await user.type(screen.getByLabelText('申诉人'), '陈国栋');
  await user.type(screen.getByLabelText('申诉事项'), '多收费');
  await waitFor(() => expect(server.to(`POST ${LIST}/candidates`).at(-1)?.body).toMatchObject({ matter: '多收费' }));
  await user.click(await screen.findByRole('radio', { name: /TS20261015001/ }));
  await choose('业务', '互联网');
  await choose('性质', '收费争议');
  await user.type(screen.getByLabelText('监管回复期限'), '2026-10-27 17:00');
  await save();
  await waitFor(() => expect(server.to(`POST ${LIST}`)).toHaveLength(1));
  expect(receiveAppeal.parse(server.to(`POST ${LIST}`)[0]?.body)).toEqual({
    regulator: 'ministry',
    caseNumber: 'BX-1',
    filed: true,
    appellant: '陈国栋',
    phone: '13512348888',
    matter: '多收费',
    business: 'internet',
    nature: 'charges',
    replyDueAt: '2026-10-27T17:00:00+08:00',
    complaintId: ID.complaint,
  });
  expect(server.sent.every(({ path }) => !path.includes('135'))).toBe(true);
});

it('APL-2b keeps the order of the desk’s queue and marks key, priority and returned cases', async () => {
  const rows = [line({ number: 'SS2', keyCase: true }), line({ id: ID.desk, number: 'SS1', priority: false })];
  show(<AppealsPage />, {
    [`GET ${LIST}`]: { body: { data: rows, page: {} }, schema: z.object({ data: z.array(appealLine) }) },
  });
  await screen.findByText('SS2');
  const shown = [...document.querySelectorAll('.ant-table-row')].map(({ textContent }) => textContent);
  expect(shown[0]).toContain('SS2');
  expect(shown[0]).toContain('重点');
  expect(shown[0]).toContain('优先');
  expect(shown[0]).toContain('退回 1 次');
  expect(shown[1]).not.toContain('优先');
});

it('APL-7 says whether the sealed archive still fits its seal', async () => {
  const seal = { sha256: 'ab'.repeat(32), at: '2026-10-30T09:00:00+08:00', by: desk };
  open(appeal({ state: 'archived', allowedActions: ['note'], archive: seal }), {
    [`GET ${ROUTE}/archive`]: {
      body: { number: 'SS2026100001', ...seal, intact: false, content: { matter: '多收费' } },
      schema: archiveView,
    },
  });
  await user.click(await screen.findByText('档案'));
  expect(await screen.findByText('内容与封存时不一致')).toBeTruthy();
  expect(screen.getByText(seal.sha256)).toBeTruthy();
});

it('APL-9 changes a contact person and says how many open cases went along', async () => {
  const route = 'POST /api/appeals/contact-persons';
  const known = { unit: branch, contact: handler, deputy: desk, since: '2026-01-01T09:00:00+08:00', version: 3 };
  const changed = { ...known, id: ID.appeal, contact: desk, deputy: handler, former: [], moved: 2 };
  const staff = [handler, desk].map(({ id, name }) => ({ id, name, unitId: ID.branch, position: 'p' }));
  const server = show(
    <ContactPersonsPage />,
    {
      'GET /api/appeals/contact-persons': { body: { data: [known], page: {} } },
      'GET /api/employees': { body: { data: staff, page: {} } },
      [route]: { status: 201, body: changed, schema: contactView },
    },
    [APPEALS_PERMISSIONS.manageContacts],
  );
  await user.click(await screen.findByText('成都分公司'));
  await choose('联系人', '何静');
  await choose('副联系人', '周建国');
  await save();
  expect(await screen.findByText('2 件在办案件已转到新联系人。')).toBeTruthy();
  expect(nameContact.parse(server.to(route)[0]?.body)).toEqual({
    unitId: ID.branch,
    employeeId: ID.desk,
    deputyId: ID.handler,
  });
  expect(server.to(route)[0]?.headers['if-match']).toBe('"3"');
});

it('APL-3 names whose move an appeal is', () => {
  const move = (state: AppealView['state']) => moverOf(appeal({ state })).who;
  expect(move('received')).toBe('desk');
  expect(move('answered')).toBe('branch');
  expect(move('reported')).toBe('desk');
  expect(move('archived')).toBe('over');
});
