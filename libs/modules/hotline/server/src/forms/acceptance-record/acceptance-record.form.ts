/** Form 2, 800用户问题受理记录表: how the handler took the problem form over (HOT-9a, SYS-08). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperText, paperTime } from '../paper-fields.form';
import { acceptanceRecordStyle, acceptanceRecordTemplate } from './acceptance-record.template';
import { acceptanceRecordSample } from './sample';

export const acceptanceRecordPaper = z.object({
  unitName: paperText,
  /** Number of form 1. */
  number: z.string().min(1),
  by: paperText,
  acceptedAt: paperTime,
  requestedAt: paperTime.optional(),
  appointmentAt: paperTime.optional(),
  place: paperText.optional(),
  contact: paperText.optional(),
  contactPhone: paperText.optional(),
  judgement: paperText.optional(),
  spareParts: paperText.optional(),
  remark: paperText.optional(),
});

export type AcceptanceRecordPaper = z.infer<typeof acceptanceRecordPaper>;

export const acceptanceRecord: FormDefinition<AcceptanceRecordPaper> = {
  code: 'acceptance-record',
  title: { 'zh-CN': '800用户问题受理记录表', en: '800 acceptance record' },
  module: 'hotline',
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '800', en: '800' } }],
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: acceptanceRecordPaper,
  template: acceptanceRecordTemplate,
  style: acceptanceRecordStyle,
  sample: acceptanceRecordSample,
};
