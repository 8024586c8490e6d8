/** A clerk takes a call with the keyboard alone, and the loop goes on page by page in a real browser. */
import type { Browser, Page } from 'puppeteer-core';
import type { Json, PlayedSuite } from '@bihuan/server-e2e';
import { PASSWORD, path, playSuite } from '@bihuan/server-e2e';
import {
  chord,
  focus,
  openBrowser,
  pick,
  sees,
  shot,
  sitDown as sitDownAt,
  submit,
  type,
  watchForeignRequests,
} from './support/browser';

let suite: PlayedSuite;
let browser: Browser;

beforeAll(async () => {
  [suite, browser] = await Promise.all([playSuite('2026-09-17T08:00:00+08:00', {}, true), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await suite.close();
});

const sitDown = (user: string): Promise<Page> => sitDownAt(browser, { url: suite.url, user, password: PASSWORD });

async function onlyForm(): Promise<Json> {
  const [form] = await (await suite.as('agent')).list('/hotline/problem-forms?filter[state]=all');
  if (!form) throw new Error('no form was made');
  return form;
}

test('HOT-1 HOT-6 a call becomes a referred problem form, by keyboard alone and without a request to anybody else', async () => {
  const page = await sitDown('agent');
  const foreign = watchForeignRequests(page, suite.url);
  await page.goto(`${suite.url}/hotline/desk`, { waitUntil: 'domcontentloaded' });
  await type(page, '来电号码', '13812345678');
  await page.keyboard.press('Enter');
  await sees(page, '未登记的号码');
  await type(page, '来电人', '王建国');
  await type(page, '网点', '城东供电营业厅');
  await type(page, '用户原话', '自助缴费机吞卡，屏幕无显示');
  await chord(page, 'Control', 'Enter');
  await sees(page, '受理已保存');
  await shot(page, 'desk-after-call');
  await chord(page, 'Alt', '2');
  await sees(page, '问题描述');
  await focus(page, '细类');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await sees(page, '硬件');
  await shot(page, 'desk-form');
  await chord(page, 'Control', 'Enter');
  await sees(page, '待转出');
  await chord(page, 'Alt', '1');
  await sees(page, '转出之前，请对用户说');
  await shot(page, 'desk-refer');
  const consent = '已告知用户转往技术支持，用户同意';
  await focus(page, consent);
  await page.keyboard.press('Space');
  await chord(page, 'Control', 'Enter');
  await sees(page, '2026091701001');
  await sees(page, '已转出');
  await shot(page, 'desk-referred');
  expect(await onlyForm()).toMatchObject({ number: '2026091701001', state: 'referred', customerName: '王建国' });
  expect(foreign).toEqual([]);
});

test('SYS-09 HOT-9 engineer, technical manager and officer carry the form on from their own pages', async () => {
  const form = await onlyForm();
  const engineer = await sitDown('engineer');
  await engineer.goto(`${suite.url}${path(form)}`, { waitUntil: 'domcontentloaded' });
  await sees(engineer, '受理');
  await chord(engineer, 'Alt', '1');
  await type(engineer, '约定地点', '城东供电营业厅');
  await chord(engineer, 'Control', 'Enter');
  await sees(engineer, '写方案');
  await chord(engineer, 'Alt', '1');
  await type(engineer, '处理方案', '更换读卡器');
  await chord(engineer, 'Control', 'Enter');
  await sees(engineer, '写处理结果');
  await chord(engineer, 'Alt', '1');
  await type(engineer, '处理结果', '已更换读卡器');
  await chord(engineer, 'Control', 'Enter');
  await sees(engineer, '等热线');
  await shot(engineer, 'form-handled');
  expect((await onlyForm())['state']).toBe('handled');

  const manager = await sitDown('tech-manager');
  await manager.goto(`${suite.url}${path(form)}`, { waitUntil: 'domcontentloaded' });
  await sees(manager, '审核');
  await chord(manager, 'Alt', '1');
  await type(manager, '审核意见', '同意');
  await chord(manager, 'Control', 'Enter');
  await sees(manager, '吴海峰');

  const officer = await sitDown('agent');
  await officer.goto(`${suite.url}${path(form)}`, { waitUntil: 'domcontentloaded' });
  await sees(officer, '答复用户');
  await chord(officer, 'Alt', '1');
  await pick(officer, '用户满意吗', '是');
  await type(officer, '答复内容', '已更换读卡器');
  await chord(officer, 'Control', 'Enter');
  await sees(officer, '已经结束');
  await shot(officer, 'form-concluded');
  expect((await onlyForm())['state']).toBe('concluded');
});

test('SYS-13 RVT-2 the next day the officer calls back from the revisit page', async () => {
  await suite.clock('2026-09-18T09:30:00+08:00');
  const page = await sitDown('agent');
  const [task] = await (await suite.as('agent')).list('/revisit/tasks');
  await page.goto(`${suite.url}/revisit/${String(task?.['id'])}`, { waitUntil: 'domcontentloaded' });
  await sees(page, '城东供电营业厅');
  await shot(page, 'revisit-before');
  await chord(page, 'Alt', '1');
  await chord(page, 'Control', 'Enter');
  await sees(page, '已准备');
  await sees(page, '开始拨打');
  await chord(page, 'Alt', '1');
  await chord(page, 'Control', 'Enter');
  await sees(page, '填写结果');
  await chord(page, 'Alt', '1');
  await pick(page, '机器运行正常吗', '正常');
  await pick(page, '用户是否满意', '满意');
  await shot(page, 'revisit-calling');
  await submit(page);
  await sees(page, '已回访');
  const [done] = await (await suite.as('agent')).list('/revisit/tasks?filter[state]=all');
  expect(done).toMatchObject({ state: 'done', satisfied: true, machineWorks: true });
});

test('DLN-6 the live board shows a clock that moved without being asked again', async () => {
  const page = await sitDown('agent');
  await page.goto(`${suite.url}/board`, { waitUntil: 'domcontentloaded' });
  await sees(page, '时限看板');
  const before = await page.evaluate(() => document.body.innerText);
  expect(before).not.toContain('2026091801001');
  const agent = await suite.as('agent');
  const contact = await agent.do('/hotline/contacts', {
    channel: 'phone',
    callerName: '李秀英',
    callerPhone: '13900001111',
    summary: 'ATM 卡钞',
    category: 'technical',
  });
  await agent.do('/hotline/problem-forms', {
    contactId: contact['id'],
    category: 'technical',
    description: 'ATM 卡钞',
  });
  await sees(page, '2026091801001');
  await shot(page, 'board');
});
