import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import type { FormRenderer } from '../../render/renderer.types';
import { createRenderer } from '../../render/renderer';
import { circulationForm } from './circulation.form';

/** forms.md, form 28. */
const LABELS = [
  '服务质量通报',
  '期号',
  '日期',
  '被通报单位/个人',
  '事由',
  '案件号',
  '依据',
  '处理',
  '要求',
  '签发人',
  '分发名单',
];

const form = circulationForm('complaints');
const { sample } = form;

describe('form 28, 服务质量通报', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(form, sample);
  }, 60_000);
  afterAll(() => renderer.close());

  it('CMP-11 APL-8 prints one copy to each of the distribution list, named on it, the fields in order', async () => {
    const { pdf } = await renderer.render(form, sample);
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(3);
    pages.forEach(({ text }, index) => {
      expect(outOfOrder(text, LABELS)).toEqual([]);
      expect(text).toContain(`第${index + 1}份${sample.distribution[index]}`);
      expect(text).toContain('TS20260928001');
      expect(text.split('签发人')).toHaveLength(2);
      expect(text).toContain('2026-03');
      expect(text).toContain('第1页/共1页');
    });
  });

  it('FRM-2 prints the copy that is asked for, and refuses one that nobody gets', async () => {
    const { pdf } = await renderer.render(form, sample, { copies: [2] });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(page?.text).toContain('第3份人力公关部');
    await expect(renderer.render(form, sample, { copies: [3] })).rejects.toMatchObject({ code: 'form-copy-unknown' });
  });

  it('FRM-2 prints blank on one page with nothing of the data', async () => {
    const { pdf } = await renderer.render(form, sample, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|王建国|人力公关部|赵志强/);
  });

  it('APL-8 a circulation to nobody is refused', async () => {
    await expect(renderer.render(form, { ...sample, distribution: [] })).rejects.toMatchObject({
      code: 'form-data-invalid',
      details: { errors: [{ pointer: '/distribution' }] },
    });
  });
});
