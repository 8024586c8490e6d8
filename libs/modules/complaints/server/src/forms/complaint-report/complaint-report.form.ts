/** Form 8, 投诉处理汇报单 (表1.2): two copies, the second for the responsible unit (CMP-10, RD-41). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperText, paperTime, signedEntry } from '../paper-fields.form';
import { complaintReportStyle, complaintReportTemplate } from './complaint-report.template';
import { complaintReportSample } from './sample';

export const complaintReportPaper = z.object({
  unitName: paperText,
  number: z.string().min(1),
  customerName: paperText,
  address: paperText.optional(),
  phone: paperText.optional(),
  contact: paperText.optional(),
  handledAt: paperTime.optional(),
  /** 投诉内容描述, with 统计人 and date. */
  matter: signedEntry,
  /** 处理方法, with 处理人 and 处理时间. */
  handling: signedEntry,
  head: paperText.optional(),
  cause: paperText.optional(),
  /** 对相关人员处罚意见 */
  sanctions: paperText.optional(),
  revisit: paperText.optional(),
  remark: paperText.optional(),
  /** Division's repair report: attached, or why not. */
  attached: z.boolean().optional(),
  missingReason: paperText.optional(),
  secondHolder: paperText.optional(),
});

export type ComplaintReportPaper = z.infer<typeof complaintReportPaper>;

export const complaintReport: FormDefinition<ComplaintReportPaper> = {
  code: 'complaint-report',
  title: { 'zh-CN': '投诉处理汇报单', en: 'Complaint report' },
  module: 'complaints',
  version: '1',
  paper: { size: 'A4' },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '人力公关部', en: 'HR and PR' } },
    {
      label: { zh: '第二联', en: 'Copy 2' },
      holder: { dataKey: 'secondHolder', fallback: { zh: '事业部', en: 'Business division' } },
    },
  ],
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: complaintReportPaper,
  template: complaintReportTemplate,
  style: complaintReportStyle,
  sample: complaintReportSample,
};
