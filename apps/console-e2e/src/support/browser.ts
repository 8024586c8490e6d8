/// <reference lib="dom" />
/** A real browser before the console: the same Chromium that prints the forms. */
import { mkdirSync } from 'node:fs';
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { cacheFolder, findChromium, writeFontConfig } from '@bihuan/forms';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  const folder = cacheFolder();
  const { path, libraries } = await findChromium(folder, process.env['PUPPETEER_EXECUTABLE_PATH']);
  const start = () => launch(folder, path, libraries);
  // A browser that is killed while it starts says nothing of the console; one that cannot start fails twice.
  return start().catch(start);
}

function launch(folder: string, path: string, libraries: string | undefined): Promise<Browser> {
  return puppeteer.launch({
    executablePath: path,
    headless: 'shell',
    args: FLAGS,
    env: {
      PATH: process.env['PATH'] ?? '',
      LANG: 'C.UTF-8',
      FONTCONFIG_FILE: writeFontConfig(folder, undefined),
      ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
    },
    defaultViewport: { width: 1440, height: 900 },
  });
}

/** Addresses outside the suite that a page asked for; must stay empty (P7 of the reliability tests). */
export function watchForeignRequests(page: Page, origin: string): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) foreign.push(url);
  });
  return foreign;
}

/** Waits until the page shows this text, and says what it shows instead when it never does. */
export async function sees(page: Page, text: string, timeout = 20_000): Promise<void> {
  try {
    await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout, polling: 100 }, text);
  } catch {
    const shown = await page.evaluate(() => document.body.innerText.slice(0, 1_500));
    throw new Error(`The page never showed "${text}". It shows:\n${shown}`);
  }
}

/** Puts the keyboard into the field with this label and types. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await focus(page, label);
  await page.keyboard.type(text);
}

/** Focuses the field that a label names, as a screen reader would find it. */
export async function focus(page: Page, label: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === wanted);
      const field = found?.htmlFor ? document.getElementById(found.htmlFor) : found?.querySelector('input, textarea');
      if (!(field instanceof HTMLElement)) return false;
      field.focus();
      return document.activeElement === field;
    },
    { timeout: 20_000, polling: 100 },
    label,
  );
}

/** Holds one key while the other is pressed: `chord(page, 'Control', 'Enter')`. */
export async function chord(page: Page, hold: 'Control' | 'Alt', key: KeyInput): Promise<void> {
  await page.keyboard.down(hold);
  await page.keyboard.press(key);
  await page.keyboard.up(hold);
}

/** Chooses the option with this text below the heading with that label. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.waitForFunction(
    (heading, wanted) => {
      const item = [...document.querySelectorAll('.ant-form-item')].find(
        (each) => each.querySelector('label[title], .ant-form-item-label label')?.textContent?.trim() === heading,
      );
      const choice = [...(item?.querySelectorAll('label') ?? [])].find((each) => each.textContent?.trim() === wanted);
      choice?.click();
      return choice !== undefined;
    },
    { timeout: 20_000, polling: 100 },
    label,
    option,
  );
}

/** Types into the list with this label until the entry is the one that Enter takes; a list that opens is still moving. */
export async function choose(page: Page, label: string, entry: string): Promise<void> {
  await type(page, label, entry);
  const active = `.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active[title="${entry}"]`;
  await page.waitForSelector(active, { timeout: 20_000 });
  await page.keyboard.press('Enter');
}

/** Opens an act by its name and waits for its form. */
export async function open(page: Page, action: string): Promise<void> {
  await page.waitForSelector(`[data-action="${action}"]`, { timeout: 20_000 });
  await page.click(`[data-action="${action}"]`);
  await page.waitForSelector('.bh-act-form button[type="submit"]', { timeout: 20_000 });
}

/** Sends the open form by keyboard and waits until it is gone. */
export async function submit(page: Page): Promise<void> {
  await chord(page, 'Control', 'Enter');
  try {
    await page.waitForFunction(() => !document.querySelector('.bh-act-form'), { timeout: 20_000, polling: 100 });
  } catch {
    const shown = await page.evaluate(() => document.querySelector('.bh-act-form')?.textContent);
    throw new Error(`The form was not sent. It shows:\n${shown ?? ''}`);
  }
}

/** Logs in with the keyboard in a window of his own, of the size of a desk or of a phone. */
export async function sitDown(
  browser: Browser,
  seat: { readonly url: string; readonly user: string; readonly password: string; readonly phone?: boolean },
): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  if (seat.phone) await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  await page.goto(seat.url, { waitUntil: 'domcontentloaded' });
  await type(page, '用户名', seat.user);
  await type(page, '密码', seat.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.bh-main', { timeout: 20_000 });
  return page;
}

/** For looking at: `CONSOLE_SHOTS=folder npm test` keeps pictures of the pages. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['CONSOLE_SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
