import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { problemForm } from './problem-form.form';

/** The seed's labels in the seed's order (forms.md, form 1). */
const LABELS = [
  '800用户问题处理表',
  '用户问题类别',
  '□技术质量',
  '□服务',
  '□销售',
  '□其它',
  '表单号',
  '用户姓名',
  '联系电话',
  '(MP)',
  '(O)',
  '用户所在网点',
  '通讯地址',
  '用户事件描述',
  '咨询工程师或其它人员',
  '年',
  '月',
  '日',
  '受理记录',
  '处理方案',
  '拟案人',
  '年',
  '月',
  '日',
  '处理结果',
  '处理人',
  '年',
  '月',
  '日',
  '审核栏',
  '审核人',
  '年',
  '月',
  '日',
];

describe('SYS-05 form 1, 800用户问题处理表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(problemForm, problemForm.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = problemForm;

  it('SYS-05 prints filled on one page, with the labels in order', async () => {
    const { pdf } = await renderer.render(problemForm, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    for (const value of [
      sample.number,
      '陈㙍',
      '13812345678',
      '075582001234',
      '国贸大厦一楼自助服务区2号机',
      '李晓燕2026年9月17日',
      '约定时间：2026-09-1714:00',
      '拟案人：王建国2026年9月17日',
      '审核人：赵志强2026年9月18日',
      '第一联800',
      '第1页/共1页',
    ]) {
      expect(page?.text).toContain(value);
    }
  });

  it('SYS-05 prints blank with the labels, and with nothing of the data', async () => {
    const { pdf } = await renderer.render(problemForm, sample, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/\d{4}|王建国|李晓燕|✓|㙍|受理人/);
    expect(page?.text).toContain('第一联800');
  });

  it('HOT-6 ticks the one category', () => {
    for (const [category, label] of [
      ['technical', '技术质量'],
      ['service', '服务'],
      ['sales', '销售'],
      ['other', '其它'],
    ] as const) {
      const html = renderer.html(problemForm, { ...sample, category });
      expect(html.match(/<i>✓<\/i>/g)).toHaveLength(1);
      expect(html).toContain(`<i>✓</i>□${label}<`);
    }
  });

  it('HOT-9c names the round from the second one on', () => {
    expect(renderer.html(problemForm, sample)).not.toContain('轮）');
    expect(renderer.html(problemForm, { ...sample, rounds: 2 })).toContain('（第 2 轮）');
  });

  it('SYS-05 a form just taken prints with open dates', async () => {
    const { unitName, number, category, customerName, description, officer, takenAt } = sample;
    const data = { unitName, number, category, customerName, description, officer, takenAt, rounds: 1 };
    const { pdf } = await renderer.render(problemForm, data);
    expect((await readPdf(pdf))[0]?.text).toMatch(/拟案人：年月日/);
  });

  it('FRM-2 long texts go on to a second page that carries number and count', async () => {
    const long = '用户反映取款机不能出钞，屏幕提示暂停服务，重启后仍未恢复。'.repeat(28);
    const { pdf } = await renderer.render(problemForm, { ...sample, description: long, result: { text: long } });
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text).toContain(sample.number);
    expect(pages[1]?.text).toContain('第2页/共2页');
    expect(outOfOrder(pages.map(({ text }) => text).join(''), ['处理结果', '处理人', '审核栏', '审核人'])).toEqual([]);
    expect(pdf.length).toBeLessThan(60_000);
  });

  it('HOT-6 refuses a category that no form has', async () => {
    await expect(renderer.render(problemForm, { ...sample, category: 'praise' })).rejects.toMatchObject({
      code: 'form-data-invalid',
      details: { errors: [{ pointer: '/category' }] },
    });
  });
});
