/** Form 1, 800用户问题处理表: the paper of a problem form, with the seed's fields in the seed's order (HOT-6, SYS-05). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperText, paperTime, signedEntry } from '../paper-fields.form';
import { problemFormStyle, problemFormTemplate } from './problem-form.template';
import { problemFormSample } from './sample';

export const problemFormPaper = z.object({
  unitName: paperText,
  number: z.string().min(1),
  category: z.enum(['technical', 'service', 'sales', 'other']),
  /** Title of the technical sub-kind; kept, not printed. */
  kind: paperText.optional(),
  customerName: paperText,
  mobile: paperText.optional(),
  office: paperText.optional(),
  site: paperText.optional(),
  address: paperText.optional(),
  description: paperText,
  officer: paperText,
  /** Start of the contact. */
  takenAt: paperTime,
  acceptance: z
    .object({
      by: paperText.optional(),
      at: paperTime.optional(),
      appointmentAt: paperTime.optional(),
      place: paperText.optional(),
      text: paperText.optional(),
    })
    .optional(),
  plan: signedEntry.optional(),
  result: signedEntry.optional(),
  audit: signedEntry.optional(),
  /** How often the handler had it; from the second round on it is printed beside the result. */
  rounds: z.number().int().min(1),
});

export type ProblemFormPaper = z.infer<typeof problemFormPaper>;

export const problemForm: FormDefinition<ProblemFormPaper> = {
  code: 'problem-form',
  title: { 'zh-CN': '800用户问题处理表', en: '800 customer problem form' },
  module: 'hotline',
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '800', en: '800' } }],
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: problemFormPaper,
  template: problemFormTemplate,
  style: problemFormStyle,
  sample: problemFormSample,
};
