/** The renderer alone, without server and filing: what of a form's time is the browser's and the stamps' (FRM-1, FRM-2). */
import { createRenderer, type FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { median } from './load/statistics';
import { makeCase } from './papers/words';
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

const paper = (index: number): Paper => ({
  number: `20260917012${String(index).padStart(3, '0')}`,
  unit: '华南电子工程有限公司',
  blocks: Array.from({ length: 5 }, () => makeCase(index).matter.slice(0, 100)),
});

const WARM_UP = 20;
const ROUNDS = 4;
const SINGLES = 25;
const PAIRS = 50;
const BATCH = 50;

interface Round {
  readonly times: readonly number[];
  readonly pairs: number;
  readonly batch: number;
  readonly largest: number;
}

/** Runs for about ten seconds. Needs Chromium as the renderer does. */
export async function benchForms(): Promise<BenchRow[]> {
  const renderer = createRenderer();
  const render = (index: number) => renderer.render(PAPER, paper(index));
  try {
    for (let form = 0; form < WARM_UP; form++) await render(form);
    const rounds: Round[] = [];
    for (let number = 0; number < ROUNDS; number++) {
      const times: number[] = [];
      for (let form = 0; form < SINGLES; form++) times.push(await timed(() => render(form)));
      let begun = 0;
      const worker = async (): Promise<void> => {
        while (begun < PAIRS) await render(begun++);
      };
      const pairs = (PAIRS * 1_000) / (await timed(() => Promise.all([worker(), worker()])));
      const items = Array.from({ length: BATCH }, (_none, form) => ({ definition: PAPER, data: paper(form) }));
      let largest = 0;
      const batch = await timed(async () => {
        for (const { pdf } of await renderer.renderBatch(items)) largest = Math.max(largest, pdf.length);
      });
      rounds.push({ times, pairs, batch: (BATCH * 1_000) / batch, largest });
    }
    return [
      {
        name: 'renderer alone: form of two copies, p50',
        value: median(rounds.flatMap(({ times }) => times)),
        unit: 'ms',
      },
      { name: 'renderer alone: two at a time', value: median(rounds.map(({ pairs }) => pairs)), unit: 'forms/s' },
      {
        name: `renderer alone: batch of ${BATCH}, cut`,
        value: median(rounds.map(({ batch }) => batch)),
        unit: 'forms/s',
      },
      {
        name: 'renderer alone: largest form cut out of a batch',
        value: Math.max(...rounds.map(({ largest }) => largest)) / 1_000,
        unit: 'KB',
        goal: { atMost: 60 },
      },
    ];
  } finally {
    await renderer.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
