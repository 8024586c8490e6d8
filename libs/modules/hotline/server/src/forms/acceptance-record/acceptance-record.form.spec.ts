import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { acceptanceRecord } from './acceptance-record.form';

/** forms.md, form 2. */
const LABELS = [
  '800用户问题受理记录表',
  '表单号',
  '受理人',
  '受理时间',
  '用户要求时间',
  '约定时间',
  '约定地点',
  '联系人电话',
  '初步判断',
  '备件',
  '备注',
];

describe('SYS-08 form 2, 800用户问题受理记录表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(acceptanceRecord, acceptanceRecord.sample);
  }, 60_000);
  afterAll(() => renderer.close());
  const { sample } = acceptanceRecord;

  it('SYS-08 prints with the number of form 1 and the labels in order', async () => {
    const { pdf } = await renderer.render(acceptanceRecord, sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(outOfOrder(page?.text ?? '', ['表单号', sample.number, '受理时间', '2026-09-1709:48', '国贸大厦'])).toEqual(
      [],
    );
    expect(page?.text).toContain('第一联800');
  });

  it('SYS-08 prints blank with the labels alone', async () => {
    const { pdf } = await renderer.render(acceptanceRecord, sample, { blank: true });
    const [page] = await readPdf(pdf);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/\d{4}|王建国/);
  });
});
