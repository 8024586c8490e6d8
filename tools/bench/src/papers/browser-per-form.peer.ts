/**
 * What most code does: start a browser, load the page, print, end the browser. It has our browser, our font and no
 * network to wait for, so it is faster here than where it is found.
 */
import { cacheFolder, findChromium, writeFontConfig } from '@bihuan/forms';
import puppeteer from 'puppeteer-core';
import { type Peer, twice } from './peer';

/** @param waits until the network is idle, as examples have it */
export async function browserPerForm(waits: boolean): Promise<Peer> {
  const cache = cacheFolder();
  const { path, libraries } = await findChromium(cache, process.env['PUPPETEER_EXECUTABLE_PATH']);
  const env = { ...process.env, FONTCONFIG_FILE: writeFontConfig(cache, undefined), LD_LIBRARY_PATH: libraries };
  return {
    name: waits ? 'a browser per form, as usually written (network idle)' : 'a browser per form, not waiting',
    print: async (sheets) => {
      const args = ['--no-sandbox', '--disable-gpu'];
      const browser = await puppeteer.launch({ executablePath: path, headless: 'shell', args, env });
      try {
        const page = await browser.newPage();
        await page.setContent(twice(sheets), { waitUntil: 'load' });
        if (waits) await page.waitForNetworkIdle();
        return await page.pdf({ format: 'A4', printBackground: true });
      } finally {
        await browser.close();
      }
    },
    close: () => Promise.resolve(),
  };
}
