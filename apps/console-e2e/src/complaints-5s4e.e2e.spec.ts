/** 5S4E's complaint officer: a complaint registered, its queue, the decision, the report in two copies (000 chapter 4). */
import type { Page } from 'puppeteer-core';
import type { Json, Person } from '@bihuan/server-e2e';
import { complaintStory } from '@bihuan/server-e2e';
import { readPdf } from '@bihuan/testing-kit';
import { choose, chord, pick, sees, shot, submit, type, watchForeignRequests } from './support/browser';
import { act, click, openCompany, press, previewed, type Company } from './support/desk';

const { complaintPath, openComplaint, readComplaint, unitsByCode } = complaintStory;

let company: Company;
let people: Record<'agent' | 'supervisor' | 'engineer' | 'head', Person>;
let unit: (code: string) => string;

beforeAll(async () => {
  // Tuesday before the National Day holidays.
  company = await openCompany('2026-09-29T10:00:00+08:00', { SUITE_MODULES: 'complaints' });
  const { suite } = company;
  const [agent, supervisor, engineer, head] = await Promise.all([
    suite.as('agent'),
    suite.as('supervisor'),
    suite.as('engineer'),
    suite.as('tech-manager'),
  ]);
  people = { agent, supervisor, engineer, head };
  unit = await unitsByCode(supervisor);
});

afterAll(() => company.close());

const page = (complaint: Json): string => complaintPath(complaint).replace('/complaints', '');

async function only(customerName: string): Promise<Json> {
  const [found] = (await people.supervisor.list('/complaints/complaints?filter[state]=all')).filter(
    (each) => each['customerName'] === customerName,
  );
  if (!found) throw new Error(`no complaint of ${customerName}`);
  return found;
}

test('SYS-19 CMP-1 the officer registers a complaint by keyboard alone, without a request to anybody else', async () => {
  const clerk = await company.seat('agent');
  const foreign = watchForeignRequests(clerk, company.suite.url);
  await company.go(clerk, '/complaints/new');
  await sees(clerk, '登记投诉');
  await type(clerk, '联系电话', '13812345678');
  await type(clerk, '客户姓名', '王建国');
  await type(clerk, '联系人', '李工');
  await type(clerk, '投诉内容', '自助缴费机报修后三天无人上门，营业厅每天都有用户排队');
  await type(clerk, '客户要求', '今天之内修好，并说明原因');
  await choose(clerk, '问题性质', '备件未到造成延误');
  await clerk.keyboard.press('Tab');
  await shot(clerk, '5s4e-complaint-new');
  await chord(clerk, 'Control', 'Enter');
  await sees(clerk, '已登记');
  await sees(clerk, '自助缴费机报修后三天无人上门');
  await sees(clerk, '转述负责人');
  await shot(clerk, '5s4e-complaint-registered');
  expect(await only('王建国')).toMatchObject({ state: 'registered', kind: 'parts-delay' });
  expect(foreign).toEqual([]);
});

const more: readonly Json[] = [
  { customerName: '工商银行深圳分行', kind: 'staff-attitude', matter: '热线说话不耐烦', channel: 'president-office' },
  { customerName: '建设银行广州天河支行', kind: 'product-quality', matter: '换过的读卡器两周又坏' },
  { customerName: '李秀英', kind: 'sales', matter: '合同上的保修期与说的不一样', phone: '13900001111' },
];

test('SYS-19 DLN-6 the queue shows each complaint with its clock; arrows and Enter open it', async () => {
  for (const one of more) await openComplaint(people.agent, { channel: 'complaint-line', ...one });
  await company.suite.clock('2026-09-29T10:24:00+08:00');
  const clerk = await company.seat('supervisor');
  await company.go(clerk, '/complaints');
  await sees(clerk, '王建国');
  await sees(clerk, '剩 6 分');
  await shot(clerk, '5s4e-complaints-queue');
  const rows = await clerk.$$eval('tr.bh-open-row', (all) => all.map((row) => (row as HTMLElement).innerText));
  expect(rows).toHaveLength(4);
  const [, second] = await people.supervisor.list('/complaints/complaints');
  await clerk.focus('tr.bh-open-row');
  await clerk.keyboard.press('ArrowDown');
  await clerk.keyboard.press('Enter');
  await sees(clerk, String((await readComplaint(people.supervisor, second as Json))['matter']));
  expect(new URL(clerk.url()).pathname).toBe(page(second as Json));
});

test('SYS-22 CMP-6 the handler proposes twice, the supervisor decides; then the handler may carry it out', async () => {
  const complaint = await only('王建国');
  const to = { unitId: unit('technical-support') };
  await complaintStory.act(people.supervisor, complaint, 'relay', { ...to, text: '请立即处理' });
  await complaintStory.act(people.head, complaint, 'acknowledge', { text: '收到' });
  await complaintStory.act(people.supervisor, complaint, 'check', { text: '属实' });
  await complaintStory.act(people.supervisor, complaint, 'dispatch', to);

  const handler = await company.seat('engineer');
  await company.go(handler, page(complaint));
  await act(handler, 'investigate', async () => {
    await type(handler, '查明事实', '读卡器备件缺货，未及时告知用户');
    await type(handler, '原因', '备件未到');
  });
  await sees(handler, '调查中');
  await act(handler, 'propose', async () => {
    await type(handler, '方案 1', '从南京库调拨读卡器，明日上午上门更换');
    await click(handler, 'button', '再加一个方案');
    await type(handler, '方案 2', '整机更换备用机，原机返厂');
    await shot(handler, '5s4e-complaint-propose');
  });
  await sees(handler, '有方案');
  expect(await handler.$('[data-action="carry-out"]')).toBeNull();

  const supervisor = await company.seat('supervisor');
  await company.go(supervisor, page(complaint));
  await sees(supervisor, '从南京库调拨读卡器');
  await press(supervisor, 'decide');
  await choose(supervisor, '采用方案', '1. 从南京库调拨读卡器，明日上午上门更换');
  await type(supervisor, '要求', '同意第一方案，上门前先致歉');
  await shot(supervisor, '5s4e-complaint-decide');
  await submit(supervisor);
  await sees(supervisor, '已决定');
  await sees(supervisor, '同意第一方案');
  await shot(supervisor, '5s4e-complaint-case');
  // The handler's page follows without being asked again.
  await handler.waitForSelector('[data-action="carry-out"]', { timeout: 20_000 });
  expect((await readComplaint(people.supervisor, complaint))['state']).toBe('decided');
});

test('SYS-22 CMP-10 FRM-3 form 8 stands on the page with both copies; looking files nothing, Ctrl+P files them', async () => {
  const complaint = await only('王建国');
  await complaintStory.act(people.engineer, complaint, 'carry-out', { text: '已更换读卡器并致歉' });
  await complaintStory.act(people.engineer, complaint, 'report', { way: 'paper', missingReason: '原单随设备返厂' });
  const clerk = await company.seat('supervisor');
  await company.go(clerk, page(complaint));
  const pdf = await previewed(clerk, () => click(clerk, '[role=tab]', '投诉处理汇报单'));
  await sees(clerk, '第一联 人力公关部');
  await sees(clerk, '第二联 技术支持');
  expect(await copiesChosen(clerk)).toEqual([true, true]);
  const pages = (await readPdf(pdf)).map(({ text }) => text);
  expect(pages.map((text) => /第.联(人力公关部|技术支持)/.exec(text)?.[1])).toEqual(['人力公关部', '技术支持']);
  await clerk.$eval('.bh-print', (panel) => panel.scrollIntoView());
  await shot(clerk, '5s4e-complaint-report');
  const printed = async (): Promise<number> =>
    (await complaintStory.timeline(people.supervisor, complaint)).filter((action) => action === 'form-printed').length;
  expect(await printed()).toBe(0);
  await chord(clerk, 'Control', 'p');
  await sees(clerk, '下载');
  expect(await printed()).toBeGreaterThan(0);
});

const copiesChosen = (clerk: Page): Promise<boolean[]> =>
  clerk.$$eval('.bh-print .ant-checkbox-group input', (all) => all.map((box) => (box as HTMLInputElement).checked));

test('SYS-23 CMP-9a a customer who is not satisfied makes a second line that is linked to the first', async () => {
  const complaint = await only('王建国');
  const clerk = await company.seat('supervisor');
  await company.go(clerk, page(complaint));
  await act(clerk, 'revisit', async () => {
    await pick(clerk, '客户满意吗', '否');
    await type(clerk, '客户的建议', '希望先发备件再约时间');
    await type(clerk, '说明', '机器又坏了');
  });
  await sees(clerk, '新一条登记');
  await shot(clerk, '5s4e-complaint-revisited');
  const second = (await readComplaint(people.supervisor, complaint))['followedById'];
  await click(clerk, 'a', '打开投诉');
  await sees(clerk, '上一条登记');
  expect(new URL(clerk.url()).pathname).toBe(`/complaints/${String(second)}`);
  await sees(clerk, '机器又坏了');
});
