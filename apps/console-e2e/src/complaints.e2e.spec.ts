/** A VIP's cross-province complaint, from the register to a supervision order, in a real browser (telecom, CMP-1 … CMP-20). */
import type { Page } from 'puppeteer-core';
import type { Json, PlayedSuite } from '@bihuan/server-e2e';
import { complaintStory } from '@bihuan/server-e2e';
import { choose, open, pick, sees, shot, submit, type, chord } from './support/browser';
import { type Company, openCompany } from './support/desk';

let company: Company;
let suite: PlayedSuite;

beforeAll(async () => {
  company = await openCompany('2026-09-14T09:00:00+08:00', { SUITE_PACK: 'telecom', SUITE_MODULES: 'complaints' });
  ({ suite } = company);
});
afterAll(() => company.close());

const seat = (user: string): Promise<Page> => company.seat(user);
const go = (page: Page, path: string): Promise<void> => company.go(page, path);

async function newest(): Promise<Json> {
  const all = await (await suite.as('supervisor')).list('/complaints/complaints?filter[state]=all&page[size]=200');
  const [first] = [...all].sort((a, b) => String(b['number']).localeCompare(String(a['number'])));
  if (!first) throw new Error('no complaint was registered');
  return complaintStory.readComplaint(await suite.as('supervisor'), first);
}

test('SYS-51 CMP-2 the officer registers by the lists of the pack: kinds of the business only, cross-province becomes nation', async () => {
  const page = await seat('agent');
  await go(page, '/complaints/new');
  await type(page, '联系电话', '13812345678');
  await type(page, '客户姓名', '王建国');
  await type(page, '投诉内容', '在省外漫游时无信号，三天无人答复');
  await type(page, '客户要求', '恢复信号并减免月租');
  await choose(page, '业务', 'GSM');
  await choose(page, '问题性质', '网络质量');
  await pick(page, '投诉级别', '省级投诉');
  await pick(page, '跨省投诉', '是');
  await pick(page, '严重程度', '媒体');
  await shot(page, 'complaint-new');
  await chord(page, 'Control', 'Enter');
  await sees(page, '已登记');
  await sees(page, '对外承诺');
  await shot(page, 'complaint-registered');
  expect(await newest()).toMatchObject({
    business: 'gsm',
    kind: 'network-quality',
    level: 'nation',
    gravity: ['media'],
  });
});

test('SYS-52 SYS-55 CMP-3 CMP-4a the centre finds it on top of an older ordinary one, with the clock of its stage, and dispatches it', async () => {
  const ordinary = { business: 'gsm', kind: 'network-quality', level: 'ordinary' };
  await complaintStory.openComplaint(await suite.as('agent'), { ...ordinary, customerName: '普通客户' });
  const page = await seat('supervisor');
  await go(page, '/complaints');
  await sees(page, '王建国');
  const rows = await page.$$eval('.ant-table-row', (all) => all.map((row) => row.textContent));
  expect(rows[0]).toContain('王建国');
  expect(rows[0]).toContain('媒体');
  await shot(page, 'complaints-queue');
  await page.focus('.ant-table-row');
  await page.keyboard.press('Enter');
  await open(page, 'check');
  await submit(page);
  await sees(page, '已复核');
  await open(page, 'dispatch');
  await sees(page, '按路由应派');
  await submit(page);
  await sees(page, '已派单');
  await shot(page, 'complaint-dispatched');
});

test('SYS-59 CMP-20 headquarters puts it under supervision; the unit finds the order among its matters and replies', async () => {
  const [top] = await (await suite.as('hq-head')).list('/complaints/complaints');
  const page = await seat('hq-head');
  await go(page, `/complaints/${String(top?.['id'])}`);
  await open(page, 'supervise');
  await pick(page, '事由', '疑难案件');
  await type(page, '要求', '今天内查明原因并答复');
  await type(page, '完成时限', '2026-09-14 18:00');
  await shot(page, 'complaint-supervise');
  await submit(page);
  await sees(page, '督办单');
  const [order] = await (await suite.as('hq-head')).list('/complaints/supervisions');
  const complaint = await complaintStory.readComplaint(await suite.as('hq-head'), top ?? {});
  const unit = complaint['unit'] as Json;
  expect(order).toMatchObject({ automatic: false, ground: 'difficult', unit: { name: unit['name'] } });

  const head = await seat('network-head');
  await go(head, '/complaints/supervisions');
  await sees(head, '疑难案件');
  await head.focus('.ant-table-row');
  await head.keyboard.press('Enter');
  await sees(head, '今天内查明原因并答复');
  await open(head, 'reply');
  await type(head, '回复', '基站参数已恢复，正在复测');
  await submit(head);
  await sees(head, '已回复');
  await shot(head, 'supervision-replied');
});

test('SYS-56 CMP-8 whoever handles the complaint has no act that speaks to the customer', async () => {
  const complaint = await complaintStory.openComplaint(await suite.as('agent'), {
    business: 'gsm',
    kind: 'network-quality',
    level: 'ordinary',
  });
  const unit = await complaintStory.unitsByCode(await suite.as('supervisor'));
  await complaintStory.act(await suite.as('supervisor'), complaint, 'check', {});
  await complaintStory.act(await suite.as('supervisor'), complaint, 'dispatch', { unitId: unit('henan-network') });
  const page = await seat('network-head');
  await go(page, `/complaints/${String(complaint['id'])}`);
  await sees(page, '调查结果');
  const acts = await page.$$eval('[data-action]', (all) => all.map((one) => one.getAttribute('data-action')));
  expect(acts).toContain('investigate');
  expect(acts).not.toContain('answer');
  await open(page, 'investigate');
  await type(page, '查明事实', '基站扩容时参数错误');
  await choose(page, '原因', '通信资源故障');
  await submit(page);
  await sees(page, '调查中');
  await shot(page, 'complaint-handler');
});
