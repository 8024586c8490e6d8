/** Form 11, 故障等级月报: engineer × grade with the weighted total; a sheet that does not add up is not printed (DSP-7). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperText, paperTime } from '../paper-fields.form';
import { faultGradesStyle, faultGradesTemplate } from './fault-grades.template';
import { faultGradesSample } from './sample';

const count = z.int().min(0);
const counts = { g1: count, g2: count, g3: count, g4: count, total: count, weighted: z.number().min(0) };

const KEYS = ['g1', 'g2', 'g3', 'g4', 'total', 'weighted'] as const;

export const faultGradesPaper = z
  .object({
    unitName: paperText,
    from: paperTime,
    until: paperTime,
    /** Weight of each grade, the gravest first (RD-7). */
    weights: z.array(z.number()).length(4),
    rows: z.array(
      z.object({ engineer: paperText, unit: paperText.optional(), remark: paperText.optional(), ...counts }),
    ),
    sum: z.object(counts),
    manager: paperText.optional(),
  })
  .refine(({ rows, sum }) => KEYS.every((key) => rows.reduce((all, row) => all + row[key], 0) === sum[key]), {
    path: ['sum'],
    error: 'is not the sum of the engineers',
  })
  .refine(
    ({ rows, weights: [w1 = 0, w2 = 0, w3 = 0, w4 = 0] }) =>
      rows.every(
        ({ g1, g2, g3, g4, total, weighted }) =>
          g1 + g2 + g3 + g4 === total && g1 * w1 + g2 * w2 + g3 * w3 + g4 * w4 === weighted,
      ),
    { path: ['rows'], error: 'does not add up' },
  );

export type FaultGradesPaper = z.infer<typeof faultGradesPaper>;

export const faultGrades: FormDefinition<FaultGradesPaper> = {
  code: 'fault-grades',
  title: { 'zh-CN': '故障等级月报', en: 'Report of fault grades' },
  module: 'dispatch',
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '总经理', en: 'General manager' } }],
  register: true,
  unitKey: 'unitName',
  schema: faultGradesPaper,
  template: faultGradesTemplate,
  style: faultGradesStyle,
  sample: faultGradesSample,
};
