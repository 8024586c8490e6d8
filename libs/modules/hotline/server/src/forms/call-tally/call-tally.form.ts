/** Form 6, 800电话信息统计报表: strokes of 正 by category; a sheet whose figures do not add up is not printed (HOT-11). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperText, paperTime } from '../paper-fields.form';
import { callTallyStyle, callTallyTemplate } from './call-tally.template';
import { callTallySample } from './sample';

const count = z.number().int().min(0).max(2000);
const sum = (lines: readonly { count: number }[]): number => lines.reduce((all, line) => all + line.count, 0);

export const callTallyPaper = z
  .object({
    unitName: paperText,
    from: paperTime,
    /** Last day, where the sheet covers several. */
    until: paperTime.optional(),
    /** Title of a category and its handled calls; nuisance calls are not among them. */
    rows: z.array(z.object({ kind: paperText, count })),
    total: z.number().int().min(0),
    byOfficer: z.array(z.object({ officer: paperText, count: z.number().int().min(0) })),
    byDay: z.array(z.object({ day: paperTime, count: z.number().int().min(0) })),
    nuisance: z.number().int().min(0),
    phoneContacts: z.number().int().min(0),
  })
  .refine(({ rows, total }) => sum(rows) === total, { path: ['total'], error: 'is not the sum of the categories' })
  .refine(({ byOfficer, total }) => sum(byOfficer) === total, { path: ['byOfficer'], error: 'does not add up' })
  .refine(({ byDay, total }) => sum(byDay) === total, { path: ['byDay'], error: 'does not add up' })
  .refine(({ total, nuisance, phoneContacts }) => total + nuisance === phoneContacts, {
    path: ['phoneContacts'],
    error: 'is not strokes plus nuisance calls',
  });

export type CallTallyPaper = z.infer<typeof callTallyPaper>;

export const callTally: FormDefinition<CallTallyPaper> = {
  code: 'call-tally',
  title: { 'zh-CN': '800电话信息统计报表', en: '800 call tally' },
  module: 'hotline',
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '800', en: '800' } }],
  register: true,
  unitKey: 'unitName',
  schema: callTallyPaper,
  template: callTallyTemplate,
  style: callTallyStyle,
  sample: callTallySample,
};
