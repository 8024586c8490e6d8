/** Form 27a, 投诉处理工单: what was taken in, the customer's signature, a row a stage (CMP-1b, CMP-4a). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { oneCopy, paperText, paperTime } from '../paper-fields.form';
import { complaintOrderStyle, complaintOrderTemplate } from './complaint-order.template';
import { complaintOrderSample } from './sample';

export const complaintOrderPaper = z.object({
  unitName: paperText,
  number: z.string().min(1),
  channel: paperText,
  customerName: paperText,
  customerLevel: paperText.optional(),
  phone: paperText.optional(),
  business: paperText.optional(),
  kind: paperText.optional(),
  symptom: paperText.optional(),
  level: paperText.optional(),
  matter: paperText,
  demand: paperText.optional(),
  promisedAt: paperTime.optional(),
  signedAt: paperTime.optional(),
  /** 整理, 复核, 处理, 反馈, 答复, 回访. */
  stages: z.array(
    z.object({
      stage: paperText,
      dueAt: paperTime.optional(),
      doneAt: paperTime.optional(),
      unit: paperText.optional(),
      person: paperText.optional(),
    }),
  ),
  /** 处理结果 / 解释口径 */
  result: paperText.optional(),
  answer: paperText.optional(),
});

export type ComplaintOrderPaper = z.infer<typeof complaintOrderPaper>;

export const complaintOrder: FormDefinition<ComplaintOrderPaper> = {
  code: 'complaint-order',
  title: { 'zh-CN': '投诉处理工单', en: 'Complaint order' },
  module: 'complaints',
  version: '1',
  paper: { size: 'A4' },
  copies: oneCopy('', ''),
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: complaintOrderPaper,
  template: complaintOrderTemplate,
  style: complaintOrderStyle,
  sample: complaintOrderSample,
};
