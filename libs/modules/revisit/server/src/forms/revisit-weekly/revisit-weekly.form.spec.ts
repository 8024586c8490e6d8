import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { revisitWeekly } from './revisit-weekly.form';

/** Fields of forms.md 10, in order (ours). */
const LABELS = [
  '回访周报',
  '周次',
  '回访数',
  '到达数',
  '满意率',
  '未解决事项',
  '用户意见',
  '工程师评价',
  '好',
  '中',
  '差',
  '次日运行不正常',
  '转责任人处理',
];

describe('SYS-15 form 10, 回访周报', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    await renderer.render(revisitWeekly, revisitWeekly.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = revisitWeekly;

  it('RVT-5 SYS-15 prints the week on one page, a copy each to general manager and deputy', async () => {
    const { pdf } = await renderer.render(revisitWeekly, sample);
    const [first, second, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(first?.text ?? '', LABELS)).toEqual([]);
    expect(first?.text).toContain('应回访12回访数11到达数10满意数8满意率80.0%');
    expect(first?.text).toContain('王建国610孙涛201');
    expect(first?.text).toContain('第一联总经理');
    expect(second?.text).toContain('第二联分管副总');
  });

  it('FRM-2 prints blank with rows to write in', async () => {
    const { pdf } = await renderer.render(revisitWeekly, { unitName: sample.unitName }, { blank: true, copies: [1] });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|王建国|undefined|NaN/);
  });

  it('FRM-2 a long week goes on over pages, each table with its head', async () => {
    const unsolved = Array.from({ length: 60 }, () => sample.unsolved[0] as (typeof sample.unsolved)[0]);
    const { pdf } = await renderer.render(revisitWeekly, { ...sample, unsolved }, { copies: [1] });
    const pages = await readPdf(pdf);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[1]?.text).toContain('未解决事项');
  });
});
