/// <reference lib="dom" />
/** The live board with ten thousand open clocks: all can be reached, the counts are right, changes come by themselves (DLN-6). */
import type { Page } from 'puppeteer-core';
import { Deadlines } from '@bihuan/alarms';
import { UnitOfWork } from '@bihuan/database';
import { systemActor } from '@bihuan/plugin-kit';
import { armClocks } from '@bihuan/server-e2e';
import { sees, shot } from './support/browser';
import { click, openCompany, type Company } from './support/desk';

const CLOCKS = 10_000;
const START = '2026-09-17T09:00:00+08:00';
const HOUR = 3_600_000;

const label = (index: number): string => `20260917${String(index).padStart(5, '0')}`;
const due = (index: number): Date => new Date(Date.parse(START) + 24 * HOUR + index * 60_000);

let company: Company;
let page: Page;

beforeAll(async () => {
  company = await openCompany(START, { SUITE_MODULES: 'hotline' });
  await armClocks(company.suite.running, CLOCKS, due, label);
  page = await company.seat('supervisor');
  await company.go(page, '/board');
});

afterAll(() => company.close());

/** The last row behind all the others: by then every page is read. */
const whole = (rows: number) =>
  page.waitForFunction((count) => document.documentElement.scrollHeight > count * 35, { polling: 100 }, rows);

const shown = (): Promise<string[]> =>
  page.$$eval('tbody .bh-number', (cells) => cells.map(({ textContent }) => textContent ?? ''));

const atKey = async (key: 'End' | 'Home' | 'ArrowUp' | 'PageDown', number: string): Promise<void> => {
  await page.keyboard.press(key);
  await page.waitForFunction(
    (wanted) => document.activeElement?.querySelector('.bh-number')?.textContent === wanted,
    { polling: 100, timeout: 20_000 },
    number,
  );
};

/** Scrolls through the whole board and reads what stands in the window at each stop. */
const walked = (): Promise<string[]> =>
  page.evaluate(async () => {
    const rows = () => [...document.querySelectorAll('tr.bh-open-row')];
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const end = (): number => Math.min(innerHeight, document.documentElement.scrollHeight - scrollY - 80);
    const stands = (): boolean =>
      (rows()[0]?.getBoundingClientRect().top ?? Infinity) < 200 &&
      (rows().at(-1)?.getBoundingClientRect().bottom ?? 0) >= end();
    const found: string[] = [];
    for (let top = 0; top < document.documentElement.scrollHeight; top += 700) {
      scrollTo(0, top);
      await frame();
      for (let frames = 0; !stands(); frames++) {
        if (frames > 300) throw new Error(`no rows at ${top} px`);
        await frame();
      }
      for (const row of rows()) found.push(row.querySelector('.bh-number')?.textContent ?? '');
    }
    return found;
  });

test('DLN-6 ten thousand open clocks are counted, and each is reached by wheel and by keyboard though few are drawn', async () => {
  await sees(page, `在办 ${CLOCKS}`);
  await whole(CLOCKS);
  await sees(page, `在办 ${CLOCKS}`);
  expect((await shown())[0]).toBe(label(0));
  expect((await shown()).length).toBeLessThan(80);
  await page.focus('tr.bh-open-row');
  await atKey('End', label(CLOCKS - 1));
  expect((await shown()).length).toBeLessThan(80);
  await atKey('ArrowUp', label(CLOCKS - 2));
  // Scrolled away, the place is kept: the next arrow comes back to it.
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(
    (first) => document.querySelector('tbody .bh-number')?.textContent === first,
    {},
    label(0),
  );
  await atKey('ArrowUp', label(CLOCKS - 3));
  await atKey('Home', label(0));
  expect(new Set(await walked()).size).toBe(CLOCKS);
  await page.evaluate(() => scrollTo(0, 0));
  await shot(page, 'board-10000');
  // What is not drawn takes no width: every column stands under its head.
  const edges = await page.evaluate(() =>
    ['thead th', 'tr.bh-open-row:not(.bh-room) td'].map((cells) =>
      [...document.querySelectorAll(cells)].slice(0, 6).map((cell) => Math.round(cell.getBoundingClientRect().left)),
    ),
  );
  expect(edges[1]).toEqual(edges[0]);
});

test('DLN-6 what changes comes to the board by itself, wherever it stands in it', async () => {
  const { app } = company.suite.running;
  const met = await app
    .get(UnitOfWork)
    .query<{ id: string }>('select subject_id as id from alarms.deadline where label = any($1)', [
      [label(0), label(9_000)],
    ]);
  for (const { id } of met) {
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (tx) =>
        app.get(Deadlines).meet(tx, { module: 'hotline', kind: 'problem-form', id }, 'requested-time'),
      );
  }
  await sees(page, `在办 ${CLOCKS - 2}`);
  expect((await shown())[0]).toBe(label(1));
  await armClocks(
    company.suite.running,
    1,
    () => new Date(Date.parse(START) + 2 * HOUR),
    () => 'NEW',
  );
  await sees(page, 'NEW');
  expect((await shown())[0]).toBe('NEW');
  await sees(page, `在办 ${CLOCKS - 1}`);
  // The clock is moved past the new one's due time: it turns red where it stands.
  await company.suite.clock('2026-09-17T11:30:00+08:00');
  await sees(page, '超时 1');
  await click(page, '.ant-segmented-item', '超时');
  await page.waitForFunction(() => document.querySelectorAll('tbody .bh-number').length === 1, { polling: 100 });
  expect(await shown()).toEqual(['NEW']);
  await click(page, '.ant-segmented-item', '全部');
  await whole(CLOCKS - 1);
});

test('DLN-6 by unit every unit has its own clocks and counts, which add up', async () => {
  await click(page, '.ant-segmented-item', '按部门');
  await page.waitForSelector('.bh-board-unit');
  const counted = await page.$$eval('.bh-board-unit h2', (heads) =>
    heads.map(({ textContent }) => Number(/在办 (\d+)/.exec(textContent ?? '')?.[1])),
  );
  expect(counted.reduce((sum, each) => sum + each, 0)).toBe(CLOCKS - 1);
  expect(counted.length).toBeGreaterThan(1);
  await shot(page, 'board-10000-units');
  await page.evaluate(() => scrollTo(0, 9_000));
  await click(page, 'button', 'English');
  await sees(page, 'Deadline board');
  await shot(page, 'board-10000-english');
});
