import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { consultationLog } from './consultation-log.form';

/** forms.md, form 3. */
const LABELS = [
  '用户咨询统计表',
  '日期',
  '责任人',
  '序号',
  '时间',
  '用户',
  '电话',
  '网点',
  '咨询内容',
  '解决方案',
  '是否解决',
  '用户是否明白并满意',
  '未完成说明',
  '附页',
  '交接人',
  '接班人',
];

describe('HOT-5 form 3, 用户咨询统计表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(consultationLog, consultationLog.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = consultationLog;

  it('HOT-5 prints the day of an officer across the page, labels in order', async () => {
    const { pdf } = await renderer.render(consultationLog, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(outOfOrder(page?.text ?? '', ['2026-09-17', '李晓燕', '108:35', '210:02', '316:40', '陈㙍'])).toEqual([]);
  });

  it('HOT-5a ticks understood and satisfied as recorded, and neither while it is open', () => {
    const ticks = (understood: boolean | undefined): string[] => {
      const [row] = sample.rows;
      const html = renderer.html(consultationLog, { ...sample, rows: [{ ...row, solved: undefined, understood }] });
      return html.match(/<i>✓<\/i>□(?:是|否)/g) ?? [];
    };
    expect([ticks(true), ticks(false), ticks(undefined)]).toEqual([['<i>✓</i>□是'], ['<i>✓</i>□否'], []]);
  });

  it('FRM-2 prints blank with rows to write in', async () => {
    const { pdf } = await renderer.render(consultationLog, sample, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text.match(/□是□否□是□否/g)).toHaveLength(11);
    expect(page?.text).not.toMatch(/2026|李晓燕|✓/);
  });

  it('FRM-2 a busy day takes more pages, the column heads on each', async () => {
    const [row] = sample.rows;
    const rows = Array.from({ length: 40 }, () => ({ ...row, at: '2026-09-17T09:00:00+08:00' }));
    const { pdf } = await renderer.render(consultationLog, { ...sample, rows });
    const pages = await readPdf(pdf);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(({ text }, index) => {
      expect(text).toContain('咨询内容解决方案');
      expect(text).toContain(`第${index + 1}页/共${pages.length}页`);
    });
    expect(pages.map(({ text }) => text.match(/09:00/g)?.length ?? 0).reduce((sum, found) => sum + found)).toBe(40);
  });
});
