import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { appealRecordFiling } from './appeal-record-filing.form';

/** forms.md, form 14. */
const LABELS = [
  '重点申诉报备表',
  '编号',
  '申诉人及级别',
  '监管机构及案号',
  '案情',
  '影响',
  '媒体',
  '司法',
  '群体',
  '已采取措施',
  '拟处理意见',
  '报送对象',
  '上级主管部门/监管部门',
  '报送人',
  '审批',
  '日期',
  '回执',
];

describe('form 14, 重点申诉报备表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(appealRecordFiling, appealRecordFiling.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = appealRecordFiling;

  it('SYS-74 APL-5 prints filled with its receipt, for the receiver and the archive, the fields in order', async () => {
    const { pdf } = await renderer.render(appealRecordFiling, sample);
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    for (const { text } of pages) {
      expect(outOfOrder(text, LABELS)).toEqual([]);
      for (const value of ['BB20260001', 'VIP客户', '省通信管理局', '徐慧', '收文2026-0918-07', '2026年9月19日']) {
        expect(text).toContain(value);
      }
    }
    expect(pages.map(({ text }) => /第.联(报送对象|存档)/.exec(text)?.[0])).toEqual(['第一联报送对象', '第二联存档']);
  });

  it('APL-5 ticks what the case is marked with', () => {
    const html = renderer.html(appealRecordFiling, { ...sample, gravity: ['court', 'mass'] });
    expect(html.match(/<i>✓<\/i>□(司法|群体)/g)).toHaveLength(2);
    expect(html).not.toContain('<i>✓</i>□媒体');
  });

  it('FRM-2 SYS-74 prints blank with the labels and nothing of the data', async () => {
    const { pdf } = await renderer.render(appealRecordFiling, sample, { blank: true });
    const [page] = await readPdf(pdf);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|王建|VIP|✓/);
  });
});
