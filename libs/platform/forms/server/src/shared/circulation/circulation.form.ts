/** Form 28, 服务质量通报: one copy to each of the distribution list; complaints, appeals and appraisal print it. */
import { z } from 'zod';
import type { FormDefinition } from '../../render/form-definition';
import { COPIES_AT_MOST } from '../../render/copies';
import { sharedText, sharedTime } from '../paper-values';
import { circulationStyle, circulationTemplate } from './circulation.template';
import { circulationSample } from './sample';

export const circulationPaper = z.object({
  unitName: sharedText,
  /** 期号. */
  number: z.string().min(1).max(60),
  at: sharedTime,
  /** Units or persons named in it. */
  accused: sharedText,
  /** Number of the case it is about; several are put together by the module. */
  caseNumber: sharedText.optional(),
  matter: sharedText,
  basis: sharedText,
  decision: sharedText,
  demand: sharedText.optional(),
  issuedBy: sharedText.optional(),
  issuedAt: sharedTime.optional(),
  /** Names of the units or persons who each get a copy. */
  distribution: z.array(z.string().min(1).max(80)).min(1).max(COPIES_AT_MOST),
});

export type CirculationPaper = z.infer<typeof circulationPaper>;

/** @param module id of the room that prints it; its manifest names it in `sharedForms` */
export const circulationForm = (module: string): FormDefinition<CirculationPaper> => ({
  code: 'circulation',
  title: { 'zh-CN': '服务质量通报', en: 'Service quality circulation' },
  module,
  version: '2',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第{n}份', en: 'Copy {n}' }, holder: { zh: '', en: '' } }],
  copiesKey: 'distribution',
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: circulationPaper,
  template: circulationTemplate,
  style: circulationStyle,
  sample: circulationSample,
});
