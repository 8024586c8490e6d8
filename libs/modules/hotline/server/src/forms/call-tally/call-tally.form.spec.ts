import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import { callTally } from './call-tally.form';

/** forms.md, form 6. */
const LABELS = ['800电话信息统计报表', '日期', '类别', '正字登记', '次数', '合计', '责任人', '次数', '日期', '次数'];

const SEVEN = {
  unitName: '华南电子工程有限公司',
  from: '2026-09-17',
  rows: [{ kind: '技术质量', count: 7 }],
  total: 7,
  byOfficer: [{ officer: '李晓燕', count: 7 }],
  byDay: [{ day: '2026-09-17', count: 7 }],
  nuisance: 2,
  phoneContacts: 9,
};

describe('SYS-11 form 6, 800电话信息统计报表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(callTally, callTally.sample);
  }, 60_000);
  afterAll(() => renderer.close());

  it('SYS-11 seven handled calls print one 正 and two strokes', () => {
    const html = renderer.html(callTally, SEVEN);
    const drawn = html.match(/<svg class="tally".*?<\/svg>/g) ?? [];
    expect(drawn.map((character) => character.match(/<path/g)?.length)).toEqual([5, 2]);
  });

  it('SYS-11 strokes plus nuisance calls are the phone contacts, both printed', async () => {
    const { pdf } = await renderer.render(callTally, callTally.sample);
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).toContain('正字登记次数31骚扰及误拨3当日电话总数34');
    expect(page?.text).toContain('技术质量17服务4销售2其它1咨询7合计31');
    const html = renderer.html(callTally, callTally.sample);
    const { rows, nuisance, phoneContacts } = callTally.sample;
    expect(html.match(/<path/g)).toHaveLength(rows.reduce((sum, { count }) => sum + count, 0));
    expect((html.match(/<path/g)?.length ?? 0) + nuisance).toBe(phoneContacts);
  });

  it.each([
    ['total', { total: 8, phoneContacts: 10 }],
    ['phoneContacts', { phoneContacts: 7 }],
    ['byOfficer', { byOfficer: [{ officer: '李晓燕', count: 6 }] }],
    ['byDay', { byDay: [] }],
  ])('HOT-11 a sheet whose %s does not add up is not printed', async (field, wrong) => {
    await expect(renderer.render(callTally, { ...SEVEN, ...wrong })).rejects.toMatchObject({
      code: 'form-data-invalid',
      details: { errors: expect.arrayContaining([expect.objectContaining({ pointer: `/${field}` })]) as unknown },
    });
  });

  it('FRM-2 prints blank with rows for handwriting', async () => {
    const { pdf } = await renderer.render(callTally, callTally.sample, { blank: true });
    const [page, ...more] = await readPdf(pdf);
    expect(more).toEqual([]);
    expect(outOfOrder(page?.text ?? '', LABELS)).toEqual([]);
    expect(page?.text).not.toMatch(/2026|李晓燕|31/);
  });
});
