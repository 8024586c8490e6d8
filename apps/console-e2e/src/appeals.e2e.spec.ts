/** A ministry case at the appeals desk and in the branch, in a real browser (telecom, APL-1 … APL-7). */
import type { Page } from 'puppeteer-core';
import type { Json, PlayedSuite } from '@bihuan/server-e2e';
import { appealStory } from '@bihuan/server-e2e';
import { choose, chord, open, pick, sees, shot, submit, type } from './support/browser';
import { type Company, openCompany } from './support/desk';

let company: Company;
let suite: PlayedSuite;

beforeAll(async () => {
  company = await openCompany('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'telecom', SUITE_MODULES: 'appeals' });
  ({ suite } = company);
});
afterAll(() => company.close());

const seat = (user: string): Promise<Page> => company.seat(user);
const go = (page: Page, path: string): Promise<void> => company.go(page, path);

async function only(): Promise<Json> {
  const desk = await suite.as('regulator-desk');
  const [one] = await desk.list('/appeals/appeals?filter[state]=all');
  if (!one) throw new Error('no appeal was received');
  return (await desk.get(appealStory.appealPath(one))).body;
}

test('SYS-70 SYS-71 APL-1 APL-2 the desk takes a case in and sees five clocks, shortened to the regulator’s date', async () => {
  const page = await seat('regulator-desk');
  await go(page, '/appeals/new');
  await choose(page, '监管部门', '部申诉受理中心');
  await type(page, '案号', '部申[2026]118号');
  await type(page, '联系电话', '13812345678');
  await type(page, '申诉人', '王建国');
  await type(page, '申诉事项', '宽带包年费用被重复扣收，多次投诉未退');
  await choose(page, '业务', '互联网');
  await choose(page, '性质', '收费争议');
  await type(page, '监管回复期限', '2026-09-24 18:00');
  await shot(page, 'appeal-new');
  await chord(page, 'Control', 'Enter');
  await sees(page, '已接收');
  await sees(page, '五个时限');
  const marked = await page.$eval('[data-stage="outer"]:is(tr)', (row) => row.textContent);
  expect(marked).toContain('按监管要求缩短');
  await shot(page, 'appeal-received');
  await open(page, 'dispatch');
  await choose(page, '派往部门', '河南省投诉处理中心');
  await submit(page);
  await sees(page, '已派单');
  expect(await only()).toMatchObject({ state: 'dispatched', caseNumber: '部申[2026]118号' });
});

test('SYS-72 APL-3 the branch works through its steps; a report without evidence or explanation is refused at its field', async () => {
  const page = await seat('henan-appeals');
  await go(page, `/appeals/${String((await only())['id'])}`);
  await open(page, 'accept');
  await submit(page);
  await open(page, 'verify');
  await type(page, '查明事实', '套餐变更时重复出账一笔');
  await submit(page);
  await open(page, 'plan');
  await sees(page, '处理原则');
  await type(page, '处理方案', '退费 1200 元，补偿一个月');
  await submit(page);
  await open(page, 'answer');
  await type(page, '答复内容', '已说明原因、致歉并告知退费时间');
  await submit(page);
  await open(page, 'report');
  await type(page, '报告内容', '经查系统重复出账，已全额退费');
  await chord(page, 'Control', 'Enter');
  await sees(page, '没有证据的须说明原因');
  expect((await only())['state']).toBe('answered');
  await type(page, '没有证据的说明', '日志已过保存期');
  await shot(page, 'appeal-report');
  await submit(page);
  await sees(page, '已上报');
});

test('SYS-73 APL-4 no letter stands there before the report is approved; it is sent back once and approved', async () => {
  const desk = await seat('regulator-desk');
  const id = String((await only())['id']);
  await go(desk, `/appeals/${id}`);
  await sees(desk, '申诉处理报告');
  expect(await desk.evaluate(() => document.body.innerText)).not.toContain('申诉答复函');
  await open(desk, 'send-back');
  await type(desk, '退回原因', '请附账务依据');
  await submit(desk);
  await sees(desk, '退回 1 次');
  const branch = await suite.as('henan-appeals');
  await appealStory.branchReports(suite, branch, { id });
  await go(desk, `/appeals/${id}`);
  await open(desk, 'approve');
  await submit(desk);
  await sees(desk, '已审核');
  await sees(desk, '申诉答复函');
  // The round that was approved stands beside the one that was sent back.
  await sees(desk, '第 2 轮');
  await shot(desk, 'appeal-approved');
});

test('SYS-75 APL-6 APL-7 a conclusion without its ground is refused; the archive shows its seal', async () => {
  const desk = await suite.as('regulator-desk');
  const one = await only();
  await desk.do(appealStory.appealPath(one, 'reply'), { text: '已退费并致歉' });
  await desk.do(appealStory.appealPath(one, 'revisit'), { satisfied: true });
  const page = await seat('regulator-desk');
  await go(page, `/appeals/${String(one['id'])}`);
  await open(page, 'conclude');
  await pick(page, '结论', '企业责任');
  await chord(page, 'Control', 'Enter');
  await page.waitForSelector('.ant-form-item-explain-error', { timeout: 20_000 });
  expect((await only())['state']).toBe('revisited');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.bh-act-form'), { timeout: 20_000 });
  const pack = (await desk.get('/packs/active')).body as { modules: { appeals: { conclusions: Json[] } } };
  const liable = pack.modules.appeals.conclusions.find(({ code }) => code === 'liable');
  const [ground] = (liable?.['grounds'] ?? []) as Json[];
  await desk.do(appealStory.appealPath(one, 'conclude'), {
    conclusion: 'liable',
    ground: ground?.['code'],
    cause: '内部管理流程不畅',
    liability: '管理责任',
    tags: ['重复出账'],
  });
  await sees(page, '企业责任');
  await open(page, 'archive');
  await submit(page);
  await sees(page, '档案');
  await page.evaluate(() => {
    const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
    tabs.find((tab) => tab.textContent === '档案')?.click();
  });
  await sees(page, '内容与封存时一致');
  await shot(page, 'appeal-archive');
});
