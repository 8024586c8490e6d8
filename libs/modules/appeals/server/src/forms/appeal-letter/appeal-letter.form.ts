/** Form 13b, 申诉答复函: the answer to the regulator; there is none before a report is approved (APL-4, APL-5, SYS-73). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { caseHead, customerAnswer, paperText, paperTime, twoCopies } from '../paper-fields.form';
import { appealLetterStyle, appealLetterTemplate } from './appeal-letter.template';
import { appealLetterSample } from './sample';

export const appealLetterPaper = z.object({
  ...caseHead,
  /** 答复意见. */
  opinion: paperText,
  answer: customerAnswer,
  /** How many pieces of evidence go with the report. */
  evidence: z.int().min(0),
  at: paperTime.optional(),
});

export type AppealLetterPaper = z.infer<typeof appealLetterPaper>;

export const appealLetter: FormDefinition<AppealLetterPaper> = {
  code: 'appeal-letter',
  title: { 'zh-CN': '申诉答复函', en: 'Letter of answer on an appeal' },
  module: 'appeals',
  version: '1',
  paper: { size: 'A4' },
  copies: twoCopies('监管部门', 'Regulator'),
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: appealLetterPaper,
  template: appealLetterTemplate,
  style: appealLetterStyle,
  sample: appealLetterSample,
};
