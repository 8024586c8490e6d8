import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { complaintOrder } from './complaint-order.form';

/** forms.md, form 27a. */
const LABELS = [
  '投诉处理工单',
  '受理渠道',
  '工单号',
  '客户',
  '级别',
  '电话',
  '业务×问题性质',
  '投诉表象',
  '投诉级别',
  '投诉内容',
  '客户要求',
  '承诺答复时限',
  '客户签字确认',
  '日期',
  '时限',
  '实际',
  '单位',
  '人员',
  '处理结果/解释口径',
  '答复结果',
];

describe('form 27a, 投诉处理工单', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(complaintOrder, complaintOrder.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = complaintOrder;

  it('SYS-52 CMP-4a prints limit and actual time of each stage with unit and person', async () => {
    const { pdf } = await renderer.render(complaintOrder, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(outOfOrder(page?.text ?? '', ['整理', '复核', '处理', '反馈', '答复', '回访'])).toEqual([]);
    expect(page?.text).toContain('处理2026-09-1510:002026-09-1515:00河南省网络运行部江涛');
    expect(page?.text).toContain('GSM×网络质量');
  });

  it('SYS-49 CMP-1b prints blank on one page, with the place to sign', async () => {
    const { pdf } = await renderer.render(complaintOrder, sample, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|江涛|GSM/);
  });

  it('FRM-2 a long complaint goes on to a second page that carries the number', async () => {
    const long = '客户多次反映漫游后无法通话，业务洽谈受到影响，要求书面答复。'.repeat(40);
    const pages = await readPdf((await renderer.render(complaintOrder, { ...sample, matter: long, result: long })).pdf);
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(text).toContain(sample.number);
  });
});
