/** A figure on the page opens down to its cases: complaints per thousand customers on the base that was entered (RPT-1c, RPT-2). */
import type { Json, Person } from '@bihuan/server-e2e';
import { complaintStory } from '@bihuan/server-e2e';
import { chord, sees, shot } from './support/browser';
import { openCompany, type Company } from './support/desk';

const { act, openComplaint } = complaintStory;
const gsm: Json = { business: 'gsm', kind: 'network-quality', level: 'ordinary' };

let company: Company;
let manager: Person;
const numbers: string[] = [];

/** Three complaints, two of them answered. */
beforeAll(async () => {
  company = await openCompany('2026-09-14T09:00:00+08:00', {
    SUITE_MODULES: 'complaints,reporting',
    SUITE_PACK: 'telecom',
  });
  const { suite } = company;
  const agent = await suite.as('agent');
  manager = await suite.as('manager');
  for (const customerName of ['张伟', '刘洋', '陈静']) {
    const one = await openComplaint(agent, { ...gsm, customerName });
    numbers.push(String(one['number']));
    if (customerName !== '陈静') await act(agent, one, 'answer', { outcome: 'solved', way: 'phone', satisfied: true });
  }
  await suite.clock('2026-09-14T10:00:00+08:00');
});

afterAll(() => company.close());

test('SYS-66 RPT-1c without its base the page gives no rate; with it the rate, and one key opens the cases behind it', async () => {
  const page = await company.seat('manager');
  await company.go(page, '/figures/complaint-rate?period=2026-09');
  await sees(page, '2026 年 9 月');
  await page.waitForSelector('.bh-figure', { timeout: 20_000 });
  const bare = await page.$eval('.bh-figure', (box) => (box as HTMLElement).innerText);
  expect(bare).not.toContain('%');
  await manager.do('/reporting/base-figures', {
    figure: 'customers',
    period: '2026-09',
    rows: [{ value: 1200, business: 'gsm' }],
  });
  await company.go(page, '/figures/complaint-rate?period=2026-09');
  await sees(page, '1,200');
  await shot(page, 'figure');
  await chord(page, 'Alt', 'c');
  for (const number of numbers) await sees(page, number);
  await shot(page, 'figure-cases');
  expect(await page.$$eval('tr.bh-open-row', (rows) => rows.length)).toBe(3);
  await page.focus('tr.bh-open-row');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.pathname.startsWith('/complaints/'), { timeout: 20_000 });
});

test('SYS-66 RPT-10 the dashboard shows the month with its charts', async () => {
  const page = await company.seat('manager');
  await company.go(page, '/dashboard');
  await sees(page, '投诉');
  await page.waitForSelector('svg', { timeout: 20_000 });
  await shot(page, 'dashboard');
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('NaN');
});
