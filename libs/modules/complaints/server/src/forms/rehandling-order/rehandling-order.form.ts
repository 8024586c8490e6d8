/** Form 27c, 回访再处理工单: the handling was wrong and is done again (CMP-9b). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { oneCopy, paperText, paperTime } from '../paper-fields.form';
import { rehandlingOrderStyle, rehandlingOrderTemplate } from './rehandling-order.template';
import { rehandlingOrderSample } from './sample';

export const rehandlingOrderPaper = z.object({
  unitName: paperText,
  number: z.string().min(1),
  caseNumber: z.string().min(1),
  revisit: paperText.optional(),
  opinion: paperText.optional(),
  screenedBy: paperText.optional(),
  screenedAt: paperTime.optional(),
  responsibleUnit: paperText.optional(),
  requirement: paperText.optional(),
  dueAt: paperTime.optional(),
  result: paperText.optional(),
  handler: paperText.optional(),
  doneAt: paperTime.optional(),
});

export type RehandlingOrderPaper = z.infer<typeof rehandlingOrderPaper>;

export const rehandlingOrder: FormDefinition<RehandlingOrderPaper> = {
  code: 'rehandling-order',
  title: { 'zh-CN': '回访再处理工单', en: 'Re-handling order' },
  module: 'complaints',
  version: '1',
  paper: { size: 'A4' },
  copies: oneCopy('', ''),
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: rehandlingOrderPaper,
  template: rehandlingOrderTemplate,
  style: rehandlingOrderStyle,
  sample: rehandlingOrderSample,
};
