/** A customer at his phone evaluates a service, without a log-in, in a real browser (RVT-8, SYS-17). */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import type { Json, PlayedSuite } from '@bihuan/server-e2e';
import { handle, makeForm, path, playSuite } from '@bihuan/server-e2e';
import { openBrowser, sees, watchForeignRequests } from './support/browser';

let suite: PlayedSuite;
let browser: Browser;
let form: Json;

beforeAll(async () => {
  const modules = { SUITE_MODULES: 'hotline,revisit' };
  [suite, browser] = await Promise.all([playSuite('2026-09-17T08:00:00+08:00', modules, true), openBrowser()]);
  const [agent, engineer] = await Promise.all([suite.as('agent'), suite.as('engineer')]);
  form = await makeForm(agent);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  await handle(engineer, form);
  await agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
  await suite.clock('2026-09-17T12:00:00+08:00');
});

afterAll(async () => {
  await browser.close();
  await suite.close();
});

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['CONSOLE_SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function phone(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  await page.setExtraHTTPHeaders({ 'accept-language': 'zh-CN' });
  await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' }));
  await page.goto(`${suite.url}${address}`, { waitUntil: 'networkidle0' });
  return page;
}

test('SYS-17 RVT-8 the scores are chosen from a list that is empty at first; a wrong number is told, the right one thanked', async () => {
  const page = await phone('/portal/evaluation');
  const foreign = watchForeignRequests(page, suite.url);
  await sees(page, '您认为技术水平');
  const options = await page.$$eval('select[name=technicalLevel] option', (all) => all.map(({ value }) => value));
  expect([options[0], options[1], options.at(-1), options.length]).toEqual(['', '200', '-50', 27]);
  expect(await page.$eval('select[name=attitude]', ({ value }) => value)).toBe('');
  await page.type('input[name=number]', String(form['number']));
  await page.type('input[name=lastFour]', '0000');
  await page.select('select[name=item]', 'after-sales');
  await page.select('select[name=technicalLevel]', '200');
  await page.select('select[name=attitude]', '-50');
  await page.type('textarea[name=remark]', '技术好，但是迟到。');
  await shot(page, 'portal-evaluation');
  await page.click('button[type=submit]');
  await sees(page, '请核对单号和电话后四位');
  await page.$eval('input[name=lastFour]', (input) => (input.value = '5678'));
  await page.click('button[type=submit]');
  await sees(page, '谢谢您的评价');
  await shot(page, 'portal-thanks');
  expect(foreign).toEqual([]);
  const [given] = await (await suite.as('agent')).list('/revisit/evaluations?filter[state]=all');
  expect(given).toMatchObject({
    technicalLevel: 200,
    attitude: -50,
    state: 'to-confirm',
    remark: '技术好，但是迟到。',
  });
}, 60_000);

test('RVT-8 the page speaks English too; a link without its code says so; other addresses of the portal are no pages', async () => {
  const page = await phone('/portal/evaluation');
  await page.click('button.plain');
  await sees(page, 'Last four digits of your phone');
  const questionnaire = await phone('/portal/revisit');
  await sees(questionnaire, '此链接已使用或已过期');
  expect((await questionnaire.goto(`${suite.url}/portal/unknown`))?.status()).toBe(404);
}, 60_000);
