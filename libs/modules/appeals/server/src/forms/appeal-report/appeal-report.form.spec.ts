import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { appealReport } from './appeal-report.form';

/** forms.md, form 13a. */
const LABELS = [
  '申诉处理报告',
  '监管部门及案号',
  '申诉人',
  '申诉事项',
  '查明事实',
  '先期处理情况',
  '依据',
  '处理结果',
  '答复客户情况',
  '处理结论',
  '整改措施',
  '盖章',
];

describe('form 13a, 申诉处理报告', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(appealReport, appealReport.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = appealReport;

  it('SYS-73 APL-5 prints filled, one page a copy, for the regulator and the archive, the fields in order', async () => {
    const { pdf } = await renderer.render(appealReport, sample);
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    for (const { text } of pages) {
      expect(outOfOrder(text, LABELS)).toEqual([]);
      for (const value of [
        sample.number,
        '部申[2026]118号',
        '王建㙍',
        '宁波',
        '2026年9月20日',
        '宋佳',
        '第1页/共1页',
      ]) {
        expect(text).toContain(value);
      }
    }
    expect(pages[0]?.text).toContain('第一联监管部门');
    expect(pages[1]?.text).toContain('第二联存档');
  });

  it('FRM-2 APL-5 prints blank with the labels and nothing of the data', async () => {
    const { pdf } = await renderer.render(appealReport, sample, { blank: true });
    const [page, other, ...more] = await readPdf(pdf);
    expect([more, other === undefined]).toEqual([[], false]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|王建|宁波|宋佳/);
  });

  it('FRM-2 APL-5 long findings go on to a second page that carries number and count', async () => {
    const facts = '经查账务系统日志，八月出账时包年产品因套餐变更重复生成账单一笔，金额一千二百元。'.repeat(40);
    const { pdf } = await renderer.render(appealReport, { ...sample, facts }, { copies: [0] });
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text).toContain(sample.number);
    expect(pages[1]?.text).toContain('第2页/共2页');
    expect(outOfOrder(pages.map(({ text }) => text).join(''), LABELS)).toEqual([]);
  });
});
