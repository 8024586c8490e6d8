import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf, readPictures } from '@bihuan/testing-kit';
import { drawnSignature } from '../../test/drawn-signature';
import { serviceSheet } from './service-sheet.form';
import { inkOf } from './signature-ink.part';

/** Our labels in our order (forms.md, form 16). */
const LABELS = [
  '产品售后服务单',
  'NO',
  '顾客',
  '地址',
  '联系人/电话',
  '产品型号',
  '编号',
  '报修时间',
  '要求到达',
  '实际到达',
  '故障现象',
  '处理',
  '备件',
  '工时',
  '费用',
  '遗留问题',
  '顾客对服务的评价',
  '顾客签字并盖公章',
  '服务人员',
];

/** Order of the labels, whatever way a line is broken. */
const plain = (text: string): string => text.replace(/\s/g, '');

describe('DSP-8 form 16, 产品售后服务单', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(serviceSheet, serviceSheet.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = serviceSheet;

  it('DSP-8 prints filled on one page a copy, customer and company, with the labels in order', async () => {
    const { pdf } = await renderer.render(serviceSheet, sample);
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    const text = plain(pages[0]?.text ?? '');
    expect(outOfOrder(text, LABELS)).toEqual([]);
    for (const value of [
      sample.number,
      '陈㙍13812345678',
      'ATM-5000',
      'S5000-20231187',
      '2026-09-1709:12',
      '出钞皮带编号BLT-0087数量1',
      '1.5小时',
      '120.00元',
      '1.读卡器磨损，备件未到约定措施：三个工作日内携新件上门更换',
      '评分：5（满分5）',
      '已凭短信验证码确认',
      '2026年9月17日',
      '王建国',
      '第一联顾客',
      '第1页/共1页',
    ]) {
      expect(text).toContain(value);
    }
    expect(plain(pages[1]?.text ?? '')).toContain('第二联公司');
  });

  it('DSP-8a a signature without the customer’s code says so on the paper', () => {
    const signature = { name: '陈㙍', at: '2026-09-17T15:20:00+08:00', withCode: false };
    const html = renderer.html(serviceSheet, { ...sample, signature });
    expect(html).toContain('未经验证码确认');
    expect(html).not.toContain('已凭短信验证码确认');
  });

  it('DSP-8a the drawn signature is painted on both copies, in a box of its own, with its time', async () => {
    const signature = {
      name: '陈㙍',
      at: '2026-09-17T15:20:00+08:00',
      withCode: false,
      ...inkOf('image/png', drawnSignature()),
    };
    const { pdf } = await renderer.render(serviceSheet, { ...sample, signature });
    const painted = await readPictures(pdf);
    expect(painted).toEqual([['640x240'], ['640x240']]);
    const [first] = await readPdf(pdf);
    expect(plain(first?.text ?? '')).toContain('陈㙍签字时间：2026-09-1715:20未经验证码确认');
    expect(plain(first?.text ?? '')).not.toContain('见工单附件');
    const bare = await renderer.render(serviceSheet, sample);
    expect(await readPictures(bare.pdf)).toEqual([[], []]);
  });

  it('DSP-8a a picture that does not go onto paper is named; one that would be fetched is refused', async () => {
    const signature = { name: '陈㙍', at: '2026-09-17T15:20:00+08:00', withCode: true };
    expect(renderer.html(serviceSheet, { ...sample, signature: { ...signature, beside: true } })).toContain(
      '签字图片见工单附件',
    );
    for (const picture of [
      'https://example.com/a.png',
      'data:image/svg+xml;base64,PHN2Zz4=',
      'data:image/png;base64,"',
    ]) {
      await expect(
        renderer.render(serviceSheet, { ...sample, signature: { ...signature, picture } }),
      ).rejects.toMatchObject({ code: 'form-data-invalid' });
    }
  });

  it('FRM-2 prints blank with rows for handwriting, and with nothing of the data', async () => {
    const { pdf } = await renderer.render(serviceSheet, sample, { blank: true });
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    expect(outOfOrder(plain(pages[0]?.text ?? ''), LABELS)).toEqual([]);
    expect(pages[0]?.text).not.toMatch(/\d{4}|陈㙍|王建国|约定措施|评分|验证码/);
  });

  it('FRM-2 long texts go on to a second page that carries the number', async () => {
    const long = '客户反映设备间歇性重启，更换电源模块后仍有一次，随后更换主板并连续观察。'.repeat(30);
    const { pdf } = await renderer.render(serviceSheet, { ...sample, description: long, handling: long });
    const pages = await readPdf(pdf);
    expect(pages.length).toBe(4);
    expect(pages[1]?.text).toContain(sample.number);
    expect(
      plain(
        pages
          .slice(0, 2)
          .map(({ text }) => text)
          .join(''),
      ),
    ).toContain('服务人员王建国');
  });
});
