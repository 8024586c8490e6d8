/** Form 13a, 申诉处理报告: what was found and done, with the approved report (APL-5, SYS-73). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { caseHead, customerAnswer, paperText, paperTime, twoCopies } from '../paper-fields.form';
import { appealReportStyle, appealReportTemplate } from './appeal-report.template';
import { appealReportSample } from './sample';

export const appealReportPaper = z.object({
  ...caseHead,
  /** 查明事实. */
  facts: paperText,
  /** 先期处理情况: the complaint before. */
  before: paperText,
  /** 依据. */
  basis: paperText,
  /** 处理结果. */
  result: paperText,
  /** 答复客户情况. */
  answer: customerAnswer,
  /** 处理结论: empty until the case is concluded. */
  conclusion: paperText,
  /** 整改措施. */
  measures: paperText,
  approvedBy: paperText.optional(),
  at: paperTime.optional(),
});

export type AppealReportPaper = z.infer<typeof appealReportPaper>;

export const appealReport: FormDefinition<AppealReportPaper> = {
  code: 'appeal-report',
  title: { 'zh-CN': '申诉处理报告', en: 'Report on an appeal' },
  module: 'appeals',
  version: '1',
  paper: { size: 'A4' },
  copies: twoCopies('监管部门', 'Regulator'),
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: appealReportPaper,
  template: appealReportTemplate,
  style: appealReportStyle,
  sample: appealReportSample,
};
