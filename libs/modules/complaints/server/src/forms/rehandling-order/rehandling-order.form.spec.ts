import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { rehandlingOrder } from './rehandling-order.form';

/** forms.md, form 27c. */
const LABELS = [
  '回访再处理工单',
  '编号',
  '原工单号',
  '回访结果及客户意见',
  '甄别意见',
  '甄别人',
  '责任部门',
  '再处理要求',
  '时限',
  '再处理结果',
  '处理人',
];

describe('SYS-60 form 27c, 回访再处理工单', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(rehandlingOrder, rehandlingOrder.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = rehandlingOrder;

  it('SYS-60 CMP-9b prints what the customer said, the screening, the requirement and the result', async () => {
    const [page, ...more] = await readPdf((await renderer.render(rehandlingOrder, sample)).pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    for (const value of ['仍然掉话', '甄别人：曾倩', '河南省网络运行部', '2026-09-1902:00', '处理人：江涛']) {
      expect(page?.text).toContain(value);
    }
  });

  it('FRM-2 prints blank, and open where it is not done yet', async () => {
    const [page, ...more] = await readPdf((await renderer.render(rehandlingOrder, sample, { blank: true })).pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|江涛|曾倩/);
    const open = { ...sample, result: undefined, handler: undefined, doneAt: undefined };
    expect((await readPdf((await renderer.render(rehandlingOrder, open)).pdf))[0]?.text).toMatch(/处理人：年月日/);
  });
});
