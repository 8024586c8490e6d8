/// <reference lib="dom" />
/** A real browser before the console: the same Chromium that prints the forms. */
import type { Browser, Page } from 'puppeteer-core';
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
export async function chord(
  page: Page,
  hold: 'Control' | 'Alt',
  key: 'Enter' | '0' | '1' | '2' | '3' | '4',
): Promise<void> {
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
