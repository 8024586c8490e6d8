/** A month of three departments, one without a repair: drives the preview and the golden test. */
import type { ComplaintRatePaper } from './complaint-rate.form';

export const complaintRateSample: ComplaintRatePaper = {
  unitName: '华南电子工程有限公司',
  period: '2026年9月',
  span: 'month',
  rows: [
    { unit: '用户服务部', complaints: 3, repairs: 128, source: 'counted', rate: '2.34%' },
    { unit: '产品事业部', complaints: 1, repairs: 72, source: 'entered', rate: '1.39%' },
    { unit: '销售分公司', complaints: 1, repairs: null, source: 'counted', rate: '—' },
  ],
  totals: { complaints: 5, repairs: 200, rate: '2.50%' },
  madeBy: '孙丽',
  madeAt: '2026-09-30T18:00:00+08:00',
};
