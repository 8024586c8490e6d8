import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { complaintReport } from './complaint-report.form';

/** The seed's fields in the seed's order (forms.md, form 8). */
const LABELS = [
  '投诉处理汇报单',
  'NO',
  '用户名称',
  '用户地址',
  '联系电话',
  '联系人',
  '处理时间',
  '投诉内容描述',
  '统计人',
  '日期',
  '处理方法',
  '处理人',
  '处理时间',
  '部门主管',
  '处理结果',
  '事故发生原因',
  '对相关人员处罚意见',
  '回访结果',
  '备注',
];

describe('SYS-22 form 8, 投诉处理汇报单', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(complaintReport, complaintReport.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = complaintReport;

  it('SYS-22 CMP-10 prints two copies with their holders, the labels in order', async () => {
    const { pdf } = await renderer.render(complaintReport, sample);
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    for (const { text } of pages) {
      expect(outOfOrder(text, LABELS)).toEqual([]);
      expect(text).toContain('备件未到造成延误');
      expect(text).toContain('HB20260918001');
      expect(text).toContain('原维修汇报单随设备返厂');
    }
    expect(pages[0]?.text).toContain('第一联人力公关部');
    expect(pages[1]?.text).toContain('第二联技术支持');
  });

  it('RD-41 the second copy is the division’s where no unit is responsible', async () => {
    const { pdf } = await renderer.render(complaintReport, { ...sample, secondHolder: undefined }, { copies: [1] });
    expect((await readPdf(pdf))[0]?.text).toContain('第二联事业部');
  });

  it('CMP-10 ticks whether the repair report is attached, and neither before it is in', () => {
    const ticks = (attached: boolean | undefined): string[] =>
      renderer.html(complaintReport, { ...sample, attached }).match(/<i>✓<\/i>□(?:已附|未附)/g) ?? [];
    expect([ticks(true), ticks(false), ticks(undefined)]).toEqual([['<i>✓</i>□已附'], ['<i>✓</i>□未附'], []]);
  });

  it('FRM-2 prints blank with the labels, and with nothing of the data', async () => {
    const { pdf } = await renderer.render(complaintReport, sample, { blank: true });
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    expect(outOfOrder(pages[0]?.text ?? '', LABELS)).toEqual([]);
    expect(pages[0]?.text).not.toMatch(/2026|㙍|✓|赵敏/);
  });
});
