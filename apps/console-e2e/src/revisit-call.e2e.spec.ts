/** The caller's list: two matters of one customer in one call; an evaluation that an officer turns into a complaint (RVT-2, RVT-8b). */
import request from 'supertest';
import type { Json, Person } from '@bihuan/server-e2e';
import { handle, makeForm, path } from '@bihuan/server-e2e';
import { pick, sees, shot, type } from './support/browser';
import { act, openCompany, type Company } from './support/desk';

let company: Company;
let agent: Person;
const forms: Json[] = [];

/** Three faults solved on Thursday, two of them of the same customer. */
beforeAll(async () => {
  company = await openCompany('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'hotline,revisit' });
  const { suite } = company;
  agent = await suite.as('agent');
  const engineer = await suite.as('engineer');
  const faults: readonly (readonly [Json, Json])[] = [
    [{ callerName: '王建国', callerPhone: '13812345678' }, { description: '自助缴费机吞卡，屏幕无显示' }],
    [
      { callerName: '王建国', callerPhone: '13812345678' },
      { description: '发卡机不出卡', site: '城西营业厅' },
    ],
    [
      { callerName: '李秀英', callerPhone: '13900001111' },
      { description: 'ATM 卡钞', mobile: '13900001111' },
    ],
  ];
  for (const [contact, form] of faults) {
    const made = await makeForm(agent, form, contact);
    await agent.do(`${path(made)}/refer`, { customerAgreed: true });
    await handle(engineer, made);
    forms.push(await agent.do(`${path(made)}/answer`, { text: '已处理', satisfied: true }));
  }
  await suite.clock('2026-09-18T09:30:00+08:00');
});

afterAll(() => company.close());

test('SYS-13 RVT-1a RVT-2 yesterday’s faults stand on the list, two of one customer in one call, each with its own result', async () => {
  const page = await company.seat('agent');
  const tasks = await agent.list('/revisit/tasks');
  const his = tasks.filter(({ customerName }) => customerName === '王建国');
  await company.go(page, `/revisit/${String(his[0]?.['id'])}`);
  await sees(page, '自助缴费机吞卡');
  await sees(page, '发卡机不出卡');
  for (const { number } of forms) await sees(page, String(number));
  await act(page, 'prepare');
  await act(page, 'start');
  await shot(page, 'revisit-call');
  await act(page, 'result', async () => {
    await pick(page, '机器运行正常吗', '正常');
    await pick(page, '用户是否满意', '满意');
  });
  await sees(page, '已回访');
  const open = await agent.list('/revisit/tasks');
  expect(open.map(({ number }) => number)).not.toContain(his[0]?.['number']);
  expect(open.map(({ number }) => number)).toContain(his[1]?.['number']);
});

test('SYS-18 RVT-8b a very dissatisfied evaluation waits on the officer’s list; confirmed, it is handed on as a complaint', async () => {
  const [form] = forms;
  const given = { number: form?.['number'], lastFour: '5678', item: 'after-sales', technicalLevel: -50, attitude: -50 };
  const answer = await request(company.suite.url)
    .post('/api/portal/evaluations')
    .send({ ...given, remark: '师傅态度很差，机器第二天又坏了' });
  expect([answer.status, answer.body as Json]).toEqual([201, expect.anything()]);
  const page = await company.seat('supervisor');
  await company.go(page, '/evaluations');
  await sees(page, '师傅态度很差');
  await shot(page, 'evaluations-to-confirm');
  await page.focus('tr.bh-open-row');
  await page.keyboard.press('Enter');
  await sees(page, '技术水平 -50 · 服务态度 -50');
  await shot(page, 'evaluation');
  await act(page, 'confirm', () => type(page, '说明', '已与用户核实'));
  await sees(page, '已与用户核实');
  const [row] = await (await company.suite.as('supervisor')).list('/revisit/evaluations?filter[state]=all');
  expect(row).toMatchObject({ state: 'confirmed', technicalLevel: -50 });
});
