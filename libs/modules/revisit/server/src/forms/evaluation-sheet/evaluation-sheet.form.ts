/** Form 26c, 绩效评定表: one evaluation with the seed's fields in the seed's order (RVT-8, SYS-17). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { evaluationSheetStyle, evaluationSheetTemplate } from './evaluation-sheet.template';
import { evaluationSheetSample } from './sample';

const text = z.string().max(10_000);
const score = z.int().optional();

export const evaluationSheetPaper = z.object({
  unitName: text,
  province: text.optional(),
  city: text.optional(),
  /** 单位名称 */
  company: text.optional(),
  /** 评定人 */
  evaluator: text.optional(),
  day: z.iso.datetime({ offset: true }).optional(),
  item: text.optional(),
  project: text.optional(),
  technicalLevel: score,
  attitude: score,
  remark: text.optional(),
  /** 确定 or 取消: a later one of the month took its place. */
  decision: z.enum(['kept', 'replaced']).optional(),
});

export type EvaluationSheetPaper = z.infer<typeof evaluationSheetPaper>;

export const evaluationSheet: FormDefinition<EvaluationSheetPaper> = {
  code: 'evaluation-sheet',
  title: { 'zh-CN': '绩效评定表', en: 'Evaluation sheet' },
  module: 'revisit',
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '用户服务部', en: 'User service' } }],
  register: false,
  unitKey: 'unitName',
  schema: evaluationSheetPaper,
  template: evaluationSheetTemplate,
  style: evaluationSheetStyle,
  sample: evaluationSheetSample,
};
