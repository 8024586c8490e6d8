/** Form 27b, 督办单: the supervision orders of a case, each on its own page (CMP-4c, CMP-20). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { oneCopy, paperText, paperTime, signedEntry } from '../paper-fields.form';
import { supervisionOrderSample } from './sample';
import { supervisionOrderStyle, supervisionOrderTemplate } from './supervision-order.template';

export const supervisionOrderPaper = z.object({
  unitName: paperText,
  caseNumber: z.string().min(1),
  orders: z
    .array(
      z.object({
        number: z.string().min(1),
        issuingUnit: paperText.optional(),
        /** 被督办单位/人 */
        supervised: paperText,
        ground: z.enum(['automatic', 'key', 'difficult', 'not-as-prescribed']),
        instruction: paperText,
        dueAt: paperTime.optional(),
        requiredReply: paperText.optional(),
        issued: signedEntry,
        reply: signedEntry.optional(),
      }),
    )
    .min(1),
});

export type SupervisionOrderPaper = z.infer<typeof supervisionOrderPaper>;

export const supervisionOrder: FormDefinition<SupervisionOrderPaper> = {
  code: 'supervision-order',
  title: { 'zh-CN': '督办单', en: 'Supervision order' },
  module: 'complaints',
  version: '1',
  paper: { size: 'A4' },
  copies: oneCopy('', ''),
  register: false,
  numberKey: 'caseNumber',
  unitKey: 'unitName',
  schema: supervisionOrderPaper,
  template: supervisionOrderTemplate,
  style: supervisionOrderStyle,
  sample: supervisionOrderSample,
};
