import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { complaintRegister } from './complaint-register.form';

/** The seed's nine columns in the seed's order (forms.md, form 7). */
const LABELS = [
  '投诉统计表',
  'NO',
  '投诉单位',
  '投诉事项',
  '投诉时间',
  '联系方法及联系人',
  '受理人',
  '转述时间',
  '转述人姓名',
  '投诉处理汇报单编号',
];

describe('SYS-19 form 7, 投诉统计表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(complaintRegister, complaintRegister.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = complaintRegister;

  it('SYS-19 CMP-1 prints a line a complaint across the page with all nine columns', async () => {
    const { pdf } = await renderer.render(complaintRegister, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(
      outOfOrder(page?.text ?? '', [
        'TS202609170001',
        '建设银行福田支行',
        '备件未到也未告知',
        '2026-09-1709:10',
        '13812345678',
        '陈㙍',
        '赵敏',
        '2026-09-1709:25',
        '赵敏',
        'HB20260918001',
      ]),
    ).toEqual([]);
    expect(page?.text).toContain('第一联人力公关部');
  });

  it('CMP-9a a line that follows another names it', () => {
    expect(renderer.html(complaintRegister, sample).match(/续 TS202609170001/g)).toHaveLength(1);
  });

  it('FRM-2 prints blank with rows to write in, and goes on to more pages with its heads', async () => {
    const blank = await renderer.render(complaintRegister, sample, { blank: true });
    const [page, ...more] = await readPdf(blank.pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|赵敏|TS/);
    const [row] = sample.rows;
    const { pdf } = await renderer.render(complaintRegister, { ...sample, rows: Array(40).fill(row) });
    const pages = await readPdf(pdf);
    expect(pages.length).toBeGreaterThan(2);
    for (const { text } of pages) expect(text).toContain('转述人姓名');
  });
});
