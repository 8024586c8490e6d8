import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { faultGrades } from './fault-grades.form';

/** Our labels in our order (forms.md, form 11). */
const LABELS = [
  '故障等级月报',
  '月份',
  '工程师',
  '一级',
  '二级',
  '三级',
  '四级',
  '次数',
  '加权合计',
  '备注',
  '合计',
  '技术经理',
];

describe('DSP-7 form 11, 故障等级月报', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(faultGrades, faultGrades.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = faultGrades;

  it('DSP-7 RD-7 prints a row an engineer, grades one to four, the weighted total and the sum, for the general manager', async () => {
    const { pdf } = await renderer.render(faultGrades, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    const text = (page?.text ?? '').replace(/\s/g, '');
    expect(outOfOrder(text, LABELS)).toEqual([]);
    expect(text).toContain('陈志强149122646');
    expect(text).toContain('合计1620194681');
    expect(text).toContain('权数依次为4321');
    expect(text).toContain('技术经理：吴海峰');
    expect(text).toContain('第一联总经理');
  });

  it.each([
    ['/sum', { sum: { ...sample.sum, weighted: 80 } }],
    [
      '/rows',
      { rows: sample.rows.map((row) => ({ ...row, total: row.total + 1 })), sum: { ...sample.sum, total: 48 } },
    ],
    ['/rows', { weights: [5, 3, 2, 1] }],
  ])('DSP-7 a sheet that does not add up at %s is not printed', async (pointer, wrong) => {
    await expect(renderer.render(faultGrades, { ...sample, ...wrong })).rejects.toMatchObject({
      code: 'form-data-invalid',
      details: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) as unknown },
    });
  });

  it('FRM-2 prints blank with rows for handwriting', async () => {
    const { pdf } = await renderer.render(faultGrades, sample, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder((page?.text ?? '').replace(/\s/g, ''), LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|陈志强|46/);
  });
});
