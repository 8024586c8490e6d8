import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { servicePledge } from './service-pledge.form';

/** forms.md, form 26a. */
const LABELS = ['服务承诺', '尊敬的', '1、保修服务', '用户服务中心', '地址', '保留随时修改', '日期'];

describe('SYS-24 form 26a, 服务承诺', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(servicePledge, servicePledge.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = servicePledge;

  it('SYS-24 prints the promises that are on, in order, with their figures', async () => {
    const [page, ...more] = await readPdf((await renderer.render(servicePledge, sample)).pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).toContain('2个工作日内为用户提供处理方案');
    expect(page?.text).toContain('第一联用户');
  });

  it('RD-43 a promise that is switched off is not printed', () => {
    const html = renderer.html(servicePledge, { ...sample, promises: sample.promises.slice(0, 2) });
    expect(html).not.toContain('2个工作日');
    expect(html.match(/<li>/g)).toHaveLength(2);
  });
});
