import { officer, PageFrame, refusal, serveFixtures, setSuiteTime, type Fixtures } from '@bihuan/console-kit';
import {
  complaintLine,
  complaintLists,
  complaintRate,
  enterRepairs,
  complaintView,
  COMPLAINTS_PERMISSIONS,
  passOnComplaint,
  registerComplaint,
} from '@bihuan/complaints-contract';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { complaintsPages } from '../complaints.pages';
import { branch, centre, complaint, ID, line, lists, quietHouse } from '../test/fixtures';
import { ComplaintsPage } from './complaints.page';
import { NewComplaintPage } from './new-complaint.page';
import { PassOnPage } from './pass-on.page';
import { ComplaintRatePage } from './rate.page';

const user = userEvent.setup({ delay: null });
const ROUTE = '/api/complaints/complaints';

function show(page: ReactNode, more: Fixtures = {}, permissions: readonly string[] = []) {
  setSuiteTime('2026-10-15T10:00:00+08:00', true);
  const server = serveFixtures({ ...quietHouse, ...more });
  render(
    <PageFrame me={officer(permissions)} rooms={[complaintsPages]}>
      {page}
    </PageFrame>,
  );
  return server;
}
const save = (): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
const choose = async (label: string, title: string): Promise<void> => {
  await user.click(await screen.findByLabelText(label));
  await user.click(await screen.findByTitle(title));
};

beforeEach(() => localStorage.clear());

it('CMP-3 keeps the order of the server, with level, class, gravity and the marks major and named seat', async () => {
  const rows = [
    line({ number: 'TS3', major: true }),
    line({ id: ID.other, number: 'TS1', customerName: '王芳', gravity: [], customerClass: null, reserved: true }),
  ];
  show(<ComplaintsPage />, {
    [`GET ${ROUTE}`]: { body: { data: rows, page: {} }, schema: z.object({ data: z.array(complaintLine) }) },
  });
  await screen.findByText('TS3');
  const shown = [...document.querySelectorAll('.ant-table-row')].map(({ textContent }) => textContent);
  expect(shown[0]).toContain('TS3');
  expect(shown[0]).toContain('重大');
  expect(shown[0]).toContain('全国 VIP');
  expect(shown[0]).toContain('媒体');
  expect(shown[1]).toContain('TS1');
  expect(shown[1]).toContain('专席');
});

it('CMP-1 offers to register only to whoever may', async () => {
  show(<ComplaintsPage />);
  await screen.findByText('没有投诉');
  expect(screen.queryByText(/登记投诉/)).toBeNull();
  document.body.innerHTML = '';
  show(<ComplaintsPage />, {}, [COMPLAINTS_PERMISSIONS.register]);
  expect(await screen.findByText(/登记投诉/)).toBeTruthy();
});

it('CMP-2 offers the kinds of the chosen business only, and registers both with the level', async () => {
  const server = show(<NewComplaintPage />, {
    [`POST ${ROUTE}`]: { status: 201, body: complaint(), schema: complaintView },
  });
  await user.type(await screen.findByLabelText('客户姓名'), '陈国栋');
  await user.type(screen.getByLabelText('投诉内容'), '宽带掉线');
  await choose('业务', '宽带');
  await user.click(screen.getByLabelText('问题性质'));
  expect(await screen.findByTitle('通信质量')).toBeTruthy();
  expect(screen.queryByTitle('收费争议')).toBeNull();
  await user.click(screen.getByTitle('通信质量'));
  await user.click(screen.getByText('一般'));
  await user.click(screen.getByText('媒体'));
  await choose('渠道', '客服热线');
  await save();
  await waitFor(() => expect(server.to(`POST ${ROUTE}`)).toHaveLength(1));
  expect(registerComplaint.parse(server.to(`POST ${ROUTE}`)[0]?.body)).toEqual({
    channel: 'hotline',
    customerName: '陈国栋',
    phone: '',
    matter: '宽带掉线',
    business: 'broadband',
    kind: 'quality',
    level: 'ordinary',
    gravity: ['media'],
  });
});

it('CMP-2 asks for neither business nor level in a pack that has none; the kind is free text there', async () => {
  const plain = lists({ businesses: [], levels: [], kinds: [] });
  const server = show(<NewComplaintPage />, {
    'GET /api/complaints/lists': { body: plain, schema: complaintLists },
    [`POST ${ROUTE}`]: refusal(422, {
      code: 'invalid-input',
      detail: '内容有误',
      errors: [{ pointer: '/matter', detail: '请写清经过' }],
    }),
  });
  await user.type(await screen.findByLabelText('客户姓名'), '陈国栋');
  expect(screen.queryByLabelText('业务')).toBeNull();
  expect(screen.queryByText('投诉级别')).toBeNull();
  await user.type(screen.getByLabelText('问题性质'), '态度');
  await user.type(screen.getByLabelText('投诉内容'), '不好');
  await choose('渠道', '客服热线');
  await save();
  expect(await screen.findByText('请写清经过')).toBeTruthy();
  expect(server.to(`POST ${ROUTE}`)[0]?.body).toMatchObject({ kind: '态度' });
  expect(screen.getByLabelText<HTMLTextAreaElement>('投诉内容').value).toBe('不好');
});

it('CMP-1 has the clerk say the channel where none of the pack is the phone, and takes the phone where one is', async () => {
  const server = show(<NewComplaintPage />, { [`POST ${ROUTE}`]: { status: 201, body: complaint() } });
  await user.type(await screen.findByLabelText('客户姓名'), '陈国栋');
  await user.type(screen.getByLabelText('投诉内容'), '掉线');
  await save();
  await waitFor(() => expect(document.querySelectorAll('.ant-form-item-explain-error').length).toBeGreaterThan(0));
  expect(server.to(`POST ${ROUTE}`)).toHaveLength(0);
  // The keyboard stands where the first answer is missing.
  expect(document.activeElement).toBe(screen.getByLabelText('渠道'));
  document.body.innerHTML = '';
  localStorage.clear();
  const phone = { code: 'phone', title: { zh: '电话', en: 'Phone' }, needsSignature: false, recorded: true };
  const known = lists({ channels: [...lists().channels, phone] });
  show(<NewComplaintPage />, { 'GET /api/complaints/lists': { body: known, schema: complaintLists } });
  expect(await screen.findByTitle('电话')).toBeTruthy();
});

it('CUS-2 takes the only customer with the number, and shows beside the form what is known of him', async () => {
  const id = '12121212-1212-4212-8212-121212121212';
  const known = { id, number: 'K1', name: '城东医院', level: null, contacts: [], sites: [], equipment: [] };
  const before = {
    subject: { module: 'complaints', kind: 'complaint', id: ID.other },
    kind: 'complaint',
    number: 'TS20260901007',
    at: '2026-09-01T09:00:00+08:00',
    state: 'filed',
    title: '多收费',
  };
  const server = show(<NewComplaintPage />, {
    'POST /api/customers/search': (sent) => ({
      body: { data: (sent.body as { phone: string }).phone === '13512348888' ? [known] : [], page: {} },
    }),
    [`GET /api/customers/${id}`]: { body: known },
    [`GET /api/customers/${id}/history`]: { body: { data: [before], page: {} } },
    [`POST ${ROUTE}`]: { status: 201, body: complaint(), schema: complaintView },
  });
  const phone = await screen.findByLabelText('联系电话');
  // The page is for typing: the keyboard is there already.
  await waitFor(() => expect(document.activeElement).toBe(phone));
  expect(screen.getByText('输入号码后，这里显示用户的网点、设备和往来记录。')).toBeTruthy();
  await user.keyboard('13512348888');
  expect((await screen.findByText('TS20260901007')).getAttribute('href')).toBe(`/complaints/${ID.other}`);
  const name = screen.getByLabelText<HTMLTextAreaElement>('客户姓名');
  expect(name.value).toBe('城东医院');
  // Another number is another customer: neither his name nor his history stays.
  await user.type(phone, '9');
  await waitFor(() => expect(screen.queryByText('TS20260901007')).toBeNull());
  expect(name.value).toBe('');
  expect(server.to(`POST ${ROUTE}`)).toHaveLength(0);
});

it('SCR-1 shows no script, and no keys to turn one, where the pack has none for the desk', async () => {
  show(<NewComplaintPage />);
  await screen.findByLabelText('客户姓名');
  expect(document.querySelector('.bh-script')).toBeNull();
});

it('CMP-4f puts the promised time into the sentence of the script', async () => {
  const script = { step: 'promise', title: { zh: '承诺' }, text: { zh: '我们会在{promisedTime}前答复您' } };
  show(<NewComplaintPage />, { 'GET /api/scripts': { body: { data: [script], page: {} } } });
  await user.type(await screen.findByLabelText('承诺时间'), '2026-10-16 09:00');
  await user.tab();
  expect(await screen.findByText('我们会在10-16 周五 09:00前答复您')).toBeTruthy();
});

it('CMP-1a passes a complaint on in three fields with the time it was heard', async () => {
  const route = 'POST /api/complaints/passed-on';
  const server = show(<PassOnPage />, { [route]: { status: 201, body: { id: ID.complaint, number: 'TS9' } } });
  await user.type(await screen.findByLabelText('客户姓名'), '陈国栋');
  await user.type(screen.getByLabelText('联系电话'), '13512348888');
  await user.type(screen.getByLabelText('投诉内容'), '等了三天没人来');
  await save();
  expect(await screen.findByText('已转告投诉受理人，编号 TS9')).toBeTruthy();
  expect(passOnComplaint.parse(server.to(route)[0]?.body)).toEqual({
    customerName: '陈国栋',
    phone: '13512348888',
    matter: '等了三天没人来',
  });
});

it('CMP-16 prints a dash without a repair, never a 0, marks what was entered, and enters repairs of a month', async () => {
  const rows = [
    { unit: branch, complaints: 3, repairs: 24, source: 'entered', rate: 0.125 },
    { unit: centre, complaints: 1, repairs: null, source: 'counted', rate: null },
  ];
  const rate = { from: '2026-10', to: '2026-10', rows, total: { complaints: 4, repairs: 24, rate: 1 / 6 } };
  const route = 'POST /api/complaints/repairs';
  const server = show(
    <ComplaintRatePage />,
    {
      'GET /api/complaints/rate': { body: rate, schema: complaintRate },
      [route]: { body: { rows: 1 } },
    },
    [COMPLAINTS_PERMISSIONS.enterRepairs],
  );
  const table = await screen.findByRole('table', { name: '投诉率' });
  const cells = [...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
  expect(cells[0]).toBe('成都分公司324 录入12.5%');
  expect(cells[1]).toBe('省投诉中心1— —');
  expect(cells[2]).toBe('合计42416.7%');
  await choose('部门 1', '成都分公司');
  await user.type(screen.getByRole('spinbutton', { name: '维修次数' }), '24');
  await save();
  expect(await screen.findByText('已录入 1 个部门。')).toBeTruthy();
  expect(enterRepairs.parse(server.to(route)[0]?.body)).toEqual({
    month: '2026-10',
    rows: [{ unitId: ID.branch, repairs: 24 }],
  });
});
