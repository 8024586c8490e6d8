/// <reference lib="dom" />
/** A company at work: its suite, a browser, and clerks who sit down at it; acts by the key that stands on their button. */
import type { KeyInput, Page } from 'puppeteer-core';
import type { PlayedSuite } from '@bihuan/server-e2e';
import { PASSWORD, playSuite } from '@bihuan/server-e2e';
import { chord, openBrowser, sitDown, submit } from './browser';

export interface Company {
  readonly suite: PlayedSuite;
  /** Logs in with the keyboard in a window of his own. */
  seat(user: string, phone?: boolean): Promise<Page>;
  /** Opens an address of the suite. */
  go(page: Page, address: string): Promise<void>;
  close(): Promise<void>;
}

export async function openCompany(start: string, env: Record<string, string>): Promise<Company> {
  const [suite, browser] = await Promise.all([playSuite(start, env, true), openBrowser()]);
  return {
    suite,
    seat: (user, phone = false) => sitDown(browser, { url: suite.url, user, password: PASSWORD, phone }),
    go: async (page, address) => {
      await page.goto(`${suite.url}${address}`, { waitUntil: 'domcontentloaded' });
    },
    close: async () => {
      await browser.close();
      await suite.close();
    },
  };
}

/** Presses the key that stands on the button of this act, and waits for its form. */
export async function press(page: Page, action: string): Promise<void> {
  const button = await page.waitForSelector(`[data-action="${action}"]`, { timeout: 20_000 });
  const key = await button?.$eval('kbd', (hint) => hint.textContent?.split('+')[1] ?? '');
  if (!key) throw new Error(`no key on the act "${action}"`);
  await chord(page, 'Alt', key as KeyInput);
  await page.waitForSelector('.bh-act-form', { timeout: 20_000 });
}

/** An act by keyboard alone; `fill` types what its form asks for. */
export async function act(page: Page, action: string, fill?: () => Promise<void>): Promise<void> {
  await press(page, action);
  await fill?.();
  await submit(page);
}

/** Clicks the tab, link or button that says this. */
export async function click(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    (where, wanted) => {
      const found = [...document.querySelectorAll<HTMLElement>(where)].find((each) =>
        each.textContent?.includes(wanted),
      );
      found?.click();
      return found !== undefined;
    },
    { timeout: 20_000, polling: 100 },
    selector,
    text,
  );
}

/** The PDF at the address which a preview asks for when it is opened; the browser of the tests has no viewer. */
export async function previewed(page: Page, opened: () => Promise<void>): Promise<Buffer> {
  const [asked] = await Promise.all([
    page.waitForRequest((each) => new URL(each.url()).pathname.endsWith('.pdf'), { timeout: 30_000 }),
    opened(),
  ]);
  await page.waitForSelector('iframe.bh-pdf', { timeout: 30_000 });
  const letters = await page.evaluate(async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    return [...bytes].map((each) => String.fromCharCode(each)).join('');
  }, asked.url());
  return Buffer.from(letters, 'latin1');
}

/** A signature with the finger. */
export async function draw(page: Page): Promise<void> {
  const pad = await page.waitForSelector('.bh-sign canvas');
  await pad?.scrollIntoView();
  const box = await pad?.boundingBox();
  if (!box) throw new Error('there is no room to sign');
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  const strokes = [
    [0.4, 0.7],
    [0.5, 0.2],
    [0.6, 0.8],
    [0.8, 0.4],
  ] as const;
  await page.mouse.move(...at(0.2, 0.3));
  await page.mouse.down();
  for (const [x, y] of strokes) await page.mouse.move(...at(x, y), { steps: 4 });
  await page.mouse.up();
}
