/** How fast forms are made: warm, in a batch, and against the usual code, a browser for each form (FRM-2, performance.md §1). */
import { randomInt } from 'node:crypto';
import {
  cacheFolder,
  createRenderer,
  findChromium,
  type FormDefinition,
  type FormRenderer,
  writeFontConfig,
} from '@bihuan/forms';
import puppeteer from 'puppeteer-core';
import { z } from 'zod';
import { median } from './load/statistics';
import type { BenchRow } from './row';

const schema = z.object({ number: z.string(), unit: z.string(), blocks: z.array(z.string()) });
type Paper = z.infer<typeof schema>;

/** A page of five tables and some 570 characters, in two copies: the form performance.md measures. */
const PAPER: FormDefinition<Paper> = {
  code: 'bench-paper',
  title: { 'zh-CN': '用户问题处理表', en: 'Bench paper' },
  module: 'bench',
  version: '1',
  paper: { size: 'A4' },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '人力公关部', en: 'HR and PR' } },
    { label: { zh: '第二联', en: 'Copy 2' }, holder: { zh: '事业部', en: 'Division' } },
  ],
  register: false,
  numberKey: 'number',
  unitKey: 'unit',
  schema,
  template: `{{#each blocks}}<table class="sheet"><tr><th>受理记录</th><td colspan="3">{{this}}</td></tr>
<tr><th>处理人</th><td>王建国</td><th>处理时间</th><td>{{ymd '2026-09-17'}}</td></tr></table><br>{{/each}}`,
  sample: { number: '20260917012001', unit: '华南电子工程有限公司', blocks: ['用户反映取款机不能出钞。'] },
};

const TEXT =
  '用户反映今日上午取款机提示暂停服务，出钞口有异响，已按提示重启一次仍未恢复，希望当日内修复；' +
  '已与网点联系并确认下午可以进场，携带模块一套，更换磨损皮带并清洁通道后连续试机二百张未见卡钞，负责人确认机器恢复正常。';

/** Five blocks of common text with a few characters of each form's own, as names and addresses are. */
const paper = (index: number): Paper => ({
  number: `20260917012${String(index).padStart(3, '0')}`,
  unit: '华南电子工程有限公司',
  blocks: Array.from(
    { length: 5 },
    () => TEXT + String.fromCharCode(...Array.from({ length: 6 }, () => randomInt(0x4e00, 0x9000))),
  ),
});

const WARM_UP = 20;
const SINGLES = 60;
const BATCH = 50;
const BATCHES = 6;
const USUAL = 6;

/** Runs for about half a minute. Needs Chromium as the renderer does. */
export async function benchForms(): Promise<BenchRow[]> {
  const renderer = createRenderer();
  try {
    for (let form = 0; form < WARM_UP; form++) await renderer.render(PAPER, paper(form));
    const singles: number[] = [];
    const usual: number[] = [];
    const hurried: number[] = [];
    let size = 0;
    // Both ways in turns: a busy machine slows both.
    for (let round = 0; round < USUAL; round++) {
      for (let form = 0; form < SINGLES / USUAL; form++) {
        const { milliseconds, result } = await timed(() => renderer.render(PAPER, paper(form)));
        singles.push(milliseconds);
        size = Math.max(size, result.pdf.length);
      }
      usual.push((await timed(() => browserPerForm(renderer, paper(round), true))).milliseconds);
      hurried.push((await timed(() => browserPerForm(renderer, paper(round), false))).milliseconds);
    }
    const batches: number[] = [];
    let part = 0;
    for (let round = 0; round < BATCHES; round++) {
      const items = Array.from({ length: BATCH }, (_none, form) => ({ definition: PAPER, data: paper(form) }));
      const { milliseconds, result } = await timed(() => renderer.renderBatch(items));
      batches.push((BATCH * 1000) / milliseconds);
      part = Math.max(part, ...result.parts.map(({ pdf }) => pdf.length));
    }
    const { memory } = await renderer.health();
    const [warm, batch, naive, load] = [singles, batches, usual, hurried].map(median) as [
      number,
      number,
      number,
      number,
    ];
    return [
      { name: 'form of two pages, warm, p50', value: warm, unit: 'ms', goal: { atMost: 80 }, ratio: naive / warm },
      {
        name: `batch of ${BATCH} forms of two pages, stamped and cut, p50`,
        value: batch,
        unit: 'forms/s',
        goal: { atLeast: 60 },
        ratio: (naive * batch) / 1_000,
      },
      { name: 'one browser per form, as usually written (until the network is idle), p50', value: naive, unit: 'ms' },
      { name: 'one browser per form ÷ warm form', value: naive / warm, unit: '×', goal: { atLeast: 10 } },
      { name: 'one browser per form without waiting for the network, p50', value: load, unit: 'ms' },
      { name: 'the same ÷ warm form', value: load / warm, unit: '×' },
      { name: 'the same ÷ form of a batch', value: (load * batch) / 1_000, unit: '×', goal: { atLeast: 10 } },
      { name: 'largest form of two pages', value: size / 1000, unit: 'KB', goal: { atMost: 60 } },
      { name: 'largest form cut out of a batch', value: part / 1000, unit: 'KB', goal: { atMost: 60 } },
      { name: 'browser, all processes', value: memory / 1e6, unit: 'MB', goal: { atMost: 1200 } },
    ];
  } finally {
    await renderer.close();
  }
}

/**
 * What most code does: start a browser, load the page, print, end the browser. It has our browser, our font and no network
 * to wait for, so it is faster here than where it is found.
 */
async function browserPerForm(renderer: FormRenderer, data: Paper, waitsForNetwork: boolean): Promise<Uint8Array> {
  const cache = cacheFolder();
  const { path, libraries } = await findChromium(cache, process.env['PUPPETEER_EXECUTABLE_PATH']);
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, FONTCONFIG_FILE: writeFontConfig(cache, undefined), LD_LIBRARY_PATH: libraries },
  });
  try {
    const page = await browser.newPage();
    await page.setContent(renderer.html(PAPER, data), { waitUntil: 'load' });
    if (waitsForNetwork) await page.waitForNetworkIdle();
    return await page.pdf({ format: 'A4', printBackground: true });
  } finally {
    await browser.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ milliseconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, result };
}
