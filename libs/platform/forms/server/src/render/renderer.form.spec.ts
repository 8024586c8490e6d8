import { createRenderer } from './renderer';
import type { FormRenderer } from './renderer.types';
import { paper } from './test/paper.builder';
import { readPdf } from '@bihuan/testing-kit';

const LONG = Array.from({ length: 60 }, (_none, line) => `第${line + 1}行：用户说机器不能出钞。`).join('\n');

describe('FRM-1, FRM-2 the renderer', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(paper(), paper().sample);
  }, 60_000);
  afterAll(() => renderer.close());

  it('FRM-1 prints Chinese that every reader reads, rare characters too', async () => {
    const { pdf, pages } = await renderer.render(paper(), paper().sample, { copies: [0] });
    const [page] = await readPdf(pdf);
    expect(pages).toBe(1);
    expect(page?.text).toContain('用户㙍的长官页面');
    expect(page?.text).not.toMatch(/[\u2e80-\u2fdf]/);
    expect([page?.width, page?.height].map((size) => Math.round(size ?? 0))).toEqual([595, 842]);
  });

  it('FRM-1 embeds what the pages show of one TrueType font, and no more than 60 KB for two pages', async () => {
    const { pdf } = await renderer.render(paper(), { ...paper().sample, text: LONG }, { copies: [0] });
    const source = Buffer.from(pdf).toString('latin1');
    expect(source.match(/\/BaseFont\s*\/[A-Z]+\+NotoSansSC-(Regular|Bold)/g)?.length).toBeGreaterThanOrEqual(3);
    expect(source).not.toMatch(/\/Type3|\/FontFile3/);
    expect(pdf.length).toBeLessThan(60_000);
  });

  it('FRM-2 counts pages per form and copy, and says whose copy it is', async () => {
    const { pdf, pages } = await renderer.render(paper(), { ...paper().sample, text: LONG, to: '自助设备事业部' });
    const read = await readPdf(pdf);
    expect(pages).toBe(4);
    expect(read.map(({ text }) => /第\d页\/共\d页/.exec(text)?.[0])).toEqual([
      '第1页/共2页',
      '第2页/共2页',
      '第1页/共2页',
      '第2页/共2页',
    ]);
    read.slice(0, 2).forEach(({ text }) => expect(text).toContain('第一联人力公关部'));
    read.slice(2).forEach(({ text }) => expect(text).toContain('第二联自助设备事业部'));
    read.forEach(({ text }) => expect(text).toContain('N-001'));
  });

  it('FRM-2 prints the copies asked for, the holder by default where the data names none', async () => {
    const { pdf } = await renderer.render(paper(), paper().sample, { copies: [1] });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(page?.text).toContain('第二联事业部');
    await expect(renderer.render(paper(), paper().sample, { copies: [2] })).rejects.toMatchObject({
      code: 'form-copy-unknown',
    });
  });

  it('FRM-2 prints blank with labels, without data and number', async () => {
    const { pdf } = await renderer.render(paper(), paper().sample, { blank: true, copies: [0] });
    const [page] = await readPdf(pdf);
    expect(page?.text).toContain('内容');
    expect(page?.text).toContain('某某公司');
    expect(page?.text).not.toMatch(/N-001|㙍/);
  });

  it('FRM-2 marks reprints per copy', async () => {
    const { pdf } = await renderer.render(paper(), paper().sample, { reprint: { 1: 3 } });
    const [first, second] = await readPdf(pdf);
    expect(first?.text).not.toContain('补打');
    expect(second?.text).toContain('补打第3次');
  });

  it('FRM-2 prints English margins by switch', async () => {
    const { pdf } = await renderer.render(paper(), paper().sample, { lang: 'en', reprint: { 0: 1 } });
    const [first] = await readPdf(pdf);
    expect(first?.text).toMatch(/Testpaper.*Page1of1.*Copy1HRandPR.*Reprint1/);
  });

  it('FRM-2 puts forms of different paper into one batch and cuts each out', async () => {
    const wide = paper({ code: 'wide-paper', paper: { size: 'A4', landscape: true } });
    const items = [
      { definition: paper(), data: { ...paper().sample, text: `甲${LONG}` } },
      { definition: wide, data: { ...paper().sample, number: 'N-002', text: '乙' } },
      { definition: paper(), data: { ...paper().sample, number: 'N-003', text: '丙丁戊' }, copies: [0] },
    ];
    const parts = await renderer.renderBatch(items);
    const read = await Promise.all(parts.map(({ pdf }) => readPdf(pdf)));
    expect(read.map((pages) => pages.length)).toEqual([4, 2, 1]);
    expect(parts.map(({ pages }) => pages)).toEqual([4, 2, 1]);
    expect(read.map(([page]) => Math.round(page?.width ?? 0))).toEqual([595, 842, 595]);
    expect(read.map(([page]) => page?.text.slice(-200))).toEqual([
      expect.stringContaining('第1页/共2页'),
      expect.stringContaining('第1页/共1页'),
      expect.stringContaining('第1页/共1页'),
    ]);
    expect(read.flat().map(({ text }) => /N-00\d/.exec(text)?.[0])).toEqual([
      ...Array<string>(4).fill('N-001'),
      'N-002',
      'N-002',
      'N-003',
    ]);
  });

  it('FRM-2 prints more forms than one document holds', async () => {
    const items = Array.from({ length: 103 }, (_none, index) => ({
      definition: paper(),
      data: { ...paper().sample, number: `N-${index}` },
      copies: [0],
    }));
    const parts = await renderer.renderBatch(items);
    expect(parts).toHaveLength(103);
    const numbers = await Promise.all(
      parts.map(async ({ pdf }) => /N-\d+/.exec((await readPdf(pdf))[0]?.text ?? '')?.[0]),
    );
    expect(numbers).toEqual(items.map(({ data }) => data.number));
  }, 60_000);

  it('FRM-3 gives the same bytes for the same form, alone and in a batch', async () => {
    const item = { definition: paper(), data: paper().sample };
    const [one, again] = [
      await renderer.render(paper(), paper().sample),
      await renderer.render(paper(), paper().sample),
    ];
    expect(Buffer.compare(one.pdf, again.pdf)).toBe(0);
    const [batch, twin] = [await renderer.renderBatch([item, item]), await renderer.renderBatch([item, item])];
    expect(Buffer.compare(batch[1]?.pdf ?? one.pdf, twin[1]?.pdf ?? again.pdf)).toBe(0);
  });

  it('FRM-3 a filed form is reprinted byte for byte, the mark added behind it', async () => {
    const filed = await renderer.render(paper(), paper().sample);
    const marked = await renderer.markReprint(filed.pdf, { copies: 2, reprint: { 1: 2 } });
    expect(Buffer.compare(marked.subarray(0, filed.pdf.length), filed.pdf)).toBe(0);
    const [first, second] = await readPdf(marked);
    expect(first?.text).not.toContain('补打');
    expect(second?.text).toContain('补打第2次');
    expect(second?.text).toContain('用户㙍的长官页面');
    await expect(renderer.markReprint(filed.pdf, { copies: 2, reprint: { 2: 1 } })).rejects.toThrow(RangeError);
  });

  it('FRM-1 names the fields of data it cannot print', async () => {
    await expect(renderer.render(paper(), { number: 'N-1', unit: 1 })).rejects.toMatchObject({
      code: 'form-data-invalid',
      details: { errors: [{ pointer: '/unit' }, { pointer: '/text' }] },
    });
  });

  it('FRM-4 names the mistake of a template', async () => {
    await expect(renderer.render(paper({ template: '{{{text}}}' }), paper().sample)).rejects.toMatchObject({
      code: 'form-template-invalid',
    });
  });

  it('FRM-1 prints texts with controls and broken characters', async () => {
    const { pdf } = await renderer.render(
      paper(),
      { ...paper().sample, text: '前\u0000\ud800\u000b后' },
      { copies: [0] },
    );
    expect((await readPdf(pdf))[0]?.text).toMatch(/前.*后/);
  });
});
