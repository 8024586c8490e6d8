import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { revisitSheet } from './revisit-sheet.form';

/** The seed's columns in the seed's order (forms.md, form 5). */
const LABELS = [
  '用户回访统计表',
  '对应号',
  '网点名称',
  '受理人电话及姓名',
  '回访结果及对工程师评价',
  '维修人',
  '故障等级',
  '备注',
  '回访人',
  '回访日期',
  '技术经理',
];

describe('SYS-13 form 5, 用户回访统计表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(revisitSheet, revisitSheet.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = revisitSheet;

  it('SYS-13 prints a day across the page, the handler as 维修人, 故障等级 open', async () => {
    const { pdf } = await renderer.render(revisitSheet, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    // Nothing stands between the repairer and the next line's number: neither grade nor remark.
    expect(page?.text).toContain('态度好。王建国20260917012002');
    expect(page?.text).toContain('回访人：周敏回访日期：2026-09-18技术经理：赵志强');
    expect(page?.text).toContain('第一联华南电子工程有限公司');
  });

  it('FRM-2 prints blank with rows to write in', async () => {
    const { pdf } = await renderer.render(revisitSheet, { unitName: sample.unitName }, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|周敏/);
    expect(renderer.html(revisitSheet, {}, { blank: true }).match(/<tr>/g)).toHaveLength(1 + 11);
  });

  it('FRM-2 a long day goes on, the column heads on each page', async () => {
    const rows = Array.from({ length: 30 }, () => sample.rows[0] as (typeof sample.rows)[0]);
    const { pdf } = await renderer.render(revisitSheet, { ...sample, rows });
    const pages = await readPdf(pdf);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach(({ text }) => expect(text).toContain('回访结果及对工程师评价'));
    expect(pages.at(-1)?.text).toContain('技术经理');
  });
});
