import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import type { FormRenderer } from '../../render/renderer.types';
import { createRenderer } from '../../render/renderer';
import { complaintRateForm } from './complaint-rate.form';

/** The seed's columns in the seed's order (forms.md, form 9). */
const LABELS = ['月/季度用户投诉率统计表', '部门名称', '投诉次数', '维修次数', '投诉率', '合计', '制表'];

const form = complaintRateForm('reporting');
const { sample } = form;

describe('SYS-25 form 9, 月/季度用户投诉率统计表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(form, sample);
  }, 60_000);
  afterAll(() => renderer.close());

  it('CMP-16 prints a row a department with its rate, marks repairs that were entered, and a dash without a repair', async () => {
    const { pdf } = await renderer.render(form, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).toContain('用户服务部31282.34%产品事业部172（录入）1.39%销售分公司1—');
    expect(page?.text).toContain('合计52002.50%');
    expect(page?.text).toContain('第一联决议管理中心');
    const imported = { ...sample, rows: sample.rows.map((row) => ({ ...row, source: 'imported' as const })) };
    expect(renderer.html(form, imported)).toContain('128（导入）');
  });

  it.each([
    ['/rows/0/rate', { rows: [{ ...sample.rows[0], rate: '2.35%' }, ...sample.rows.slice(1)] }],
    ['/totals', { totals: { complaints: 6, repairs: 200, rate: '3.00%' } }],
    ['/totals/rate', { totals: { ...sample.totals, rate: '0.00%' } }],
  ])('CMP-16 a table with a wrong figure at %s is not printed', async (pointer, wrong) => {
    await expect(renderer.render(form, { ...sample, ...wrong })).rejects.toMatchObject({
      code: 'form-data-invalid',
      details: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) as unknown },
    });
  });

  it('FRM-2 prints blank with rows for handwriting', async () => {
    const { pdf } = await renderer.render(form, sample, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|孙丽|%/);
  });
});
