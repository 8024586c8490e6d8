/** Form 14, 重点申诉报备表: a key case reported for the record (APL-5, SYS-74). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { caseHead, paperText, paperTime, twoCopies } from '../paper-fields.form';
import { appealRecordFilingStyle, appealRecordFilingTemplate } from './appeal-record-filing.template';
import { appealRecordFilingSample } from './sample';

export const appealRecordFilingPaper = z.object({
  ...caseHead,
  /** 级别. */
  level: paperText,
  /** Codes of the gravities: media, court, mass. */
  gravity: z.array(z.string()),
  impact: paperText,
  /** 已采取措施. */
  measures: paperText,
  /** 拟处理意见. */
  opinion: paperText,
  /** 报送对象. */
  receiver: paperText,
  filedBy: paperText.optional(),
  approvedBy: paperText.optional(),
  at: paperTime.optional(),
  receipt: z.object({ text: paperText, at: paperTime.optional() }).optional(),
});

export type AppealRecordFilingPaper = z.infer<typeof appealRecordFilingPaper>;

export const appealRecordFiling: FormDefinition<AppealRecordFilingPaper> = {
  code: 'appeal-record-filing',
  title: { 'zh-CN': '重点申诉报备表', en: 'Key appeal reported for the record' },
  module: 'appeals',
  version: '2',
  paper: { size: 'A4' },
  copies: twoCopies('报送对象', 'Receiver'),
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: appealRecordFilingPaper,
  template: appealRecordFilingTemplate,
  style: appealRecordFilingStyle,
  sample: appealRecordFilingSample,
};
