/** Form 9, 月/季度用户投诉率统计表 (表1.3): a table whose rates do not follow from its counts is not printed (CMP-16). */
import { z } from 'zod';
import type { FormDefinition } from '../../render/form-definition';
import { sharedText, sharedTime } from '../paper-values';
import { complaintRate, rateTotals } from './complaint-rate.rules';
import { complaintRateStyle, complaintRateTemplate } from './complaint-rate.template';
import { complaintRateSample } from './sample';

const counted = z.object({
  complaints: z.int().min(0),
  /** `null`: nobody knows. */
  repairs: z.int().min(0).nullable(),
  rate: z.string(),
});

const follows = ({ complaints, repairs, rate }: z.infer<typeof counted>) => rate === complaintRate(complaints, repairs);

const wrongRate = { path: ['rate'], error: 'is not complaints ÷ repairs' };

export const complaintRatePaper = z
  .object({
    unitName: sharedText,
    /** `2026年9月`, `2026年第3季度`. */
    period: sharedText,
    span: z.enum(['month', 'quarter']),
    rows: z.array(
      counted
        .extend({
          unit: sharedText,
          /** Where the number of repairs comes from: counted in the suite, entered by hand, imported. */
          source: z.enum(['counted', 'entered', 'imported']),
        })
        .refine(follows, wrongRate),
    ),
    totals: counted.refine(follows, wrongRate),
    note: sharedText.optional(),
    madeBy: sharedText.optional(),
    madeAt: sharedTime.optional(),
  })
  .refine(({ rows, totals }) => JSON.stringify(rateTotals(rows)) === JSON.stringify(order(totals)), {
    path: ['totals'],
    error: 'are not the sums of the rows',
  });

const order = ({ complaints, repairs, rate }: z.infer<typeof counted>) => ({ complaints, repairs, rate });

export type ComplaintRatePaper = z.infer<typeof complaintRatePaper>;

/** @param module id of the room that prints it; its manifest names it in `sharedForms` */
export const complaintRateForm = (module: string): FormDefinition<ComplaintRatePaper> => ({
  code: 'complaint-rate',
  title: { 'zh-CN': '月/季度用户投诉率统计表', en: 'Complaint rate by month or quarter' },
  module,
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '决议管理中心', en: 'Decision centre' } }],
  register: true,
  unitKey: 'unitName',
  schema: complaintRatePaper,
  template: complaintRateTemplate,
  style: complaintRateStyle,
  sample: complaintRateSample,
});
