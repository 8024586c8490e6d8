/** Form 15 with the whole franchise template, filled and blank (APR-12). */
import { createRenderer, type FormRenderer } from '@bihuan/forms';
import { outOfOrder, readPdf } from '@bihuan/testing-kit';
import type { Period } from '../../domain/period.state';
import { scoreSheet } from '../../domain/sheet-score.rules';
import { franchise } from '../../test/section';
import {
  aSheet,
  breach,
  calls,
  check,
  FULL_HEAD,
  FULL_SELF,
  incentive,
  mistakes,
  scores,
  SELF,
  sources,
} from '../../test/sheet.builder';
import { appraisalSheet } from './appraisal-sheet.form';
import { paperOf, wordsOf } from './paper-of.form';

const { template } = franchise;

/** The seed's labels in the seed's order (forms.md, form 15). */
const LABELS = [
  '客服部绩效考核表',
  '考核项目',
  '考核权重',
  '评估标准描述',
  '评估说明',
  '分值标准',
  '自评分',
  '部门评分',
  '主体考核部分（占比80%）',
  '工作态度',
  '主动性',
  '8-15分',
  '7分以下',
  '责任心',
  '5-10分',
  '4分以下',
  '服务意识',
  '专业技能',
  '专业度',
  '0-5分',
  '专业知识的运用',
  '工作能力',
  '沟通能力及结果导向',
  '学习能力',
  '团队精神',
  '考核得分',
  '工作态度35分+专业技能10分+工作能力35分',
  '日常激励加减分',
  '加盟商满意度评分（10%）',
  '0-10分',
  '人力行政部评分（10%）',
  '遵守公司规章制度',
  '考核总得分＝部门考核部分（占比80%）+加盟商满意度评分部分（占比10%）+人力行政部评分部分（占比10%）',
  '被考核人签字',
  '部门领导签字',
  '人力行政部签字',
];

function paper(...points: number[]) {
  const given = sources([check(80), ...mistakes(2), breach(3), ...points.map(incentive)], calls(10, 8));
  const [self, head] = [scores(FULL_SELF, SELF), scores({ ...FULL_HEAD, initiative: 12 })];
  const incentives = given.entries.filter(({ kind }) => kind === 'incentive');
  const scored = scoreSheet(template, { self, head, sources: given });
  return paperOf(aSheet({ self, head }), { template } as Period, scored, incentives, '华东区客服组');
}

describe('APR-12 form 15, 客服部绩效考核表', () => {
  let renderer: FormRenderer;
  beforeAll(async () => {
    renderer = createRenderer();
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(appraisalSheet, appraisalSheet.sample);
  }, 60_000);
  afterAll(() => renderer.close());

  it('APR-12 prints parts, items, a line a band, both columns and the total, signed below', async () => {
    const { pdf } = await renderer.render(appraisalSheet, { ...paper(2, -1), keeper: '人力行政部' });
    const pages = await readPdf(pdf);
    const text = pages.map((page) => page.text).join('');
    expect(pages.length).toBe(2);
    expect(outOfOrder(text, LABELS)).toEqual([]);
    // 67 by the head, 4, 3; incentives +2 −1; 8 and 7 beside.
    expect(text).toMatch(/考核得分（[^）]*）：8074/);
    expect(text).toContain('2026-09-15+2依据（马骁）');
    expect(text).toMatch(/部门考核部分：75/);
    expect(text).toMatch(/10%）：90/);
    expect(text).toContain('林晓燕');
    expect(text).toContain('第一联人力行政部');
  });

  it('APR-2 RD-32 where the bounds changed the sum, the sum is printed', async () => {
    const { pdf } = await renderer.render(appraisalSheet, paper(9));
    const text = (await readPdf(pdf)).map((page) => page.text).join('');
    expect(text).toContain('（加减分后合计83，按0-80分计）：80');
  });

  it('FRM-2 APR-12 the blank form has the company’s words and no points', async () => {
    const data = { unitName: '华东区客服组', keeper: '人力行政部', ...wordsOf(template) };
    const { pdf } = await renderer.render(appraisalSheet, data, { blank: true });
    const text = (await readPdf(pdf)).map((page) => page.text).join('');
    expect(outOfOrder(text, LABELS)).toEqual([]);
    expect(text).toContain('本职份内工作需在部门主管的监督下才能完成各项工作');
    expect(text).not.toMatch(/林晓燕|2026|：\d/);
  });
});
