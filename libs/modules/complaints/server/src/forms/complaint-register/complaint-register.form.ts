/** Form 7, 投诉统计表 (表1.1): a line a complaint, the seed's nine columns (CMP-1, CMP-4d, CMP-9a). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { oneCopy, paperText, paperTime } from '../paper-fields.form';
import { complaintRegisterStyle, complaintRegisterTemplate } from './complaint-register.template';
import { complaintRegisterSample } from './sample';

export const complaintRegisterPaper = z.object({
  unitName: paperText,
  from: paperTime,
  /** Last day, where the register covers several. */
  until: paperTime.optional(),
  rows: z.array(
    z.object({
      number: paperText,
      /** 投诉单位 */
      complainant: paperText.optional(),
      matter: paperText.optional(),
      at: paperTime,
      contact: paperText.optional(),
      phone: paperText.optional(),
      officer: paperText.optional(),
      relayedAt: paperTime.optional(),
      relayedBy: paperText.optional(),
      /** 投诉处理汇报单编号 */
      report: paperText.optional(),
      /** Number of the line it follows (CMP-9a). */
      follows: paperText.optional(),
    }),
  ),
});

export type ComplaintRegisterPaper = z.infer<typeof complaintRegisterPaper>;

export const complaintRegister: FormDefinition<ComplaintRegisterPaper> = {
  code: 'complaint-register',
  title: { 'zh-CN': '投诉统计表', en: 'Complaint register' },
  module: 'complaints',
  version: '1',
  paper: { size: 'A4', landscape: true },
  copies: oneCopy('人力公关部', 'HR and PR'),
  register: true,
  unitKey: 'unitName',
  schema: complaintRegisterPaper,
  template: complaintRegisterTemplate,
  style: complaintRegisterStyle,
  sample: complaintRegisterSample,
};
