import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { appealLetter } from './appeal-letter.form';

/** forms.md, form 13b. */
const LABELS = [
  '申诉答复函',
  '监管部门',
  '案号',
  '申诉人',
  '申诉事项',
  '答复意见',
  '答复客户情况',
  '附件',
  '申诉处理报告及证据',
  '答复单位盖章',
  '日期',
];

describe('form 13b, 申诉答复函', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(appealLetter, appealLetter.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = appealLetter;

  it('SYS-73 APL-5 prints filled in two copies, the fields in order', async () => {
    const { pdf } = await renderer.render(appealLetter, sample);
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    for (const { text } of pages) {
      expect(outOfOrder(text, LABELS)).toEqual([]);
      for (const value of ['部申诉受理中心', '部申[2026]118号', '全额退还', '3份', '2026年9月22日']) {
        expect(text).toContain(value);
      }
    }
    expect(pages.map(({ text }) => /第.联(监管部门|存档)/.exec(text)?.[0])).toEqual(['第一联监管部门', '第二联存档']);
  });

  it('FRM-2 APL-5 prints blank with the labels and nothing of the data', async () => {
    const { pdf } = await renderer.render(appealLetter, sample, { blank: true });
    const [page] = await readPdf(pdf);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|王建|退还|3份/);
  });
});
