/** Uploaded templates in a process of their own: cut in time and size, with nothing of ours in reach (FRM-4, S5). */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { TemplateEngine, TemplateError } from '../template/engine';
import { TemplateProcess } from './template-process';

const paper = { zone: 'Asia/Shanghai', language: 'zh-CN', blank: false } as const;
/** The process starts with the first form. */
const MINUTE = 60_000;

/** Processes of ours that run templates. */
const running = (): string[] =>
  execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('apart-process'))
    .map((line) => line.trim().split(' ')[0] ?? '');

let apart: TemplateProcess;
beforeAll(() => {
  apart = new TemplateProcess();
});
afterAll(() => apart.close());

const body = (source: string, data: unknown = {}) => apart.body(source, data, paper);
const thousand = Array.from({ length: 1_000 }, () => 0);

it(
  'FRM-4 a template makes the same apart as at home, one after another, in one process',
  async () => {
    const source = "{{box kind 'a' '甲'}}{{ymd at}}{{#rows list min=2}}<i>{{@number}}{{this}}</i>{{/rows}}";
    const data = { kind: 'a', at: new Date('2026-09-17T02:00:00Z'), list: ['<b>'] };
    const made = await Promise.all([body(source, data), body('{{x}}', { x: 1 })]);
    expect(made[0]).toBe(new TemplateEngine().body(source, data, paper));
    expect(made[0]).toContain('<span class="box"><i>✓</i>□甲</span>2026年9月17日<i>1&lt;b&gt;</i>');
    expect(made[1]).toBe('1');
    expect(running()).toHaveLength(1);
  },
  MINUTE,
);

it.each([
  ['1000²', '{{#each l}}{{#each ../l}}x{{/each}}{{/each}}'],
  ['1000³', '{{#each l}}{{#each ../l}}{{#each ../../l}}x{{/each}}{{/each}}{{/each}}'],
  ['1000³ of rows', '{{#rows l min=200}}{{#rows ../l min=200}}{{#rows ../../l min=200}}x{{/rows}}{{/rows}}{{/rows}}'],
])(
  'FRM-4 S5 a bomb of %s loops is cut',
  async (_size, source) => {
    await expect(body(source, { l: thousand })).rejects.toThrow(TemplateError);
    expect(await body('{{x}}', { x: 'still here' })).toBe('still here');
  },
  MINUTE,
);

it(
  'FRM-4 S5 what runs on is ended after two seconds, with its process, and the suite answers meanwhile',
  async () => {
    await body('');
    const before = running();
    // Slow in few loops: each round reads a thousand dates.
    const slow = `{{#each l}}${'{{datetime this}}'.repeat(4_000)}{{/each}}`;
    const start = performance.now();
    const cut = body(slow, { l: thousand.map(() => '2026-09-17T10:00:00+08:00') });
    let turns = 0;
    const clock = setInterval(() => turns++, 20);
    await expect(cut).rejects.toThrow(/longer than 2000 ms/);
    clearInterval(clock);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(turns).toBeGreaterThan(20);
    expect(running()).toEqual([]);
    expect(await body('{{x}}', { x: 'a new one' })).toBe('a new one');
    expect(running()).not.toEqual(before);
  },
  MINUTE,
);

it(
  'FRM-4 S5 a page of more than 5 MB, and one that fills the memory, is cut',
  async () => {
    const text = 'x'.repeat(200_000);
    await expect(body('{{#each l}}{{../text}}{{/each}}', { l: thousand.slice(0, 30), text })).rejects.toThrow(
      /5000000/,
    );
    const fills = `{{#each l}}${'{{../text}}'.repeat(1_000)}{{/each}}`;
    await expect(body(fills, { l: thousand, text })).rejects.toThrow(TemplateError);
    expect(await body('{{x}}', { x: 'still here' })).toBe('still here');
  },
  MINUTE,
);

it(
  'FRM-4 S15 nothing of our environment goes along, and the process ends with the renderer',
  async () => {
    process.env['BIHUAN_CANARY'] = 'canary';
    const own = new TemplateProcess();
    await own.body('', {}, paper);
    delete process.env['BIHUAN_CANARY'];
    const seen = running().map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.join()).not.toMatch(/canary|DATABASE_URL/);
    const before = running().length;
    own.close();
    await expect(own.body('', {}, paper)).rejects.toThrow(TemplateError);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(running()).toHaveLength(before - 1);
  },
  MINUTE,
);
