import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { supervisionOrder } from './supervision-order.form';

/** forms.md, form 27b. */
const LABELS = [
  '督办单',
  '编号',
  '案件号',
  '督办单位',
  '被督办单位/人',
  '事由',
  '自动预警',
  '关键',
  '疑难',
  '未按规定处理',
  '指示',
  '完成时限',
  '要求回复',
  '签发人',
  '回复',
  '回复人',
];

describe('SYS-59 form 27b, 督办单', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(supervisionOrder, supervisionOrder.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = supervisionOrder;

  it('SYS-59 CMP-20 prints each order of the case on a page of its own, with its ground ticked', async () => {
    const pages = await readPdf((await renderer.render(supervisionOrder, sample)).pdf);
    expect(pages).toHaveLength(2);
    // The title stands on the first page; each order repeats the labels.
    for (const { text } of pages) expect(outOfOrder(text, LABELS.slice(1))).toEqual([]);
    expect(pages[0]?.text).toContain('督办单');
    expect(pages[0]?.text).toContain('DB202609150002');
    expect(pages[0]?.text).toContain('回复人：江涛');
    expect(pages[1]?.text).toContain('DB202609150001');
    const [first] = sample.orders;
    if (!first) throw new Error('the sample has no order');
    for (const [ground, label] of [
      ['automatic', '自动预警'],
      ['key', '关键'],
      ['difficult', '疑难'],
      ['not-as-prescribed', '未按规定处理'],
    ] as const) {
      const html = renderer.html(supervisionOrder, { ...sample, orders: [{ ...first, ground }] });
      expect(html.match(/<i>✓<\/i>/g)).toHaveLength(1);
      expect(html).toContain(`<i>✓</i>□${label}<`);
    }
  });

  it('FRM-2 prints blank on one page with nothing of the data', async () => {
    const [page, ...more] = await readPdf((await renderer.render(supervisionOrder, sample, { blank: true })).pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|江涛|✓/);
  });

  it('CMP-20 a case without an order has no such paper', async () => {
    await expect(renderer.render(supervisionOrder, { ...sample, orders: [] })).rejects.toMatchObject({
      code: 'form-data-invalid',
    });
  });
});
