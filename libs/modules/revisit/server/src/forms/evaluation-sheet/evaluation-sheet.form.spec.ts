import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { placeOf } from '../evaluation-papers.part';
import { evaluationSheet } from './evaluation-sheet.form';

/** The seed's fields in the seed's order (forms.md 26c). */
const LABELS = [
  '绩效评定表',
  '所在地',
  '省',
  '市/县',
  '单位名称',
  '评定人',
  '日期',
  '评定项目',
  '售前支持',
  '工程实施',
  '售后服务',
  '评定绩效',
  '技术水平',
  '服务态度',
  '对本月服务的意见或建议',
  '确定',
  '取消',
];

describe('SYS-17 form 26c, 绩效评定表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    await renderer.render(evaluationSheet, evaluationSheet.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = evaluationSheet;
  /** Ticks are drawn over their boxes; which has one stands in the page before it is printed. */
  const ticked = (data: object): string[] =>
    [...renderer.html(evaluationSheet, data).matchAll(/<i>✓<\/i>□([^<]+)/g)].map(([, label]) => label ?? '');

  it('RVT-8 SYS-17 prints one page with item ticked, project beside it and both scores', async () => {
    const { pdf } = await renderer.render(evaluationSheet, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    const text = page?.text ?? '';
    expect(outOfOrder(text, LABELS)).toEqual([]);
    expect(text).toContain('3□售后服务（项目名称：20260917012002）');
    expect(ticked(sample)).toEqual(['售后服务', '确定']);
    expect(text).toContain('技术水平120分');
    expect(text).toContain('服务态度-50分');
    expect(text).toContain('第一联用户服务部');
  });

  it('RVT-8 one that was replaced is marked as taken back', () => {
    expect(ticked({ ...sample, item: 'pre-sales', decision: 'replaced' })).toEqual(['售前支持', '取消']);
  });

  it('FRM-2 prints blank', async () => {
    const { pdf } = await renderer.render(evaluationSheet, { unitName: sample.unitName }, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/✓|2026|刘敏/);
  });

  it('RVT-8 所在地 is read from the customer’s region', () => {
    expect(placeOf('广东省深圳市')).toEqual({ province: '广东', city: '深圳' });
    expect(placeOf('广西壮族自治区南宁市')).toEqual({ province: '广西壮族', city: '南宁' });
    expect(placeOf('华东区')).toEqual({ city: '华东区' });
    expect(placeOf('')).toEqual({});
  });
});
