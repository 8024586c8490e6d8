/** A full board of the cable operator: suggestion and its reasons, two dispatchers at one order, the code on the phone (DSP-2, DSP-3, DSP-8a). */
import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Json, Person } from '@bihuan/server-e2e';
import { orderStory } from '@bihuan/server-e2e';
import { chord, focus, pick, sees, shot, submit, type } from './support/browser';
import { click, draw, openCompany, type Company } from './support/desk';

const { codeSent, openOrder, orderPath, readOrder } = orderStory;

let company: Company;
let agent: Person;
let dispatcher: Person;
let engineer: Person;
let vip: Json;

const others: readonly Json[] = [
  { customerName: '李秀英', site: '黄花镇长龙小区3栋', description: '点播卡顿', phone: '13900001111' },
  { customerName: '跳马中心小学', site: '教学楼', region: '跳马镇', productLine: 'two-way', description: '宽带断网' },
  { customerName: '赵国强', site: '黄花镇机场口', type: 'installation', description: '新装机顶盒两台' },
];

beforeAll(async () => {
  company = await openCompany('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'cable-tv', SUITE_MODULES: 'dispatch' });
  const { suite } = company;
  const hr = await suite.as('hr');
  [agent, dispatcher, engineer] = await Promise.all([suite.as('agent'), suite.as('dispatcher'), suite.as('engineer2')]);
  const units = new Map((await agent.list('/units')).map((unit) => [unit['code'], String(unit['id'])]));
  await hr.do('/duty/shifts', {
    unitId: units.get('station-huanghua'),
    employeeId: engineer.employeeId,
    from: '2026-09-17T08:00:00+08:00',
    to: '2026-09-17T20:00:00+08:00',
    kind: 'shift',
  });
  const orders: Json[] = [];
  for (const one of others) orders.push(await openOrder(agent, one));
  await give(orders[0] as Json, 'engineer3', '2026-09-17T11:00:00+08:00');
  await give(orders[1] as Json, 'engineer4', '2026-09-17T14:30:00+08:00');
  await suite.clock('2026-09-17T09:05:00+08:00');
  vip = await openOrder(agent, {
    customerClass: 'vip',
    address: '黄花镇人民路1号',
    description: '会议室机顶盒无信号，十点开电视会议',
  });
});

afterAll(() => company.close());

/** An order that is somebody's already, with the time agreed with the customer. */
async function give(order: Json, user: string, appointmentAt: string): Promise<void> {
  const person = await company.suite.as(user);
  await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: person.employeeId });
  await person.do(`${orderPath(order)}/accept`);
  await person.do(`${orderPath(order)}/contact`, { appointmentAt });
}

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (found) => (found as HTMLElement).innerText);

test('SYS-91 SYS-26 DSP-2 the nearest clock stands first; who is suggested and why; whose licence expired is not; a digit assigns', async () => {
  const page = await company.seat('dispatcher');
  await company.go(page, '/dispatch/board');
  await sees(page, '待派（2）');
  await sees(page, '剩 20 分');
  expect(await text(page, '[data-cards] [data-card]')).toContain(vip['number']);
  await page.focus(`[data-card="${String(vip['number'])}"]`);
  await page.keyboard.press('Enter');
  await sees(page, '派给他');
  const first = await text(page, '.bh-candidates li');
  expect(first).toContain('何建国');
  for (const reason of ['黄花', '在岗', '证']) expect(first).toContain(reason);
  expect(await text(page, '.bh-candidates')).not.toContain('曹阳');
  await shot(page, 'board-full');
  await page.keyboard.press('1');
  await sees(page, '待派（1）');
  await sees(page, '已派单');
  await shot(page, 'board-assigned');
  expect(await readOrder(dispatcher, vip)).toMatchObject({ state: 'dispatched', engineer: { name: '何建国' } });
});

test('SYS-91 a second dispatcher who assigns the same order is told who has it', async () => {
  const order = await openOrder(agent, { customerName: '周涛', site: '黄花镇卫生院' });
  const page = await company.seat('dispatcher2');
  await company.go(page, `/dispatch/board?order=${String(order['id'])}`);
  await sees(page, '派给他');
  // Both press at once: what she sends waits on its way until the other one's answer is there.
  const other = await company.suite.as('engineer3');
  await page.setRequestInterception(true);
  const holdBack = async (request: HTTPRequest): Promise<void> => {
    if (request.method() === 'POST' && request.url().endsWith('/dispatch')) {
      await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: other.employeeId });
    }
    await request.continue();
  };
  page.on('request', (request) => void holdBack(request));
  await page.keyboard.press('1');
  await sees(page, '刚刚已派给 程功');
  await shot(page, 'board-taken');
  expect(await readOrder(dispatcher, order)).toMatchObject({ state: 'dispatched', engineer: { name: '程功' } });
});

test('SYS-90 DSP-3 the engineer finds it on his phone with the next act, and works to the solution', async () => {
  const page = await company.seat('engineer2', true);
  await company.go(page, '/dispatch/today');
  await sees(page, '王建国 · 黄花镇政府');
  await shot(page, 'phone-day');
  await click(page, 'a.bh-stop', '王建国');
  await sees(page, '会议室机顶盒无信号');
  await sees(page, '138 1234 5678');
  await shot(page, 'phone-case');
  await tap(page, 'accept', '已承接');
  await tap(page, 'contact', '已联系', () => type(page, '约定上门', '2026-09-17 09:40'));
  await company.suite.clock('2026-09-17T09:40:00+08:00');
  await tap(page, 'arrive', '已到场');
  await tap(page, 'restore', '已恢复', () => type(page, '说明', '临时跳线恢复'));
  await shot(page, 'phone-restored');
  await engineer.do(`${orderPath(vip)}/solve`, { cause: 'line', text: '更换入户线 20 米' });
  await sees(page, '已解决');
});

test('SYS-90 DSP-8a a wrong code is refused in words and nothing is signed; with the right one the sheet says so', async () => {
  const page = await company.seat('engineer2', true);
  await company.go(page, `/dispatch/today/${String(vip['id'])}`);
  await tap(page, 'send-code', '填服务单');
  const code = await codeSent(await company.suite.as('admin'), vip);
  await press(page, 'sign');
  await type(page, '客户验证码', code === '000000' ? '000001' : '000000');
  await draw(page);
  await click(page, '.bh-sign button', '确认签名');
  await sees(page, '已签名');
  await chord(page, 'Control', 'Enter');
  await sees(page, '验证码不正确');
  await shot(page, 'phone-wrong-code');
  expect((await readOrder(engineer, vip))['signature']).toBeNull();
  await focus(page, '客户验证码');
  await chord(page, 'Control', 'a');
  await page.keyboard.type(code);
  await pick(page, '客户评价（5 最好）', '5');
  await page.$eval('.bh-sign', (pad) => pad.scrollIntoView({ block: 'center' }));
  await shot(page, 'phone-signing');
  await submit(page);
  await click(page, '.ant-collapse-header', '服务单');
  await sees(page, '已用客户验证码');
  await shot(page, 'phone-signed');
  expect((await readOrder(engineer, vip))['signature']).toMatchObject({ withCode: true, marked: false });
});

/** A phone has no Alt key: the button itself is pressed. */
async function press(page: Page, action: string): Promise<void> {
  const button = await page.waitForSelector(`[data-action="${action}"]`, { timeout: 20_000 });
  await button?.tap();
  await page.waitForSelector('.bh-act-form', { timeout: 20_000 });
}

async function tap(page: Page, action: string, state: string, fill?: () => Promise<void>): Promise<void> {
  await press(page, action);
  await fill?.();
  const send = await page.waitForSelector('.bh-act-form button[type=submit]');
  await send?.tap();
  await page.waitForFunction(() => !document.querySelector('.bh-act-form'), { timeout: 20_000, polling: 100 });
  await sees(page, state);
}
