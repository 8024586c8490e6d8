/** Telecom's complaint centre: the queue by priority, and a promise that has to be given anew (002 part 1 §2). */
import type { Json, Person } from '@bihuan/server-e2e';
import { complaintStory } from '@bihuan/server-e2e';
import { chord, focus, sees, shot, submit, type } from './support/browser';
import { openCompany, press, type Company } from './support/desk';

const { complaintPath, openComplaint, readComplaint } = complaintStory;

let company: Company;
let agent: Person;
let centre: Person;
let vipCase: Json;

const gsm: Json = { business: 'gsm', kind: 'network-quality', level: 'ordinary' };

/** Three ordinary ones, and an hour later a VIP's with the press behind him. */
beforeAll(async () => {
  company = await openCompany('2026-09-14T09:00:00+08:00', { SUITE_MODULES: 'complaints', SUITE_PACK: 'telecom' });
  const { suite } = company;
  [agent, centre] = await Promise.all([suite.as('agent'), suite.as('supervisor')]);
  const vip = await agent.do('/customers', { name: '郑州机械集团有限公司', kind: 'company', level: 'vip' });
  await openComplaint(agent, { ...gsm, customerName: '张伟', matter: '小区里经常掉话' });
  await openComplaint(agent, {
    business: 'broadband',
    kind: 'own-network-quality',
    level: 'ordinary',
    customerName: '刘洋',
    phone: '13900001111',
    matter: '晚上宽带很慢',
  });
  await openComplaint(agent, { ...gsm, level: 'province', customerName: '陈静', phone: '13700002222' });
  await suite.clock('2026-09-14T10:00:00+08:00');
  vipCase = await openComplaint(agent, {
    ...gsm,
    customerId: vip['id'],
    customerName: '郑州机械集团有限公司',
    crossProvince: true,
    gravity: ['media'],
    matter: '出差到武汉后全体员工的手机都打不通，已有记者来问',
    demand: '当天恢复漫游通话',
    promisedAt: '2026-09-15T18:00:00+08:00',
  });
});

afterAll(() => company.close());

const page = (complaint: Json): string => complaintPath(complaint).replace('/complaints', '');

test('SYS-55 CMP-3 VIP and media stand on top of the queue, above the older ordinary ones; Enter opens the first', async () => {
  const clerk = await company.seat('supervisor');
  await company.go(clerk, '/complaints');
  await sees(clerk, '郑州机械集团');
  await shot(clerk, 'telecom-queue');
  const rows = await clerk.$$eval('tr.bh-open-row', (all) => all.map((row) => (row as HTMLElement).innerText));
  const listed = await centre.list('/complaints/complaints');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toContain('郑州机械集团');
  expect(rows[0]).toContain('媒体');
  rows.forEach((row, place) => expect(row).toContain(String(listed[place]?.['number'])));
  await clerk.focus('tr.bh-open-row');
  await clerk.keyboard.press('Enter');
  await sees(clerk, '出差到武汉后');
  expect(new URL(clerk.url()).pathname).toBe(page(vipCase));
});

test('SYS-57 CMP-8a CMP-4f DLN-3 promised anew with a reason: the page keeps both times, the centre is told', async () => {
  const clerk = await company.seat('agent');
  await company.go(clerk, page(vipCase));
  await sees(clerk, '答应用户的时间');
  await press(clerk, 're-promise');
  await type(clerk, '新的承诺时间', '2026-09-15 17:00');
  await type(clerk, '原因', '需与湖北网络部联调');
  await chord(clerk, 'Control', 'Enter');
  await sees(clerk, '须晚于原承诺');
  await shot(clerk, 'telecom-re-promise-refused');
  await focus(clerk, '新的承诺时间');
  await chord(clerk, 'Control', 'a');
  await clerk.keyboard.type('2026-09-18 18:00');
  await submit(clerk);
  await sees(clerk, '需与湖北网络部联调');
  await sees(clerk, '进展回复');
  await clerk.hover('[data-stage="promised"]');
  await sees(clerk, '应于 2026-09-18 周五 18:00');
  await sees(clerk, '原定 2026-09-15 周二 18:00');
  await shot(clerk, 'telecom-re-promised');

  const head = await company.seat('supervisor');
  await company.go(head, '/notices');
  await sees(head, '重新承诺');
  await sees(head, String(vipCase['number']));
  const { deadlines } = await readComplaint(centre, vipCase);
  const clock = (deadlines as Json[]).find(({ stage }) => stage === 'promised');
  expect([clock?.['firstDueAt'], clock?.['dueAt']].map((at) => new Date(String(at)).toISOString())).toEqual([
    '2026-09-15T10:00:00.000Z',
    '2026-09-18T10:00:00.000Z',
  ]);
});
