/** A VIP's fault on the dispatcher's board and on the engineer's phone, in a real browser (cable-tv, DSP-1 … DSP-8). */
import type { Json, Person, PlayedSuite } from '@bihuan/server-e2e';
import { orderStory } from '@bihuan/server-e2e';
import { choose, chord, open, pick, sees, shot, submit, type } from './support/browser';
import { type Company, openCompany } from './support/desk';

let company: Company;
let suite: PlayedSuite;
let dispatcher: Person;
let vip: Json;

beforeAll(async () => {
  company = await openCompany('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'cable-tv', SUITE_MODULES: 'dispatch' });
  ({ suite } = company);
  dispatcher = await suite.as('dispatcher');
});
afterAll(() => company.close());

const now = (): Promise<Json> => orderStory.readOrder(dispatcher, vip);

test('SYS-90 DSP-2 the board shows a VIP fault with its clock, says why the first is suggested, and sends him by one key', async () => {
  const page = await company.seat('dispatcher');
  await company.go(page, `/dispatch/board`);
  await sees(page, '都派出去了');
  await orderStory.openOrder(await suite.as('agent'), { description: '点播卡顿' });
  vip = await orderStory.openOrder(await suite.as('agent'), { customerClass: 'vip' });
  await sees(page, '待派（2）');
  await sees(page, '剩 20 分');
  await page.focus(`[data-card="${String(vip['number'])}"]`);
  await page.keyboard.press('Enter');
  await sees(page, '派给他');
  const first = await page.$eval('.bh-candidates li', (row) => row.textContent);
  expect(first).toContain('何建国');
  expect(first).toMatch(/区域|黄花/);
  await shot(page, 'dispatch-board');
  await page.keyboard.press('1');
  await sees(page, '已派单');
  await sees(page, '待派（1）');
  await shot(page, 'dispatch-board-sent');
  expect(await now()).toMatchObject({ state: 'dispatched', engineer: { name: '何建国' } });
});

test('DSP-3 DSP-6 the engineer accepts, agrees a time, arrives, restores and solves on his phone', async () => {
  const phone = await company.seat('engineer2', true);
  await company.go(phone, `/dispatch/today`);
  await sees(phone, '黄花镇政府');
  await shot(phone, 'phone-today');
  await phone.click('.bh-stop');
  await sees(phone, String(vip['number']));
  await open(phone, 'accept');
  await submit(phone);
  await sees(phone, '已承接');
  await open(phone, 'contact');
  await type(phone, '约定上门', '2026-09-17 10:00');
  await submit(phone);
  await sees(phone, '已联系');
  await shot(phone, 'phone-order');
  for (const [action, state] of [
    ['en-route', '已联系'],
    ['arrive', '已到场'],
    ['restore', '已恢复'],
  ] as const) {
    await open(phone, action);
    await submit(phone);
    await sees(phone, state);
  }
  expect(await now()).toMatchObject({ state: 'restored', appointmentAt: '2026-09-17T02:00:00.000Z' });
  await open(phone, 'solve');
  await chord(phone, 'Control', 'Enter');
  await phone.waitForSelector('.ant-form-item-explain-error', { timeout: 20_000 });
  expect((await now())['state']).toBe('restored');
  await choose(phone, '原因', '光缆挖断');
  await submit(phone);
  await sees(phone, '已解决');
});

test('DSP-8a DSP-8b parts and a left-over on the sheet; the customer signs on the screen with the code of his SMS', async () => {
  const phone = await company.seat('engineer2', true);
  await company.go(phone, `/dispatch/today/${String(vip['id'])}`);
  await open(phone, 'fill-sheet');
  await type(phone, '处理', '更换光模块');
  await type(phone, '备件 1', '光模块');
  await type(phone, '遗留 1', '机柜门锁损坏');
  await type(phone, '与客户商定的办法', '下周更换');
  await submit(phone);
  await open(phone, 'send-code');
  await submit(phone);
  const code = await orderStory.codeSent(await suite.as('admin'), vip);
  await open(phone, 'sign');
  await type(phone, '客户验证码', code);
  const pad = await phone.waitForSelector('.bh-sign canvas');
  const box = await pad?.boundingBox();
  if (!box) throw new Error('there is no room to sign');
  await phone.mouse.move(box.x + 40, box.y + 40);
  await phone.mouse.down();
  await phone.mouse.move(box.x + 120, box.y + 70, { steps: 8 });
  await phone.mouse.move(box.x + 200, box.y + 30, { steps: 8 });
  await phone.mouse.up();
  await phone.evaluate(() => {
    const keep = [...document.querySelectorAll<HTMLElement>('.bh-sign button')].at(-1);
    keep?.click();
  });
  await sees(phone, '已签名');
  await shot(phone, 'phone-sign');
  await pick(phone, '客户评价（5 最好）', '5');
  await submit(phone);
  await open(phone, 'feed-back');
  await submit(phone);
  await sees(phone, '已回单');
  expect(await now()).toMatchObject({
    state: 'fed-back',
    rating: 5,
    signature: { withCode: true, marked: false, attachmentId: expect.any(String) },
    sheet: { parts: [{ name: '光模块', quantity: 1 }], leftOver: [{ text: '机柜门锁损坏', measure: '下周更换' }] },
  });
  const [followUp] = (await now())['children'] as Json[];
  expect(followUp).toMatchObject({ source: 'follow-up', state: 'drafted' });
});
