/** Form 15, 客服部绩效考核表: one person's month, signed by himself and his head (APR-12). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { appraisalSheetSample } from './sample';
import { appraisalSheetStyle, appraisalSheetTemplate } from './appraisal-sheet.template';

const text = z.string().max(4_000);
const points = z.number().optional();

const line = z.object({
  /** Beside the first line of a part. */
  part: z.object({ title: text, weight: z.int(), span: z.int() }).optional(),
  /** Beside the first band of an item. */
  item: z.object({ title: text, weight: z.int(), standard: text, span: z.int(), self: points, points }).optional(),
  guidance: text,
  label: text,
});

export const appraisalSheetPaper = z.object({
  unitName: text,
  /** Who keeps the copy: HR, as the company calls it. */
  keeper: text.optional(),
  number: text,
  name: text,
  staffNumber: text,
  period: text,
  /** Percent of the total that the main part makes. */
  mainShare: z.int(),
  /** `工作态度35分+专业技能10分+工作能力35分` */
  mainParts: text,
  /** `部门考核部分（占比80%）＋…` */
  sumOf: text,
  parts: z.array(z.object({ rows: z.array(line) })),
  /** Satisfaction and HR, each under its heading. */
  others: z.array(z.object({ heading: text, rows: z.array(line) })),
  self: points,
  /** Sum of the main part's items. */
  score: points,
  incentives: z.array(z.object({ day: text, points: text, ground: text, by: text })),
  incentive: text.optional(),
  /** Shown where the bounds changed the sum (RD-32). */
  uncapped: points,
  main: points,
  total: points,
});

export type AppraisalSheetPaper = z.infer<typeof appraisalSheetPaper>;

export const appraisalSheet: FormDefinition<AppraisalSheetPaper> = {
  code: 'appraisal-sheet',
  title: { 'zh-CN': '客服部绩效考核表', en: 'Appraisal sheet' },
  module: 'appraisal',
  version: '1',
  paper: { size: 'A4' },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { dataKey: 'keeper', fallback: { zh: '人力行政部', en: 'HR' } } },
  ],
  printedBlank: ['mainShare', 'mainParts', 'sumOf', 'parts', 'others'],
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: appraisalSheetPaper,
  template: appraisalSheetTemplate,
  style: appraisalSheetStyle,
  sample: appraisalSheetSample,
};
