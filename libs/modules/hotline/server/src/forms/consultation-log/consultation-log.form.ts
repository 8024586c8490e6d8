/** Form 3, 用户咨询统计表: what an officer answered at once on a day (HOT-5, HOT-5a). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperText, paperTime } from '../paper-fields.form';
import { consultationLogStyle, consultationLogTemplate } from './consultation-log.template';
import { consultationLogSample } from './sample';

export const consultationLogPaper = z.object({
  unitName: paperText,
  day: paperTime,
  officer: paperText.optional(),
  rows: z.array(
    z.object({
      at: paperTime,
      customer: paperText.optional(),
      phone: paperText.optional(),
      site: paperText.optional(),
      question: paperText.optional(),
      solution: paperText.optional(),
      /** Absent while it is not known: neither box is ticked. */
      solved: z.boolean().optional(),
      /** The customer understood the answer and is satisfied (HOT-5a). */
      understood: z.boolean().optional(),
      unfinished: paperText.optional(),
      /** Number of attached sheets. */
      attachments: z.number().int().min(0).optional(),
    }),
  ),
  handedOverBy: paperText.optional(),
  takenOverBy: paperText.optional(),
});

export type ConsultationLogPaper = z.infer<typeof consultationLogPaper>;

export const consultationLog: FormDefinition<ConsultationLogPaper> = {
  code: 'consultation-log',
  title: { 'zh-CN': '用户咨询统计表', en: 'Consultation log' },
  module: 'hotline',
  version: '1',
  paper: { size: 'A4', landscape: true },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '800', en: '800' } }],
  register: true,
  unitKey: 'unitName',
  schema: consultationLogPaper,
  template: consultationLogTemplate,
  style: consultationLogStyle,
  sample: consultationLogSample,
};
